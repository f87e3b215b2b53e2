import { a as qualify, c as quoteLiteral, i as partsOf, l as truncateIdentifier, n as SYSTEM_SCHEMAS, s as quoteIdentifier, t as IDENTIFIER_BYTES, u as withoutModifiers } from "./names.js";

//#region src/catalog/tag-index.ts
/** Gives a key other tags. A tag that stays keeps the key's place among the tag's keys. */
function tag({ keys, tags }, key, own) {
	const earlier = tags.get(key) ?? NONE$1;
	let same = 0;
	while (same < earlier.length && earlier[same] === own[same]) same++;
	if (same === earlier.length && same === own.length) return;
	let [earlierEnd, ownEnd] = [earlier.length, own.length];
	while (earlierEnd > same && ownEnd > same && earlier[earlierEnd - 1] === own[ownEnd - 1]) {
		earlierEnd--;
		ownEnd--;
	}
	const kept = earlierEnd - same > 8 ? new Set(own) : void 0;
	for (let at = same; at < earlierEnd; at++) {
		const each = earlier[at];
		if (kept === void 0 ? !own.includes(each) : !kept.has(each)) removeKey(keys, each, key);
	}
	if (own.length === 0) tags.delete(key);
	else tags.set(key, own);
	for (let at = same; at < ownEnd; at++) addKey(keys, own[at], key);
}
function addKey(keys, tag, key) {
	const others = keys.get(tag);
	if (others === void 0) keys.set(tag, key);
	else if (others instanceof Set) others.add(key);
	else if (others !== key) keys.set(tag, new Set([others, key]));
}
function removeKey(keys, tag, key) {
	const others = keys.get(tag);
	if (others instanceof Set) others.delete(key);
	else if (others === key) keys.delete(tag);
}
/** The keys whose values have a tag, oldest first. */
function keysOf$1({ keys }, tag) {
	const found = keys.get(tag);
	if (found === void 0) return NONE$1;
	return found instanceof Set ? [...found] : [found];
}
const NONE$1 = [];

//#endregion
//#region src/catalog/persistent-map.ts
/**
* Maps that are copied instead of changed, at the cost of the change alone. The newest
* version holds the entries; each older one holds only what the change to the next has
* replaced, and looks the rest up there. So a snapshot is kept for every statement of a long
* history, reading the newest is as fast as reading a Map, and reading an old one takes
* longer by the number of changes since. Keys stay in the order of insertion, as in `Map`;
* in an older version those come last that a newer one removed.
*/
var VersionedMap = class VersionedMap {
	/** The entries, while this is the newest version. */
	#root;
	/** What the next version, which is nearer to the entries, has otherwise. */
	#next;
	size;
	constructor(root, size = root?.entries.size ?? 0) {
		this.#root = root;
		this.size = size;
	}
	get(key) {
		let version = this;
		while (version.#next !== void 0) {
			if (version.#next.key === key) return version.#next.value;
			version = version.#next.map;
		}
		return version.#root?.entries.get(key);
	}
	has(key) {
		return this.get(key) !== void 0;
	}
	/** The version that follows, with one entry set, or removed where the value is undefined. */
	changed(key, value) {
		const root = this.#root ?? this.#takeBack() ?? this.#ownRoot();
		const earlier = root.entries.get(key);
		replace(root, key, value);
		const next = new VersionedMap(root);
		this.#root = void 0;
		this.#next = {
			map: next,
			key,
			value: earlier,
			other: value
		};
		return next;
	}
	/**
	* An old version that is changed, as after a block that was folded only to be read, takes the
	* entries back if little has changed since and nothing was removed, which would lose its place.
	*/
	#takeBack() {
		const path = [];
		let newest = this;
		for (; newest.#next !== void 0; newest = newest.#next.map) {
			const { value, other } = newest.#next;
			if (path.length === FEW || value !== void 0 && other === void 0) return void 0;
			path.push(newest);
		}
		const root = newest.#root;
		for (const version of path.toReversed()) {
			const { map, key, value, other } = version.#next;
			replace(root, key, value);
			map.#root = void 0;
			map.#next = {
				map: version,
				key,
				value: other,
				other: value
			};
			version.#next = void 0;
			version.#root = root;
		}
		return root;
	}
	/** Reaches a later version without those in between, which are kept no longer by this one. */
	skipTo(later) {
		const changes = /* @__PURE__ */ new Map();
		let steps = 0;
		for (let version = this; version !== later; steps++) {
			if (version.#next === void 0) return;
			const { key, value, map } = version.#next;
			if (!changes.has(key)) changes.set(key, value);
			version = map;
		}
		if (changes.size === steps) return;
		let map = later;
		for (const [key, value] of [...changes].reverse()) {
			const other = later.get(key);
			changes.delete(key);
			const size = map.size + (value === void 0 ? 0 : 1) - (other === void 0 ? 0 : 1);
			const version = changes.size === 0 ? this : new VersionedMap(void 0, size);
			version.#next = {
				map,
				key,
				value,
				other
			};
			map = version;
		}
	}
	/** The keys of the values that have a tag. */
	keysTagged(tag, tagsOf) {
		const found = keysOf$1(indexBy(this.#newestRoot(), tagsOf), tag);
		if (this.#next === void 0) return found;
		const changes = this.#changesSince();
		const kept = found.filter((key) => !changes.has(key));
		for (const [key, value] of changes) if (value !== void 0 && tagsOf(value).includes(tag)) kept.push(key);
		return kept;
	}
	*entries() {
		const changes = this.#changesSince();
		const entries = [...this.#newestRoot().entries];
		const seen = /* @__PURE__ */ new Set();
		for (const [key, value] of entries) {
			seen.add(key);
			const own = changes.has(key) ? changes.get(key) : value;
			if (own !== void 0) yield [key, own];
		}
		for (const [key, value] of changes) if (value !== void 0 && !seen.has(key)) yield [key, value];
	}
	*keys() {
		if (this.#root !== void 0) yield* [...this.#root.entries.keys()];
		else for (const [key] of this.entries()) yield key;
	}
	*values() {
		if (this.#root !== void 0) yield* [...this.#root.entries.values()];
		else for (const [, value] of this.entries()) yield value;
	}
	forEach(visit) {
		for (const [key, value] of this.entries()) visit(value, key, this);
	}
	[Symbol.iterator]() {
		return this.entries();
	}
	/** What this version holds where newer ones hold something else. */
	#changesSince() {
		const changes = /* @__PURE__ */ new Map();
		for (let version = this; version.#next !== void 0; version = version.#next.map) if (!changes.has(version.#next.key)) changes.set(version.#next.key, version.#next.value);
		return changes;
	}
	#newestRoot() {
		let version = this;
		while (version.#next !== void 0) version = version.#next.map;
		return version.#root ?? rootOf(/* @__PURE__ */ new Map());
	}
	/** An old version that is changed, as after ROLLBACK, goes its own way from here. */
	#ownRoot() {
		return rootOf(new Map(this.entries()));
	}
};
/** So many changes are taken back rather than all entries copied. */
const FEW = 64;
/** The entries whose values have a tag: by an index where the map is versioned, else by looking at all. */
function tagged(map, tag, tagsOf) {
	if (map.size === 0) return NONE;
	if (!isVersioned(map)) return [...map].filter(([, value]) => tagsOf(value).includes(tag));
	const keys = map.keysTagged(tag, tagsOf);
	return keys.length === 0 ? NONE : keys.map((key) => [key, map.get(key)]);
}
const NONE = [];
/** The map with one entry added or replaced. Values must not be undefined. */
function withEntry(map, key, value) {
	return versioned(map).changed(key, value);
}
/** The map without one entry; the map itself where it has none under that key. */
function withoutEntry(map, key) {
	return map.has(key) ? versioned(map).changed(key, void 0) : map;
}
/** The map without the entries that a test picks, among all or among those given. */
function without(map, picks, among = map) {
	let result = map;
	for (const [key, value] of [...among]) if (picks(value, key)) result = withoutEntry(result, key);
	return result;
}
/**
* The map with each value, and its key, as a function makes them; entries it returns
* unchanged are shared. Where only some entries can be meant, they are given.
*/
function mapEntries(map, change, among = map) {
	let result = map;
	for (const [key, value] of [...among]) {
		const [newKey, newValue] = change(value, key);
		if (newKey === key && newValue === value) continue;
		if (newKey !== key) result = withoutEntry(result, key);
		result = withEntry(result, newKey, newValue);
	}
	return result;
}
/**
* Lets an earlier version of a map look up what it needs without the versions between it and a
* later one, so that these can be forgotten.
*/
function skipBetween(earlier, later) {
	if (earlier !== later && isVersioned(earlier) && isVersioned(later)) earlier.skipTo(later);
}
/** The map as one that is changed at the cost of the change and has indexes. */
function versioned(map) {
	return isVersioned(map) ? map : new VersionedMap(rootOf(new Map(map)));
}
/** By a method and not by the class: a user's rule may bring another copy of this module along. */
function isVersioned(map) {
	return "keysTagged" in map;
}
function rootOf(entries) {
	return {
		entries,
		indexes: /* @__PURE__ */ new Map(),
		changed: [],
		seen: 0
	};
}
/** Indexes learn of a change when they are asked next, since a statement changes one value several times. */
function replace(root, key, value) {
	const { entries, indexes, changed } = root;
	if (value === void 0) entries.delete(key);
	else entries.set(key, value);
	if (indexes.size === 0) return;
	if (changed.length === root.seen || changed.at(-1) !== key) changed.push(key);
	if (changed.length > 4 * entries.size + 1e3) forget(root);
}
function forget(root) {
	root.indexes.clear();
	root.changed.length = 0;
	root.seen = 0;
}
/** The index by some tags, as of now. */
function indexBy(root, tagsOf) {
	const { entries, indexes, changed } = root;
	let index = indexes.get(tagsOf);
	if (index === void 0) {
		index = {
			keys: /* @__PURE__ */ new Map(),
			tags: /* @__PURE__ */ new Map(),
			seen: changed.length
		};
		indexes.set(tagsOf, index);
		for (const [key, value] of entries) tag(index, key, tagsOf(value));
	}
	root.seen = changed.length;
	if (index.seen === changed.length) return index;
	const pending = index.seen === changed.length - 1 ? [changed[index.seen]] : new Set(changed.slice(index.seen));
	for (const key of pending) {
		const value = entries.get(key);
		tag(index, key, value === void 0 ? NONE : tagsOf(value));
	}
	index.seen = changed.length;
	return index;
}

//#endregion
//#region src/catalog/edit-catalog.ts
/** The catalog with a table added or replaced. */
function withTable(catalog, table) {
	return {
		...catalog,
		tables: withEntry(catalog.tables, table.name, table)
	};
}
/** Lets what is kept of an earlier catalog do without those between it and a later one. */
function forgetBetween(earlier, later) {
	for (const kind of Object.keys(later)) if (kind !== "session") skipBetween(earlier[kind], later[kind]);
}
/** The catalog with one table changed; a table it does not know becomes partly known first, but for one of the system. */
function changeTable(catalog, name, change) {
	const known = catalog.tables.get(name);
	if (known === void 0 && SYSTEM_SCHEMAS.includes(partsOf(name).schema)) return catalog;
	return withTable(catalog, change(known ?? partlyKnownTable(name)));
}
/** A table of which nothing is known but that it exists. */
function partlyKnownTable(name) {
	return {
		name,
		kind: "table",
		persistence: "permanent",
		columns: [],
		uniques: [],
		foreignKeys: [],
		checks: [],
		exclusions: [],
		defaultPartition: false,
		inherits: [],
		rowSecurity: false,
		known: "partly"
	};
}
/** The list with each item as a function makes it; the list itself where that changes none. */
function mapChanged(list, change) {
	let copy;
	for (let at = 0; at < list.length; at++) {
		const changed = change(list[at]);
		if (changed === list[at]) continue;
		copy ??= [...list];
		copy[at] = changed;
	}
	return copy ?? list;
}
/** The table with one column changed; the table itself where it has no such column. */
function changeColumn(table, name, change) {
	if (!table.columns.some((column) => column.name === name)) return table;
	return {
		...table,
		columns: table.columns.map((column) => column.name === name ? change(column) : column)
	};
}
/** The object without some of its keys: an absent key and an undefined one are not the same here. */
function omit(object, ...keys) {
	if (!keys.some((key) => key in object)) return object;
	const copy = { ...object };
	for (const key of keys) delete copy[key];
	return copy;
}
/** What an object is given when it is made: the owner, comment and extension of the one that it replaces, else the role that SET ROLE chose. */
function ownerAndComment(catalog, earlier) {
	const owner = earlier === void 0 ? catalog.session.role : earlier.owner;
	const { comment, extension } = earlier ?? {};
	return {
		...owner === void 0 ? {} : { owner },
		...comment === void 0 ? {} : { comment },
		...extension === void 0 ? {} : { extension }
	};
}

//#endregion
//#region src/catalog/sql-text.ts
/** Whether a value is a text. */
function isSqlText(value) {
	return typeof value === "object" && value !== null && "pieces" in value;
}
/** Writes a text with the names of today. */
function printSql(text) {
	return text.pieces.map((piece) => typeof piece === "string" ? piece : printReference(piece)).join("");
}
/** Everything but columns that a text refers to, without repetition. */
function mentionsOf(text) {
	const names = [];
	for (const piece of text.pieces) {
		if (typeof piece === "string" || piece.to === "label") continue;
		const name = mentionOf(piece);
		if (!names.includes(name)) names.push(name);
	}
	return names;
}
/** A reference's own name, with the kind where only that tells it from others. */
function mentionOf(reference) {
	return reference.to === "object" && reference.of !== void 0 ? `${reference.of} ${reference.name}` : reference.name;
}
/** The text after a rename; the text itself where the rename does not concern it. */
function renameInText(text, renaming) {
	const pieces = mapChanged(text.pieces, (piece) => typeof piece === "string" ? piece : renameReference(piece, renaming));
	if (pieces === text.pieces) return text;
	return text.uncertain === void 0 ? {
		...text,
		pieces
	} : {
		...text,
		uncertain: [...text.uncertain, renaming]
	};
}
/** An object after a rename: every text within it is rewritten. The object itself where none is concerned. */
function renameInObject(object, renaming) {
	return mapTexts(object, (text) => renameInText(text, renaming), (functions) => renameCalled(functions, renaming));
}
/** An object after a schema got another name: names that are still text are looked up in it. */
function renameSearchPath(object, from, to) {
	const inText = (text) => {
		if (text.searchPath?.includes(from) !== true) return text;
		return {
			...text,
			searchPath: text.searchPath.map((each) => each === from ? to : each)
		};
	};
	return mapTexts(object, inText, (functions) => functions);
}
/** An object with each text within it as a function makes it, and the functions that its expressions call as another does. */
function mapTexts(object, change, changeCalled) {
	if (typeof object !== "object" || object === null) return object;
	if (isSqlText(object)) return change(object);
	if (Array.isArray(object)) return mapChanged(object, (item) => mapTexts(item, change, changeCalled));
	let copy;
	for (const key in object) {
		if (key === "origin" || key === "span") continue;
		const value = object[key];
		const changed = key === "functions" ? changeCalled(value) : mapTexts(value, change, changeCalled);
		if (changed !== value) copy = {
			...copy ?? object,
			[key]: changed
		};
	}
	return copy ?? object;
}
/** The functions that an expression calls, after a rename of one of them. */
function renameCalled(value, renaming) {
	if (renaming.kind !== "function" || !Array.isArray(value) || !value.includes(renaming.from)) return value;
	return value.map((name) => name === renaming.from ? renaming.to : name).toSorted();
}
/** The object, which speaks of one relation, as a copy of it that belongs to another one. */
function retarget(object, from, to) {
	return renameInObject(object, {
		kind: "relation",
		from,
		to
	});
}
/** For `JSON.stringify`: leaves out what is a matter of how something was written, so that what is left can be compared. */
function withoutTexts(key, value) {
	return isSqlText(value) || key === "condition" ? void 0 : value;
}
/** Every text within an object. */
function textsIn(object) {
	const found = [];
	collectTexts(object, found);
	return found;
}
/** Without an iterator for each object: this is asked of every object that changes. */
function collectTexts(object, found) {
	if (typeof object !== "object" || object === null) return;
	if (Array.isArray(object)) for (const item of object) collectTexts(item, found);
	else if (isSqlText(object)) found.push(object);
	else for (const key in object) if (key !== "origin" && key !== "span") collectTexts(object[key], found);
}
function printReference(reference) {
	switch (reference.to) {
		case "relation":
		case "function":
		case "type":
		case "object": return reference.name;
		case "qualifier": return quoteIdentifier(partsOf(reference.name).name);
		case "column": return quoteIdentifier(reference.column);
		case "literal": return `'${reference.name.replaceAll("'", "''")}'`;
		case "columns": {
			const { name, isAliased, columns, isRenamed } = reference;
			if (isRenamed !== true) return "";
			return `${isAliased ? "" : ` as ${quoteIdentifier(partsOf(name).name)}`} (${columns.map(quoteIdentifier).join(", ")})`;
		}
		case "label": return bareName$1(reference.of) === reference.label ? "" : ` AS ${quoteIdentifier(reference.label)}`;
	}
}
function bareName$1(reference) {
	if (reference.to === "label") return reference.label;
	return reference.to === "column" ? reference.column : partsOf(reference.name).name;
}
function renameReference(reference, renaming) {
	if (reference.to === "label") {
		const of = renameReference(reference.of, renaming);
		return of === reference.of ? reference : {
			...reference,
			of
		};
	}
	if (renaming.kind === "column" && reference.to === "columns") {
		const { table, from, to } = renaming;
		if (reference.name !== table || !reference.columns.includes(from)) return reference;
		if (reference.merged.includes(from)) return {
			...reference,
			isRenamed: true
		};
		return {
			...reference,
			columns: reference.columns.map((each) => each === from ? to : each)
		};
	}
	if (renaming.kind === "column") return reference.to === "column" && reference.name === renaming.table && reference.column === renaming.from ? {
		...reference,
		column: renaming.to
	} : reference;
	if (mentionOf(reference) !== renaming.from) return reference;
	if (reference.to === "object" && reference.of !== void 0) return {
		...reference,
		name: renaming.to.slice(reference.of.length + 1)
	};
	return reference.to === "function" === (renaming.kind === "function") ? {
		...reference,
		name: renaming.to
	} : reference;
}

//#endregion
//#region src/catalog/lookups.ts
/** The catalog with maps in which the functions below find objects without looking at all of them. */
function withLookups(catalog) {
	return {
		...catalog,
		tables: versioned(catalog.tables),
		indexes: versioned(catalog.indexes),
		sequences: versioned(catalog.sequences),
		triggers: versioned(catalog.triggers),
		policies: versioned(catalog.policies),
		functions: versioned(catalog.functions),
		views: versioned(catalog.views),
		domains: versioned(catalog.domains),
		types: versioned(catalog.types),
		others: versioned(catalog.others),
		grants: versioned(catalog.grants)
	};
}
/** Tables that take over what is done to this one: its partitions and its INHERITS children. */
function childrenOf(catalog, name) {
	const found = tagged(catalog.tables, name, parents);
	return found.length === 0 ? NO_TABLES : found.map(([, table]) => table);
}
/** The catalog with a change made for each child in turn, as the changes for the ones before have left it. */
function forEachChild(catalog, name, change) {
	return childrenOf(catalog, name).reduce((result, each) => {
		const child = result.tables.get(each.name);
		return child === void 0 ? result : change(result, child);
	}, catalog);
}
/** The partitions of a table. */
function partitionsOf(catalog, name) {
	const children = childrenOf(catalog, name);
	return children.length === 0 ? children : children.filter((child) => child.partitionOf === name);
}
/** The partitions of a table, their partitions and so on. */
function partitionsBelow(catalog, name) {
	return partitionsOf(catalog, name).flatMap((child) => [child, ...partitionsBelow(catalog, child.name)]);
}
const NO_TABLES = [];
/** The partition that takes what no other one takes. */
function defaultPartitionOf(catalog, table) {
	return tagged(catalog.tables, table, asDefault)[0]?.[1];
}
/** Tables with a foreign key to this one. */
function tablesReferencing(catalog, name) {
	return tagged(catalog.tables, name, referencedTables);
}
/** The tables that are of a composite type. */
function tablesOfType(catalog, type) {
	return tagged(catalog.tables, type, typeOf$1);
}
/** Tables that refer to this one: by a foreign key, as a child, or in the type of a column. */
function tablesNaming(catalog, name) {
	const own = catalog.tables.get(name);
	const found = [
		referencedTables,
		parents,
		columnTypes
	].flatMap((tags) => tagged(catalog.tables, name, tags));
	return [...new Map([...own === void 0 ? [] : [[name, own]], ...found])];
}
/** Whether a table of a schema has a constraint of this name. */
function tableConstraintExists(catalog, schema, name) {
	return tagged(catalog.tables, name, constraintNames).some(([table]) => partsOf(table).schema === schema);
}
/** Whether a domain of a schema has a constraint of this name. */
function domainConstraintExists(catalog, schema, name) {
	return tagged(catalog.domains, name, domainConstraintNames).some(([domain]) => partsOf(domain).schema === schema);
}
/** The indexes of a table, those behind its constraints among them. */
function indexesOf(catalog, table) {
	return tagged(catalog.indexes, table, tableOf);
}
/** The indexes of partitions that are attached to an index. */
function partsOfIndex(catalog, index) {
	return tagged(catalog.indexes, index, partitionOf);
}
/** The sequences that belong to columns of a table. */
function sequencesOf(catalog, table) {
	return tagged(catalog.sequences, table, owningTable);
}
/** The triggers of a table or view. */
function triggersOf(catalog, table) {
	return tagged(catalog.triggers, table, tableOf);
}
/** The triggers that call a function. */
function triggersCalling(catalog, name) {
	return tagged(catalog.triggers, name, calledFunction);
}
/** The policies of a table. */
function policiesOf(catalog, table) {
	return tagged(catalog.policies, table, tableOf);
}
/** The functions of one name, whatever their arguments. */
function functionsNamed(catalog, name) {
	return tagged(catalog.functions, name, ownName).map(([, each]) => each);
}
/** What is granted on an object. */
function grantsOn$1(catalog, name) {
	return tagged(catalog.grants, name, grantedObject);
}
/** The rules and statistics of a relation, what publishes it, and what it is a type of. */
function othersOf(catalog, relation) {
	return tagged(catalog.others, relation, relationsOf);
}
/** The tables in whose texts something is referred to. */
function tablesMentioning(catalog, name) {
	return tagged(catalog.tables, name, mentionedByTable);
}
/** The indexes in whose texts something is referred to. */
function indexesMentioning(catalog, name) {
	return tagged(catalog.indexes, name, mentionedByIndex);
}
/** The entries of a map in whose texts something is referred to. */
function mentioning(map, name) {
	return tagged(map, name, mentioned);
}
/** The views whose query names a relation, or one of its columns. */
function viewsReading(catalog, relation, column) {
	const views = mentioning(catalog.views, relation);
	if (column === void 0) return views;
	return views.filter(([, { query }]) => query?.pieces.some((piece) => namesColumn(piece, relation, column)) === true);
}
function namesColumn(piece, relation, column) {
	if (typeof piece === "string") return false;
	if (piece.to === "label") return namesColumn(piece.of, relation, column);
	return piece.to === "column" && piece.name === relation && piece.column === column;
}
/** What the texts of an object refer to. */
const mentioned = (object) => textsIn(object).flatMap(mentionsOf);
/** The same of a table, which changes most often and has texts in few places. */
const mentionedByTable = ({ columns, checks, partitionKey }) => {
	const names = [];
	const add = (expression) => {
		if (expression?.sql !== void 0) names.push(...mentionsOf(expression.sql));
	};
	for (const column of columns) add(column.default);
	for (const check of checks) add(check.expression);
	for (const part of partitionKey?.parts ?? []) if ("expression" in part) add(part.expression);
	return names;
};
/** And of an index. */
const mentionedByIndex = ({ keys, predicate }) => {
	const names = predicate?.sql === void 0 ? [] : [...mentionsOf(predicate.sql)];
	for (const key of keys) if ("expression" in key && key.expression.sql !== void 0) names.push(...mentionsOf(key.expression.sql));
	return names;
};
const parents = ({ partitionOf, inherits }) => partitionOf === void 0 ? inherits : [partitionOf, ...inherits];
const typeOf$1 = ({ ofType }) => ofType === void 0 ? [] : [ofType];
const asDefault = ({ partitionOf, defaultPartition }) => partitionOf !== void 0 && defaultPartition ? [partitionOf] : [];
const referencedTables = ({ foreignKeys }) => foreignKeys.map((key) => key.references);
/** The types of pg_catalog are printed without a schema. */
const columnTypes = ({ columns }) => columns.filter(({ type }) => type.includes(".")).map(({ type }) => type.replace(/\[\]$/, ""));
/** In the order in which CREATE TABLE makes them, so that the names before a new one stay in place. */
const constraintNames = ({ primaryKey, foreignKeys, uniques, checks, exclusions, notNulls }) => {
	const names = checks.map((each) => each.name);
	for (const { name } of notNulls ?? []) names.push(name);
	if (primaryKey !== void 0) names.push(primaryKey.name);
	for (const { name } of uniques) names.push(name);
	for (const { name } of exclusions) names.push(name);
	for (const { name } of foreignKeys) names.push(name);
	return names;
};
const domainConstraintNames = ({ checks }) => checks.map(({ name }) => name);
const tableOf = ({ table }) => [table];
const partitionOf = (index) => index.partitionOf === void 0 ? [] : [index.partitionOf];
const owningTable = ({ ownedBy }) => ownedBy === void 0 ? [] : [ownedBy.table];
const calledFunction = (trigger) => [trigger.function];
const ownName = ({ name }) => [name];
const grantedObject = ({ on }) => [on];
const relationsOf = (each) => [
	...each.table === void 0 ? [] : [each.table],
	...(each.publication?.tables ?? []).map((table) => table.name),
	...[each.name, ...each.of ?? []].map((name) => name.replace(/\[\]$/, ""))
];

//#endregion
//#region src/catalog/privileges.ts
/** The grantee that stands for every role, present and future. */
const PUBLIC = "PUBLIC";
/** The key under which a catalog holds a grant: one for each privilege, grantee and object or column. */
function grantKey(grant) {
	const place = grant.column === void 0 ? grant.on : `${grant.on}(${grant.column})`;
	return `${grant.privilege} on ${grant.target} ${place} to ${grant.grantee}`;
}
/** The key under which a catalog holds a default privilege. */
function defaultPrivilegeKey(entry) {
	const where = entry.schema === void 0 ? "" : ` in ${entry.schema}`;
	const whose = entry.role === void 0 ? "" : ` for ${entry.role}`;
	return `${entry.privilege} on ${entry.target}s${where}${whose} to ${entry.grantee}`;
}

//#endregion
//#region src/catalog/constraints.ts
/** All constraints of a table with what kind each is of. */
function constraintsOf(table) {
	const { primaryKey, uniques, foreignKeys, checks, exclusions, notNulls } = table;
	return [
		...primaryKey === void 0 ? [] : [{
			kind: "primary key",
			...primaryKey
		}],
		...uniques.map((each) => ({
			kind: "unique",
			...each
		})),
		...foreignKeys.map((each) => ({
			kind: "foreign key",
			...each
		})),
		...checks.map((each) => ({
			kind: "check",
			...each
		})),
		...exclusions.map((each) => ({
			kind: "exclude",
			...each
		})),
		...(notNulls ?? []).map((each) => ({
			kind: "not null",
			...each
		}))
	];
}
/** The constraint of a table that has a name. */
function findConstraint(table, name) {
	const { primaryKey, uniques, foreignKeys, checks, exclusions, notNulls } = table;
	if (primaryKey?.name === name) return primaryKey;
	const isMeant = (each) => each.name === name;
	return uniques.find(isMeant) ?? foreignKeys.find(isMeant) ?? checks.find(isMeant) ?? exclusions.find(isMeant) ?? notNulls?.find(isMeant);
}
/** The table with each constraint as a function makes it, or without it where the function gives undefined. */
function changeConstraints(table, change) {
	const list = (constraints) => constraints.flatMap((each) => {
		const changed = change(each);
		return changed === void 0 ? [] : [changed];
	});
	const { primaryKey, notNulls } = table;
	const key = primaryKey === void 0 ? void 0 : change(primaryKey);
	return {
		...omit(table, "primaryKey"),
		...key === void 0 ? {} : { primaryKey: key },
		uniques: list(table.uniques),
		foreignKeys: list(table.foreignKeys),
		checks: list(table.checks),
		exclusions: list(table.exclusions),
		...notNulls === void 0 ? {} : { notNulls: list(notNulls) }
	};
}
/** A column or constraint that one more parent has. */
function withParent(own) {
	const { local, parents } = own.inherited ?? {
		local: true,
		parents: 0
	};
	return {
		...own,
		inherited: {
			local,
			parents: parents + 1
		}
	};
}
/** The copy of a parent's column or constraint that a child is given: COMMENT ON describes the parent's alone. */
function inheritedCopy(parent) {
	return asInherited(omit(parent, "origin", "comment"));
}
/** A column or constraint that only one parent has, and not the table itself. */
function asInherited(own) {
	return {
		...own,
		inherited: {
			local: false,
			parents: 1
		}
	};
}
/**
* A column or constraint that one parent less has: undefined where nobody is left to have
* it. `keeps` says that the table has it for its own from here on.
*/
function withoutParent(own, keeps) {
	const { local, parents } = own.inherited ?? {
		local: true,
		parents: 1
	};
	const inherited = {
		local: local || keeps,
		parents: parents - 1
	};
	if (inherited.parents > 0) return {
		...own,
		inherited
	};
	return inherited.local ? omit(own, "inherited") : void 0;
}

//#endregion
//#region src/catalog/rename-texts.ts
/** Carries a rename into every text that refers to what is renamed, as the server does. */
function renameTexts(catalog, renaming) {
	const name = renaming.kind === "column" ? renaming.table : renaming.from;
	const inMap = (map, among = mentioning(map, name)) => among.length === 0 ? map : mapEntries(map, (object, key) => [key, renameInObject(object, renaming)], among);
	const inTable = (table, key) => [key, renameInTable$1(table, renaming)];
	return {
		...catalog,
		tables: mapEntries(catalog.tables, inTable, tablesMentioning(catalog, name)),
		indexes: inMap(catalog.indexes, indexesMentioning(catalog, name)),
		views: inMap(catalog.views),
		functions: inMap(catalog.functions),
		triggers: inMap(catalog.triggers),
		policies: inMap(catalog.policies),
		domains: inMap(catalog.domains),
		types: inMap(catalog.types),
		others: inMap(catalog.others)
	};
}
/** Of a table, which changes most often, only the parts are looked through that have texts. */
function renameInTable$1(table, renaming) {
	const { partitionKey } = table;
	const columns = mapChanged(table.columns, (column) => {
		const value = column.default && renameInExpression(column.default, renaming);
		return value === void 0 || value === column.default ? column : {
			...column,
			default: value
		};
	});
	const checks = mapChanged(table.checks, (check) => {
		const expression = renameInExpression(check.expression, renaming);
		return expression === check.expression ? check : {
			...check,
			expression
		};
	});
	const key = partitionKey && renameInObject(partitionKey, renaming);
	if (columns === table.columns && checks === table.checks && key === partitionKey) return table;
	return {
		...table,
		columns,
		checks,
		...key === void 0 ? {} : { partitionKey: key }
	};
}
function renameInExpression(expression, renaming) {
	if (renaming.kind === "function") return renameInObject(expression, renaming);
	const sql = expression.sql && renameInText(expression.sql, renaming);
	return sql === void 0 || sql === expression.sql ? expression : {
		...expression,
		sql
	};
}

//#endregion
//#region src/catalog/fold-objects.ts
/** The key of a trigger or policy, whose names are unique within their table only. */
function onTableKey(table, name) {
	return `${table}.${quoteIdentifier(name)}`;
}
/** Adds a function, or replaces the one with the same name and arguments. */
function createFunction(catalog, action) {
	const key = functionKey(action.function);
	const made = {
		...action.function,
		...ownerAndComment(catalog, catalog.functions.get(key)),
		origin: action.span
	};
	return {
		...catalog,
		functions: withEntry(catalog.functions, key, made)
	};
}
/** The key of a function: its name and the types of its input arguments. */
function functionKey(each) {
	return `${each.name}(${each.arguments.join(", ")})`;
}
/** Removes a function and, where what calls it goes too, the triggers that do. */
function removeFunction(catalog, key, cascade = false) {
	const dropped = catalog.functions.get(key);
	const functions = withoutEntry(catalog.functions, key);
	const grants = without(catalog.grants, (each) => each.target === "function", grantsOn$1(catalog, key));
	const result = {
		...catalog,
		functions,
		grants
	};
	if (!cascade || dropped === void 0) return result;
	const calling = dropped.arguments.length === 0 ? triggersCalling(catalog, dropped.name) : [];
	return {
		...result,
		triggers: without(catalog.triggers, () => true, calling)
	};
}
/** Replaces what is known of a function, which may have got another name, schema or owner. */
function alterFunction(catalog, action) {
	const before = catalog.functions.get(action.function);
	if (before === void 0) return catalog;
	const key = functionKey(action.to);
	const functions = withEntry(withoutEntry(catalog.functions, action.function), key, action.to);
	if (before.name === action.to.name) return {
		...catalog,
		functions
	};
	const grants = mapEntries(catalog.grants, (grant, each) => {
		const moved = grant.target === "function" ? {
			...grant,
			on: key
		} : grant;
		return [moved === grant ? each : grantKey(moved), moved];
	}, grantsOn$1(catalog, action.function));
	const triggers = mapEntries(catalog.triggers, (trigger, each) => {
		return [each, trigger.function === before.name ? {
			...trigger,
			function: action.to.name
		} : trigger];
	});
	const renamed = {
		...catalog,
		functions,
		triggers,
		grants
	};
	if (functionsNamed(renamed, before.name).length > 0) return renamed;
	return renameTexts(renamed, {
		kind: "function",
		from: before.name,
		to: action.to.name
	});
}

//#endregion
//#region src/catalog/other-objects.ts
/** How texts mention an object of a kind: two kinds may share a name. */
function otherMention({ kind, name }) {
	return `${kind} ${name}`;
}
/** The key of an object, which is how COMMENT ON and DROP name it: `rule kept on public.t`. */
function otherKey({ kind, name, of = [], table }) {
	switch (kind) {
		case "aggregate": return `aggregate ${name}(${of.length === 0 ? "*" : of.join(", ")})`;
		case "operator": return `operator ${name} (${of.join(", ")})`;
		case "cast": return `cast (${name} as ${of[0]})`;
		case "operator class":
		case "operator family": return `${kind} ${name} using ${quoteIdentifier(of[0] ?? "")}`;
		case "transform": return `transform for ${name} language ${quoteIdentifier(of[0] ?? "")}`;
		case "user mapping": return `user mapping for ${name} server ${of[0]}`;
		case "rule": return `rule ${name} on ${table}`;
		default: return `${kind} ${name}`;
	}
}
/** The kinds whose names stand in a schema. */
const KINDS_IN_SCHEMAS = new Set([
	"aggregate",
	"collation",
	"conversion",
	"operator",
	"operator class",
	"operator family",
	"statistics",
	"text search configuration",
	"text search dictionary",
	"text search parser",
	"text search template"
]);

//#endregion
//#region src/catalog/publications.ts
/**
* What FOR TABLE comes to. Tables that inherit are listed beside the one that is named;
* partitions are published with their parent.
*/
function publishedTables(catalog, objects) {
	return sorted(objects.tables.flatMap(({ only, ...table }) => [table, ...only ? [] : heirs(catalog, table.name).map((name) => ({
		...table,
		name
	}))]));
}
function heirs(catalog, name) {
	if (catalog.tables.get(name)?.kind === "partitioned") return [];
	return childrenOf(catalog, name).flatMap((child) => [child.name, ...heirs(catalog, child.name)]);
}
/** A publication after ALTER PUBLICATION ADD, DROP or SET of tables and schemas. */
function changePublication(publication, form, tables, schemas) {
	const named = new Set(tables.map((table) => table.name));
	const others = form === "set" ? [] : publication.tables.filter((table) => !named.has(table.name));
	const otherSchemas = form === "set" ? [] : publication.schemas.filter((each) => !schemas.includes(each));
	return {
		...publication,
		tables: form === "drop" ? others : sorted([...others, ...tables]),
		schemas: form === "drop" ? otherSchemas : [...new Set([...otherSchemas, ...schemas])].toSorted()
	};
}
/** A publication that holds a table under another name, or, without one, no more. */
function moveTable(publication, from, to) {
	const tables = publication.tables.flatMap((table) => table.name !== from ? [table] : to === void 0 ? [] : [{
		...table,
		name: to
	}]);
	return {
		...publication,
		tables: sorted(tables)
	};
}
/** A publication in which a column of a table has another name. */
function moveColumn(publication, of, from, to) {
	const tables = publication.tables.map((table) => {
		if (table.name !== of || table.columns === void 0) return table;
		return {
			...table,
			columns: table.columns.map((each) => each === from ? to : each).toSorted()
		};
	});
	return {
		...publication,
		tables
	};
}
/** The options of WITH (…) without those that say what is so anyway. */
function publicationOptions(options) {
	const { publish, ...others } = options;
	const isOn = (value) => [
		"true",
		"on",
		"1",
		""
	].includes(value);
	const rest = Object.entries(others).flatMap(([name, value]) => {
		if (name === "publish_via_partition_root") return isOn(value) ? [[name, "true"]] : [];
		return value === "none" ? [] : [[name, value]];
	});
	if (publish === void 0) return Object.fromEntries(rest);
	const operations = publish.split(",").map((each) => each.trim().toLowerCase()).filter((each) => each !== "").toSorted().join(", ");
	return Object.fromEntries(operations === ALL ? rest : [["publish", operations], ...rest]);
}
const ALL = "delete, insert, truncate, update";
function sorted(tables) {
	return [...new Map(tables.map((table) => [table.name, table])).values()].toSorted((a, b) => a.name < b.name ? -1 : 1);
}
/** A table's entry with what is not said left out. */
function publishedTable(name, columns, where) {
	return {
		name,
		...columns === void 0 ? {} : { columns: columns.toSorted() },
		...where === void 0 ? {} : {
			filtered: true,
			where
		}
	};
}

//#endregion
//#region src/catalog/sequence-options.ts
/** The sequence that options make, or make of one that is there (`init_params` in sequence.c). */
function withOptions$1(sequence, options, isNew) {
	const before = inFull(sequence);
	const type = options.type ?? sequence.type;
	const increment = options.increment === void 0 ? before.increment : BigInt(options.increment);
	const bounds = defaultBounds(type, increment);
	const [least, greatest] = RANGES[sequence.type];
	const isTypeChanged = options.type !== void 0;
	const keptMinimum = isTypeChanged && before.minimum === least ? RANGES[type][0] : before.minimum;
	const keptMaximum = isTypeChanged && before.maximum === greatest ? RANGES[type][1] : before.maximum;
	const minimum = bound(options.minimum, bounds.minimum, isNew ? bounds.minimum : keptMinimum);
	const maximum = bound(options.maximum, bounds.maximum, isNew ? bounds.maximum : keptMaximum);
	const first = increment > 0n ? minimum : maximum;
	const start = options.start === void 0 ? isNew ? first : before.start : BigInt(options.start);
	const cache = options.cache ?? sequence.cache ?? "1";
	const cycle = options.cycle ?? sequence.cycle ?? false;
	const ownedBy = options.ownedBy === "none" ? void 0 : options.ownedBy ?? sequence.ownedBy;
	return {
		...omit(sequence, "start", "increment", "minimum", "maximum", "cache", "cycle", "ownedBy"),
		type,
		...start === first ? {} : { start: String(start) },
		...increment === 1n ? {} : { increment: String(increment) },
		...minimum === bounds.minimum ? {} : { minimum: String(minimum) },
		...maximum === bounds.maximum ? {} : { maximum: String(maximum) },
		...cache === "1" ? {} : { cache },
		...cycle ? { cycle } : {},
		...ownedBy === void 0 ? {} : { ownedBy }
	};
}
function inFull(sequence) {
	const increment = BigInt(sequence.increment ?? 1);
	const bounds = defaultBounds(sequence.type, increment);
	const minimum = sequence.minimum === void 0 ? bounds.minimum : BigInt(sequence.minimum);
	const maximum = sequence.maximum === void 0 ? bounds.maximum : BigInt(sequence.maximum);
	const first = increment > 0n ? minimum : maximum;
	return {
		increment,
		minimum,
		maximum,
		start: sequence.start === void 0 ? first : BigInt(sequence.start)
	};
}
function bound(written, byDefault, kept) {
	if (written === void 0) return kept;
	return written === "none" ? byDefault : BigInt(written);
}
function defaultBounds(type, increment) {
	const [least, greatest] = RANGES[type];
	return increment > 0n ? {
		minimum: 1n,
		maximum: greatest
	} : {
		minimum: least,
		maximum: -1n
	};
}
const RANGES = {
	smallint: [-(2n ** 15n), 2n ** 15n - 1n],
	integer: [-(2n ** 31n), 2n ** 31n - 1n],
	bigint: [-(2n ** 63n), 2n ** 63n - 1n]
};

//#endregion
//#region src/catalog/effect.ts
/** Table-level lock modes, weakest first, as `pg_locks` spells them. */
const LOCK_MODES = [
	"AccessShareLock",
	"RowShareLock",
	"RowExclusiveLock",
	"ShareUpdateExclusiveLock",
	"ShareLock",
	"ShareRowExclusiveLock",
	"ExclusiveLock",
	"AccessExclusiveLock"
];
/**
* What happens under a lock, the shortest first: nothing but catalog changes, reading every
* row, checking every row against a constraint, building an index, or writing every row
* anew, with its indexes.
*/
const WORKS = [
	"none",
	"scan",
	"validate",
	"build",
	"rewrite"
];
/** An effect on one relation. */
function on(relation, lock, work = "none") {
	return {
		relation,
		lock,
		work
	};
}
/** An effect under ACCESS EXCLUSIVE. */
function exclusive(relation, work = "none") {
	return on(relation, "AccessExclusiveLock", work);
}
/** Whether a mode conflicts with more than another one does. */
function isStronger(lock, other) {
	return LOCK_MODES.indexOf(lock) > LOCK_MODES.indexOf(other);
}
/** The stronger of two modes. */
function strongerLock(first, second) {
	return isStronger(second, first) ? second : first;
}
/** One effect a relation: its strongest lock, which is held to the end of the transaction, and its longest work. */
function mergeEffects(effects) {
	const merged = /* @__PURE__ */ new Map();
	for (const { relation, lock, work } of effects) {
		const known = merged.get(relation) ?? {
			relation,
			lock,
			work
		};
		merged.set(relation, {
			relation,
			lock: strongerLock(known.lock, lock),
			work: WORKS.indexOf(work) > WORKS.indexOf(known.work) ? work : known.work
		});
	}
	return [...merged.values()];
}
/** Whether sessions that write rows wait for a lock (table 13.2 of PostgreSQL's manual). */
function blocksWriters(lock) {
	return LOCK_MODES.indexOf(lock) >= LOCK_MODES.indexOf("ShareLock");
}
/** Whether sessions that only read wait for a lock. */
function blocksReaders(lock) {
	return lock === "AccessExclusiveLock";
}

//#endregion
//#region src/catalog/effects-on-children.ts
/** The effects on a table, repeated on its partitions and INHERITS children, and on theirs; other relations' effects once. */
function withChildren(before, table, own) {
	return [...own, ...repeated(own, table, descendantsOf(before, table))];
}
/** The same for partitions only: children that inherit are left alone. */
function withPartitions(before, table, own) {
	return [...own, ...repeated(own, table, partitionsBelow(before, table))];
}
/** The partitions and INHERITS children of a table, theirs, and so on. */
function descendantsOf(catalog, table) {
	const found = /* @__PURE__ */ new Map();
	const pending = [...childrenOf(catalog, table)];
	for (let child = pending.pop(); child !== void 0; child = pending.pop()) {
		if (found.has(child.name)) continue;
		found.set(child.name, child);
		pending.push(...childrenOf(catalog, child.name));
	}
	return [...found.values()];
}
function repeated(own, table, others) {
	const ofTable = own.filter((effect) => effect.relation === table);
	return others.flatMap((other) => ofTable.map((effect) => ({
		...effect,
		relation: other.name
	})));
}

//#endregion
//#region src/catalog/foreign-keys.ts
/** Whether a partition has a foreign key that one of its parent would take as its own. */
function hasSameKey(catalog, partition, key) {
	return sameKeyOf(catalog, partition, key) !== void 0;
}
/** The foreign key of a partition that one of its parent takes as its own (`tryAttachPartitionForeignKey` in tablecmds.c). */
function sameKeyOf(catalog, partition, key) {
	const implied = catalog.tables.get(key.references)?.primaryKey?.columns ?? [];
	const referenced = key.referencedColumns.length > 0 ? key.referencedColumns : implied;
	return partition.foreignKeys.find((own) => own.validated && own.inherited === void 0 && own.match === key.match && own.deferrable === key.deferrable && own.references === key.references && own.columns.join() === key.columns.join() && own.referencedColumns.join() === referenced.join() && own.onDelete === key.onDelete && own.onUpdate === key.onUpdate);
}
/**
* The foreign keys that rest on an index, which go with it: of several unique indexes of the
* same columns the oldest one counts (`transformFkeyCheckAttrs` in tablecmds.c).
*/
function foreignKeysOn(catalog, index) {
	const columns = uniqueColumns(index);
	const oldest = indexesOf(catalog, index.table).find(([, each]) => uniqueColumns(each) === columns)?.[0];
	if (columns === void 0 || oldest !== index.name) return [];
	return tablesReferencing(catalog, index.table).flatMap(([name, { foreignKeys }]) => foreignKeys.filter((key) => key.references === index.table && key.referencedColumns.toSorted().join() === columns).map((key) => [name, key]));
}
/** Undefined of an index that a foreign key cannot rest on. */
function uniqueColumns({ unique, predicate, keys }) {
	const columns = keys.flatMap((key) => "column" in key ? [key.column] : []);
	return unique && predicate === void 0 && columns.length === keys.length ? columns.toSorted().join() : void 0;
}

//#endregion
//#region src/catalog/storage-options.ts
/**
* Sets some options and resets others; what is set goes to the end, as `transformRelOptions` does.
* Those of the TOAST table are kept apart, and come last.
*/
function setOptions(object, options, reset = []) {
	const kept = Object.entries(object.options ?? {}).filter(([name]) => !(name in options) && !reset.includes(name));
	const isOfToast = ([name]) => name.startsWith("toast.");
	const all = [...kept, ...Object.entries(options)];
	const entries = [...all.filter((each) => !isOfToast(each)), ...all.filter(isOfToast)];
	const bare = omit(object, "options");
	return entries.length === 0 ? bare : {
		...bare,
		options: Object.fromEntries(entries)
	};
}
/** `pg_default` is where everything is kept of which nothing is said. */
function withTablespace(object, tablespace) {
	const bare = omit(object, "tablespace");
	return tablespace === "pg_default" ? bare : {
		...bare,
		tablespace
	};
}

//#endregion
//#region src/catalog/fold-view-changes.ts
/** A materialized view after a form of ALTER that tables have too. */
function changeView(view, change) {
	switch (change.form) {
		case "setOptions": return setOptions(view, change.options);
		case "resetOptions": return setOptions(view, {}, change.names);
		case "setTablespace": return withTablespace(view, change.tablespace);
		case "setAccessMethod": {
			const bare = omit(view, "accessMethod");
			return change.method === void 0 ? bare : {
				...bare,
				accessMethod: change.method
			};
		}
		case "clusterOn": {
			const bare = omit(view, "clusteredOn");
			return change.index === void 0 ? bare : {
				...bare,
				clusteredOn: change.index
			};
		}
		case "setColumnStatistics": {
			const { statistics } = change;
			return withSetting(view, change.column, "statistics", statistics === void 0 ? {} : { statistics });
		}
		case "setColumnStorage": {
			const { storage } = change;
			return withSetting(view, change.column, "storage", storage === "default" ? {} : { storage });
		}
		case "setColumnCompression": {
			const { compression } = change;
			return withSetting(view, change.column, "compression", compression === void 0 ? {} : { compression });
		}
		case "setColumnOptions": return withSettings(view, change.column, (known) => setOptions(known, change.options));
		case "resetColumnOptions": return withSettings(view, change.column, (known) => setOptions(known, {}, change.names));
		default: return view;
	}
}
/** A view whose column has got another name. */
function renameColumnSettings(view, from, to) {
	const own = view.columnSettings?.[from];
	if (own === void 0) return view;
	return withSettings(withSettings(view, from, () => ({})), to, () => own);
}
/** The catalog after an index, by which a materialized view may be clustered, has got another name, or none. */
function renameClusterIndex(catalog, name, from, to) {
	const view = catalog.views.get(name);
	if (view?.clusteredOn !== from) return catalog;
	const changed = to === void 0 ? omit(view, "clusteredOn") : {
		...view,
		clusteredOn: to
	};
	return {
		...catalog,
		views: withEntry(catalog.views, name, changed)
	};
}
function withSetting(view, column, key, given) {
	return withSettings(view, column, (known) => ({
		...omit(known, key),
		...given
	}));
}
/** The columns are kept in the order of their names. */
function withSettings(view, column, change) {
	const { columnSettings = {}, ...bare } = view;
	const changed = change(columnSettings[column] ?? {});
	const others = Object.entries(columnSettings).filter(([name]) => name !== column);
	const all = Object.keys(changed).length === 0 ? others : [...others, [column, changed]];
	if (all.length === 0) return bare;
	return {
		...bare,
		columnSettings: Object.fromEntries(all.toSorted(([a], [b]) => a < b ? -1 : 1))
	};
}

//#endregion
//#region src/catalog/generated-names.ts
/**
* The name that the server invents for an index, sequence or the index of a constraint
* (`ChooseRelationName` in indexcmds.c): the first free one of `t_c_key`, `t_c_key1` …
*/
function chooseRelationName(catalog, schema, parts, isConstraint) {
	return firstFree(parts, (name) => {
		return relationExists(catalog, qualify(schema, name)) || isConstraint && constraintExists(catalog, schema, name);
	});
}
/**
* The name that the server invents for a constraint without an index (`ChooseConstraintName` in
* pg_constraint.c). `taken` are names of constraints that are made by the same statement.
*/
function chooseConstraintName(catalog, schema, parts, taken) {
	return firstFree(parts, (name) => taken?.has(name) === true || constraintExists(catalog, schema, name));
}
/** The name that the server invents for extended statistics (`ChooseExtendedStatisticName` in statscmds.c). */
function chooseStatisticsName(catalog, schema, table, columns) {
	return firstFree({
		table,
		column: joinColumnNames(columns),
		label: "stat"
	}, (name) => catalog.others.has(otherKey({
		kind: "statistics",
		name: qualify(schema, name)
	})));
}
/** Joins the column names of an index or foreign key as the server does for a generated name. */
function joinColumnNames(names) {
	let joined = "";
	for (const name of names) {
		joined = joined === "" ? name : `${joined}_${name}`;
		if (Buffer.byteLength(joined) > IDENTIFIER_BYTES) break;
	}
	return truncateIdentifier(joined);
}
/** What the server takes for a key of an index when it invents a name. */
function keyName(key) {
	return "column" in key ? key.column : key.name;
}
/** Names of index keys made distinct as the server does: `expr`, `expr1`. */
function distinctKeyNames(names) {
	const distinct = [];
	for (const name of names) {
		let candidate = name;
		for (let pass = 1; distinct.includes(candidate); pass++) {
			const suffix = String(pass);
			candidate = truncateIdentifier(name, IDENTIFIER_BYTES - suffix.length) + suffix;
		}
		distinct.push(candidate);
	}
	return distinct;
}
/** Whether a table, index, sequence, view or composite type has this name: they share one name space. */
function relationExists(catalog, name) {
	return catalog.tables.has(name) || catalog.indexes.has(name) || catalog.sequences.has(name) || catalog.views.has(name) || catalog.types.get(name)?.kind === "composite";
}
function firstFree(parts, isTaken) {
	for (let pass = 0;; pass++) {
		const name = objectName(pass === 0 ? parts : {
			...parts,
			label: `${parts.label}${pass}`
		});
		if (!isTaken(name)) return name;
	}
}
/** Shortens the longer of table and column until the whole fits (`makeObjectName` in indexcmds.c). */
function objectName({ table, column, label }) {
	const available = IDENTIFIER_BYTES - (1 + label.length + (column === void 0 ? 0 : 1));
	let tableBytes = Buffer.byteLength(table);
	let columnBytes = column === void 0 ? 0 : Buffer.byteLength(column);
	if (tableBytes + columnBytes <= available) return column === void 0 ? `${table}_${label}` : `${table}_${column}_${label}`;
	while (tableBytes + columnBytes > available) if (tableBytes > columnBytes) tableBytes--;
	else columnBytes--;
	const parts = [truncateIdentifier(table, tableBytes)];
	if (column !== void 0) parts.push(truncateIdentifier(column, columnBytes));
	return [...parts, label].join("_");
}
function constraintExists(catalog, schema, name) {
	if (tableConstraintExists(catalog, schema, name)) return true;
	return domainConstraintExists(catalog, schema, name);
}

//#endregion
//#region src/catalog/fold-indexes.ts
/**
* Adds an index and, on a partitioned table, one to each partition. ON ONLY makes the
* parent's alone, which stays invalid until every partition's index is attached to it.
*/
function createIndex(catalog, definition, how) {
	const { schema, name: table } = partsOf(definition.table);
	const keyNames = distinctKeyNames([...definition.keys.map(keyName), ...definition.included]);
	const column = joinColumnNames(keyNames);
	const name = definition.name ?? chooseRelationName(catalog, schema, {
		table,
		column,
		label: "idx"
	}, false);
	const partitions = partitionsOf(catalog, definition.table);
	const index = {
		constraint: false,
		valid: !(how.onOnly && partitions.length > 0),
		...definition,
		name: qualify(schema, name),
		keys: definition.keys.map((key, position) => "column" in key ? withoutOwnCollation(catalog, definition.table, key) : {
			...key,
			name: keyNames[position]
		})
	};
	if (how.parent !== void 0) index.partitionOf = how.parent;
	if (how.span !== void 0) index.origin = how.span;
	let result = withIndex(catalog, index);
	if (how.onOnly) return result;
	for (const partition of partitions) {
		const own = findSameIndex(result, index, partition.name, true);
		result = own === void 0 ? givePartition(result, index, partition.name) : hangOn(result, index, own);
	}
	return partsOfIndex(result, index.name).every(([, part]) => part.valid) ? result : withIndex(result, {
		...index,
		valid: false
	});
}
/** The catalog with an index added or replaced. */
function withIndex(catalog, index) {
	return {
		...catalog,
		indexes: withEntry(catalog.indexes, index.name, index)
	};
}
/** Gives a partition the like of an index of its parent; one that it has already is attached instead. */
function givePartition(catalog, index, partition) {
	const own = findSameIndex(catalog, index, partition);
	if (own !== void 0) return hangOn(catalog, index, own);
	return createIndex(catalog, indexCopy(index, partition), {
		onOnly: false,
		parent: index.name
	});
}
/** A partition's index that can be attached to one of its parent: of the same shape, and not attached yet. */
function findSameIndex(catalog, index, partition, takesInvalid = false) {
	const isSame = (each) => each.partitionOf === void 0 && (each.valid || takesInvalid) && (each.constraint || index.constraint !== true) && hasSameShape(each, index);
	return indexesOf(catalog, partition).find(([, each]) => isSame(each))?.[1];
}
/** Attaches a partition's index to its parent's, and the constraint behind it. */
function hangOn(catalog, parent, part) {
	const result = withIndex(catalog, {
		...part,
		partitionOf: parent.name
	});
	if (!parent.constraint || !part.constraint) return result;
	const name = partsOf(part.name).name;
	return changeTable(result, part.table, (table) => changeConstraints(table, (each) => each.name === name && isKey(table, name) ? asInherited(each) : each));
}
/** Removes an index and the ones of partitions that hang on it. */
function dropIndex(catalog, name) {
	const index = catalog.indexes.get(name);
	if (index === void 0) return catalog;
	let result = {
		...catalog,
		indexes: withoutEntry(catalog.indexes, name)
	};
	for (const [part] of partsOfIndex(catalog, name)) result = dropIndex(result, part);
	return forgetMarks(result, index);
}
/** Makes the indexes of a partition that is detached its own again, with the constraints behind them. */
function releaseIndexes(catalog, partition) {
	let result = catalog;
	for (const [, index] of indexesOf(catalog, partition)) {
		if (index.partitionOf === void 0) continue;
		const name = partsOf(index.name).name;
		result = withIndex(result, omit(index, "partitionOf"));
		result = changeTable(result, partition, (table) => changeConstraints(table, (each) => each.name === name && isKey(table, name) ? withoutParent(each, true) : each));
	}
	return result;
}
/** Attaches a partition's index to its parent's, which becomes valid with the last one. */
function attachIndex(catalog, parent, part) {
	const index = catalog.indexes.get(parent);
	const own = catalog.indexes.get(part);
	if (index === void 0 || own === void 0 || own.partitionOf === parent) return catalog;
	return validateIndex(hangOn(catalog, index, own), parent);
}
/** Moves what REINDEX (TABLESPACE …) makes anew: a partitioned index has nothing to make, its parts have. */
function reindex(catalog, action) {
	const { relation, schema, tablespace } = action;
	if (tablespace === void 0) return catalog;
	const isMeant = ({ name, table }) => relation === void 0 ? schema === void 0 || partsOf(table).schema === schema : relation === name || relation === table || isBelow(catalog, table, name, relation);
	return [...catalog.indexes.values()].filter((index) => catalog.tables.get(index.table)?.kind !== "partitioned" && partsOf(index.name).schema !== "pg_temp" && isMeant(index)).reduce((result, index) => withIndex(result, withTablespace(index, tablespace)), catalog);
}
/** Whether a table is a partition of a relation, or an index a part of it, at whatever depth. */
function isBelow({ tables, indexes }, table, index, relation) {
	const [parent, whole] = [tables.get(table)?.partitionOf, indexes.get(index)?.partitionOf];
	if (parent === relation || whole === relation) return true;
	return parent !== void 0 && isBelow({
		tables,
		indexes
	}, parent, whole ?? "", relation);
}
/** Changes an index as ALTER INDEX says. */
function alterIndex(catalog, { index: name, change }) {
	const index = catalog.indexes.get(name);
	if (index === void 0) return catalog;
	switch (change.form) {
		case "setOptions": return withIndex(catalog, setOptions(index, change.options));
		case "resetOptions": return withIndex(catalog, setOptions(index, {}, change.names));
		case "setTablespace": return withIndex(catalog, withTablespace(index, change.tablespace));
		case "setStatistics": {
			const { position, statistics } = change;
			const edit = (key) => {
				const bare = omit(key, "statistics");
				return statistics === void 0 ? bare : {
					...bare,
					statistics
				};
			};
			return withIndex(catalog, {
				...index,
				keys: index.keys.map((key, place) => place + 1 === position ? edit(key) : key)
			});
		}
	}
}
/** An index as the definition of the same on another table. */
function indexCopy(index, table) {
	const { method, keys, included, unique, predicate, nullsNotDistinct, options } = retarget(index, index.table, table);
	return {
		table,
		method,
		keys: keys.map((key) => omit(key, "statistics")),
		included,
		unique,
		...nullsNotDistinct === void 0 ? {} : { nullsNotDistinct },
		...predicate === void 0 ? {} : { predicate },
		...options === void 0 ? {} : { options }
	};
}
/** COLLATE says nothing where it is the column's own. */
function withoutOwnCollation(catalog, table, key) {
	const column = catalog.tables.get(table)?.columns.find((each) => each.name === key.column);
	return key.collation !== void 0 && key.collation === column?.collation ? omit(key, "collation") : key;
}
function isKey(table, name) {
	return constraintsOf(table).some((each) => each.name === name && (each.kind === "primary key" || each.kind === "unique" || each.kind === "exclude"));
}
function validateIndex(catalog, name) {
	const index = catalog.indexes.get(name);
	if (index === void 0 || index.valid) return catalog;
	if (partsOfIndex(catalog, name).filter(([, part]) => part.valid).length < partitionsOf(catalog, index.table).length) return catalog;
	const result = withIndex(catalog, {
		...index,
		valid: true
	});
	return index.partitionOf === void 0 ? result : validateIndex(result, index.partitionOf);
}
/** A table whose rows were told apart or ordered by an index is no longer. */
function forgetMarks(catalog, index) {
	const table = catalog.tables.get(index.table);
	if (table === void 0) return renameClusterIndex(catalog, index.table, index.name);
	const { replicaIdentity, clusteredOn } = table;
	const isIdentity = typeof replicaIdentity === "object" && replicaIdentity.index === index.name;
	if (!isIdentity && clusteredOn !== index.name) return catalog;
	return changeTable(catalog, index.table, (each) => {
		const bare = isIdentity ? omit(each, "replicaIdentity") : each;
		return clusteredOn === index.name ? omit(bare, "clusteredOn") : bare;
	});
}
/** Whether two indexes, of a partition and of its parent, have the same keys and properties. */
function hasSameShape(a, b) {
	const shape = ({ method, keys, included, unique, nullsNotDistinct, predicate }) => JSON.stringify([
		method,
		keys.map(unnamed),
		included,
		unique,
		nullsNotDistinct,
		predicate
	], withoutTexts);
	return shape(a) === shape(b);
}
/** A key without the name that it has in one index only. */
function unnamed(key) {
	return "column" in key ? omit(key, "statistics") : omit(key, "name", "statistics");
}

//#endregion
//#region src/catalog/column-storage.ts
/** The storage of a column, where it is not the type's own. */
function storageUnlessDefault(catalog, type, storage) {
	return storage === void 0 || storage === "default" || storage === defaultStorage(catalog, type) ? {} : { storage };
}
/** `pg_type.typstorage`: fixed-length types are plain, most others extended. */
function defaultStorage(catalog, type) {
	const base = catalog.domains.get(type)?.type;
	if (base !== void 0) return defaultStorage(catalog, base);
	if (type.endsWith("]")) return "extended";
	const name = withoutModifiers(type);
	if (name === "numeric" || name === "inet" || name === "cidr") return "main";
	return PLAIN.has(name) || name.startsWith("interval ") || catalog.enums.has(type) ? "plain" : "extended";
}
const PLAIN = new Set([
	...[
		"aclitem",
		"boolean",
		"box",
		"\"char\"",
		"cid",
		"circle",
		"date",
		"real",
		"double precision",
		"gtsvector"
	],
	...[
		"smallint",
		"int2vector",
		"integer",
		"bigint",
		"interval",
		"line",
		"lseg",
		"macaddr",
		"macaddr8",
		"money"
	],
	...[
		"name",
		"oid",
		"oidvector",
		"pg_lsn",
		"point",
		"regclass",
		"regcollation",
		"regconfig",
		"regdictionary"
	],
	...[
		"regnamespace",
		"regoper",
		"regoperator",
		"regproc",
		"regprocedure",
		"regrole",
		"regtype",
		"tid"
	],
	...[
		"time without time zone",
		"time with time zone",
		"timestamp without time zone",
		"timestamp with time zone"
	],
	...[
		"tsquery",
		"uuid",
		"xid",
		"xid8"
	]
]);

//#endregion
//#region src/catalog/condition.ts
/** Whether an operator is one that can be reasoned about. */
function isOperator(name) {
	return name in NEGATORS;
}
/** Parts of which all must hold, or one: without a part that is itself a list of the like, as the server has it. */
function joined(is, parts) {
	const flat = parts.flatMap((part) => part.is === is && part.isList !== true ? part.of : [part]);
	return flat.length === 1 ? flat[0] : {
		is,
		of: flat
	};
}
/** One column beside a list of constants. */
function listed(is, parts) {
	return parts.length === 1 ? parts[0] : {
		is,
		of: parts,
		isList: true
	};
}
/** The condition that is true where another one is false. */
function negated(condition) {
	switch (condition.is) {
		case "and":
		case "or": {
			const is = condition.is === "and" ? "or" : "and";
			const parts = condition.of.map(negated);
			return condition.isList === true ? {
				is,
				of: parts,
				isList: true
			} : joined(is, parts);
		}
		case "null": return {
			...condition,
			is: "not null"
		};
		case "not null": return {
			...condition,
			is: "null"
		};
		case "hash":
		case "unknown": return UNKNOWN;
		default: return {
			...condition,
			is: NEGATORS[condition.is]
		};
	}
}
/**
* A condition in which what all parts of an `or` share stands outside of it, as the server
* puts it before it proves anything (`canonicalize_qual` in prepqual.c).
*/
function canonical(condition) {
	if (!("of" in condition) || condition.isList === true) return condition;
	const whole = joined(condition.is, condition.of.map(canonical));
	if (whole.is !== "or" || whole.isList === true) return whole;
	const arms = whole.of.map((arm) => arm.is === "and" && arm.isList !== true ? arm.of : [arm]);
	const texts = arms.map((arm) => arm.map((part) => JSON.stringify(part)));
	const isNowhereElse = (part) => part === JSON.stringify(UNKNOWN);
	const shared = new Set(texts[0].filter((part) => !isNowhereElse(part) && texts.every((arm) => arm.includes(part))));
	if (shared.size === 0) return whole;
	const isShared = (part) => shared.has(JSON.stringify(part));
	const rests = arms.map((arm) => arm.filter((part) => !isShared(part)));
	const outside = arms[0].filter(isShared);
	if (rests.some((rest) => rest.length === 0)) return joined("and", outside);
	return joined("and", [...outside, joined("or", rests.map((rest) => joined("and", rest)))]);
}
/** The condition after a rename of a column. */
function renamedColumn(condition, from, to) {
	const renamed = (name) => name === from ? to : name;
	if ("of" in condition) return {
		...condition,
		of: condition.of.map((part) => renamedColumn(part, from, to))
	};
	if (condition.is === "unknown") return condition;
	if (condition.is === "hash") return {
		...condition,
		columns: condition.columns.map(renamed)
	};
	return {
		...condition,
		column: renamed(condition.column)
	};
}
/** The columns that a condition is about, as far as it is understood. */
function columnsOf(condition) {
	if ("of" in condition) return condition.of.flatMap(columnsOf);
	if (condition.is === "unknown") return [];
	return condition.is === "hash" ? condition.columns : [condition.column];
}
/** A condition that is not understood. */
const UNKNOWN = { is: "unknown" };
/** The same comparison with its sides exchanged. */
const COMMUTATORS = {
	"<": ">",
	"<=": ">=",
	"=": "=",
	">=": "<=",
	">": "<",
	"<>": "<>"
};
const NEGATORS = {
	"<": ">=",
	"<=": ">",
	"=": "<>",
	">=": "<",
	">": "<=",
	"<>": "="
};

//#endregion
//#region src/catalog/expression.ts
/** The expression after a rename of a column; the expression itself where it does not read it. */
function renameColumnIn(expression, from, to) {
	if (!expression.columns.includes(from)) return expression;
	const renamed = (name) => name === from ? to : name;
	const { columns, notNull, provesNotNull, condition } = expression;
	return {
		...expression,
		columns: columns.map(renamed).toSorted(),
		...notNull === void 0 ? {} : { notNull: notNull.map(renamed).toSorted() },
		...provesNotNull === void 0 ? {} : { provesNotNull: renamed(provesNotNull) },
		...condition === void 0 ? {} : { condition: renamedColumn(condition, from, to) }
	};
}

//#endregion
//#region src/catalog/fold-other-objects.ts
/** Adds an object, or puts it in the place of the one of that name. */
function createOther(catalog, action) {
	const key = otherKey(action.object);
	const earlier = catalog.others.get(key);
	const made = {
		...action.object,
		...ownerAndComment(catalog, earlier),
		origin: action.span
	};
	const ownerless = OWNERLESS.has(made.kind) ? omit(made, "owner") : made;
	return {
		...catalog,
		others: withEntry(catalog.others, key, ownerless)
	};
}
/** The kinds that nobody owns but who owns what they belong to. */
const OWNERLESS = new Set([
	"access method",
	"cast",
	"rule",
	"text search parser",
	"text search template",
	"transform",
	"user mapping"
]);
/** Replaces what is known of an object, which may have got another name. */
function alterOther(catalog, action) {
	const before = catalog.others.get(action.object);
	if (before === void 0) return catalog;
	const others = withEntry(withoutEntry(catalog.others, action.object), otherKey(action.to), action.to);
	return renameUses(moveGrants({
		...catalog,
		others
	}, before, action.to), before, action.to);
}
/** Gives the objects of a schema the schema's other name; what is said of the schema itself follows. */
function renameOthersIn(catalog, from, to) {
	let result = catalog;
	for (const [key, object] of catalog.others) {
		if (object.publication?.schemas.includes(from) === true) {
			const { publication } = object;
			const schemas = publication.schemas.map((each) => each === from ? to : each).toSorted();
			result = {
				...result,
				others: withEntry(result.others, key, {
					...object,
					publication: {
						...publication,
						schemas
					}
				})
			};
		}
		if (!KINDS_IN_SCHEMAS.has(object.kind) || partsOf(object.name).schema !== from) continue;
		const known = result.others.get(key);
		if (known === void 0) continue;
		const name = quoteIdentifier(to) + known.name.slice(quoteIdentifier(from).length);
		const moved = {
			...known,
			name
		};
		const renamed = renameInObject(moved, {
			kind: "relation",
			from: otherMention(known),
			to: otherMention(moved)
		});
		const others = withEntry(withoutEntry(result.others, key), otherKey(renamed), renamed);
		result = renameUses(moveGrants({
			...result,
			others
		}, known, renamed), known, renamed);
	}
	return result;
}
/** Carries the other name of an object to what is made with it. */
function renameUses(catalog, object, { name: to }) {
	const { kind, name: from } = object;
	if (from === to) return catalog;
	const inTexts = {
		kind: "relation",
		from: `${kind} ${from}`,
		to: `${kind} ${to}`
	};
	if (kind === "server") {
		const others = renameInOthers(catalog, from, to);
		const tables = mapEntries(catalog.tables, (table, key) => table.foreign?.server === from ? [key, {
			...table,
			foreign: {
				...table.foreign,
				server: to
			}
		}] : [key, table]);
		return renameTexts({
			...catalog,
			others,
			tables
		}, {
			kind: "relation",
			from,
			to
		});
	}
	if (kind === "foreign data wrapper") {
		const moved = (each) => each.kind === "server" && each.of?.[0] === from ? {
			...each,
			of: [to]
		} : each;
		const others = mapEntries(catalog.others, (each, key) => [key, moved(each)]);
		return renameTexts({
			...catalog,
			others
		}, inTexts);
	}
	if (kind === "aggregate") return !othersOf(catalog, from).some(([, each]) => each.kind === kind && each.name === from) ? renameTexts(catalog, {
		kind: "function",
		from,
		to
	}) : catalog;
	if (kind.startsWith("text search") || kind === "operator family") return renameTexts(catalog, inTexts);
	if (kind === "operator class") {
		const renamed = renameTexts(catalog, inTexts);
		const indexes = mapEntries(renamed.indexes, (index, key) => [key, withOperatorClass(index, object, to)]);
		return {
			...renamed,
			indexes
		};
	}
	if (kind !== "collation") return catalog;
	const collated = (map) => mapEntries(map, (each, key) => [key, withCollation(each, from, to)]);
	const renamed = renameTexts(catalog, inTexts);
	const { tables, indexes, domains, types } = renamed;
	return {
		...renamed,
		tables: collated(tables),
		indexes: collated(indexes),
		domains: collated(domains),
		types: collated(types)
	};
}
/** An index by an operator class that has got another name. */
function withOperatorClass(index, { name, of }, to) {
	const isMeant = ({ operatorClass }) => operatorClass?.name === name && index.method === of?.[0];
	if (!index.keys.some(isMeant)) return index;
	const renamed = (key) => isMeant(key) ? {
		...key,
		operatorClass: {
			...key.operatorClass,
			name: to
		}
	} : key;
	return {
		...index,
		keys: index.keys.map(renamed)
	};
}
/** An object in which one collation takes the place of another. */
function withCollation(object, from, to) {
	if (typeof object !== "object" || object === null) return object;
	if (Array.isArray(object)) return object.map((each) => withCollation(each, from, to));
	const entries = Object.entries(object).map(([key, value]) => {
		if (key === "origin") return [key, value];
		return [key, key === "collation" && value === from ? to : withCollation(value, from, to)];
	});
	return Object.fromEntries(entries);
}
/** The kinds on which privileges are granted, as GRANT calls them. */
const GRANTED = {
	aggregate: "function",
	language: "language",
	"foreign data wrapper": "foreign data wrapper",
	server: "foreign server"
};
/** The name under which privileges on an object are kept. */
function grantedName({ kind, name, of = [] }) {
	return kind === "aggregate" ? functionKey({
		name,
		arguments: of
	}) : name;
}
/** Carries the other name of an object to what is granted on it. */
function moveGrants(catalog, before, after) {
	const { kind } = before;
	const [from, to] = [grantedName(before), grantedName(after)];
	if (from === to || GRANTED[kind] === void 0) return catalog;
	const grants = mapEntries(catalog.grants, (grant, key) => {
		if (grant.target !== GRANTED[kind]) return [key, grant];
		const changed = {
			...grant,
			on: to
		};
		return [grantKey(changed), changed];
	}, grantsOn$1(catalog, from));
	return {
		...catalog,
		grants
	};
}
/** Removes an object, with what is granted on it. */
function removeOther(catalog, object) {
	const others = withoutEntry(catalog.others, otherKey(object));
	const grants = without(catalog.grants, ({ target }) => target === GRANTED[object.kind], grantsOn$1(catalog, grantedName(object)));
	return {
		...catalog,
		others,
		grants
	};
}
/** Removes what a relation takes with it: its rules and statistics, and its place in publications. */
function dropOthersOf(catalog, relation) {
	return changeOthers(catalog, othersOf(catalog, relation), (each) => {
		if (each.table === relation) return void 0;
		return each.publication === void 0 ? each : {
			...each,
			publication: moveTable(each.publication, relation, void 0)
		};
	});
}
/** Removes the statistics for which a column is needed. */
function dropOthersOfColumn(catalog, relation, column) {
	const isFor = (text) => text.pieces.some((piece) => typeof piece !== "string" && piece.to === "column" && piece.name === relation && piece.column === column);
	return changeOthers(catalog, othersOf(catalog, relation), (each) => each.kind === "statistics" && each.statements?.some(isFor) === true ? void 0 : each);
}
/** Removes the objects of a schema; publications no longer hold it. */
function dropOthersIn(catalog, schema) {
	return changeOthers(catalog, [...catalog.others], (each) => {
		const isInside = KINDS_IN_SCHEMAS.has(each.kind) && partsOf(each.name).schema === schema;
		const isOn = each.table !== void 0 && partsOf(each.table).schema === schema;
		if (isInside || isOn) return void 0;
		const { publication } = each;
		if (publication === void 0) return each;
		const tables = publication.tables.filter((table) => partsOf(table.name).schema !== schema);
		return {
			...each,
			publication: {
				...publication,
				tables,
				schemas: publication.schemas.filter((name) => name !== schema)
			}
		};
	});
}
/** Carries a relation's or type's other name into keys and publications; texts are carried with all others. */
function renameInOthers(catalog, from, to) {
	const renamed = (name) => name === from ? to : name === `${from}[]` ? `${to}[]` : name;
	const concerned = [...othersOf(catalog, from), ...mentioning(catalog.others, from)];
	return mapEntries(catalog.others, (each) => {
		const changed = {
			...each,
			name: KINDS_OF_TYPES.has(each.kind) ? renamed(each.name) : each.name,
			...each.of === void 0 ? {} : { of: each.of.map(renamed) },
			...each.table === void 0 ? {} : { table: renamed(each.table) },
			...each.publication === void 0 ? {} : { publication: moveTable(each.publication, from, to) }
		};
		return [otherKey(changed), changed];
	}, concerned);
}
/** The kinds that are named by types alone. */
const KINDS_OF_TYPES = new Set(["cast", "transform"]);
/** Carries a column's other name into publications and to what statistics are of. */
function renameColumnInOthers(catalog, table, from, to) {
	return changeOthers(catalog, othersOf(catalog, table), (each) => {
		if (each.publication !== void 0) return {
			...each,
			publication: moveColumn(each.publication, table, from, to)
		};
		if (each.elements === void 0 || each.table !== table) return each;
		const columns = each.elements.columns.map((column) => column === from ? to : column);
		return {
			...each,
			elements: {
				...each.elements,
				columns
			}
		};
	});
}
function changeOthers(catalog, concerned, change) {
	let { others } = catalog;
	for (const [key, object] of concerned) {
		const changed = change(object);
		if (changed === void 0) others = withoutEntry(others, key);
		else if (changed !== object) others = withEntry(others, key, changed);
	}
	return others === catalog.others ? catalog : {
		...catalog,
		others
	};
}

//#endregion
//#region src/catalog/fold-column-names.ts
/** Gives a column of one table another name, and carries the name wherever the catalog refers to it. */
function renameColumn(catalog, table, from, to) {
	const renamed = (name) => name === from ? to : name;
	const inList = (list) => list.includes(from) ? list.map(renamed) : list;
	const inExpression = (expression) => renameColumnIn(expression, from, to);
	const inKey = (key, name) => {
		const columns = name === table ? inList(key.columns) : key.columns;
		const onDeleteColumns = key.onDeleteColumns && name === table ? inList(key.onDeleteColumns) : key.onDeleteColumns;
		const referencedColumns = key.references === table ? inList(key.referencedColumns) : key.referencedColumns;
		if (columns === key.columns && referencedColumns === key.referencedColumns && onDeleteColumns === key.onDeleteColumns) return key;
		return {
			...key,
			columns,
			referencedColumns,
			...onDeleteColumns === void 0 ? {} : { onDeleteColumns }
		};
	};
	const inTable = (each, name) => {
		const foreignKeys = mapChanged(each.foreignKeys, (key) => inKey(key, name));
		if (name === table) return [name, {
			...renameInTable(each, inList, inExpression, renamed),
			foreignKeys
		}];
		return [name, foreignKeys === each.foreignKeys ? each : {
			...each,
			foreignKeys
		}];
	};
	const inIndex = (index, name) => {
		const keys = mapChanged(index.keys, (key) => {
			if ("column" in key) return key.column === from ? {
				...key,
				column: to
			} : key;
			const expression = inExpression(key.expression);
			return expression === key.expression ? key : {
				...key,
				expression
			};
		});
		const predicate = index.predicate && inExpression(index.predicate);
		const included = inList(index.included);
		if (keys === index.keys && predicate === index.predicate && included === index.included) return [name, index];
		return [name, {
			...index,
			keys,
			included,
			...predicate === void 0 ? {} : { predicate }
		}];
	};
	const own = catalog.tables.get(table);
	const concerned = new Map(tablesReferencing(catalog, table));
	if (own !== void 0) concerned.set(table, own);
	const tables = mapEntries(catalog.tables, inTable, concerned);
	const indexes = mapEntries(catalog.indexes, inIndex, indexesOf(catalog, table));
	return renameTexts({
		...renameColumnInOthers(catalog, table, from, to),
		tables,
		indexes,
		...renameColumnElsewhere(catalog, table, renamed)
	}, {
		kind: "column",
		table,
		from,
		to
	});
}
function renameInTable(table, inList, inExpression, renamed) {
	const { primaryKey, partitionKey, notNulls } = table;
	return {
		...table,
		columns: mapChanged(table.columns, (column) => {
			const value = column.default && inExpression(column.default);
			const named = column.name === renamed(column.name) ? column : {
				...column,
				name: renamed(column.name)
			};
			return value === void 0 || value === column.default ? named : {
				...named,
				default: value
			};
		}),
		...primaryKey === void 0 ? {} : { primaryKey: {
			...primaryKey,
			columns: inList(primaryKey.columns)
		} },
		uniques: mapChanged(table.uniques, (key) => {
			const columns = inList(key.columns);
			return columns === key.columns ? key : {
				...key,
				columns
			};
		}),
		checks: mapChanged(table.checks, (check) => {
			const expression = inExpression(check.expression);
			return expression === check.expression ? check : {
				...check,
				expression
			};
		}),
		...partitionKey === void 0 ? {} : { partitionKey: renameInKey(partitionKey, inExpression, renamed) },
		...notNulls === void 0 ? {} : { notNulls: mapChanged(notNulls, (each) => renamed(each.column) === each.column ? each : {
			...each,
			column: renamed(each.column)
		}) }
	};
}
function renameInKey(key, inExpression, renamed) {
	return {
		...key,
		columns: key.columns.map((each) => each && renamed(each)),
		parts: key.parts.map((part) => "column" in part ? {
			...part,
			column: renamed(part.column)
		} : {
			...part,
			expression: inExpression(part.expression)
		})
	};
}
function renameColumnElsewhere(catalog, table, renamed) {
	const inTrigger = (trigger, key) => {
		return [key, trigger.table === table ? {
			...trigger,
			updateOf: trigger.updateOf.map(renamed)
		} : trigger];
	};
	const inSequence = (sequence, key) => {
		const { ownedBy } = sequence;
		return [key, ownedBy === void 0 ? sequence : {
			...sequence,
			ownedBy: {
				table,
				column: renamed(ownedBy.column)
			}
		}];
	};
	return {
		triggers: mapEntries(catalog.triggers, inTrigger, triggersOf(catalog, table)),
		sequences: mapEntries(catalog.sequences, inSequence, sequencesOf(catalog, table))
	};
}

//#endregion
//#region src/catalog/fold-not-nulls.ts
/**
* Makes a column NOT NULL, in the table's children too. Since PostgreSQL 18 that is a
* constraint with a name; a column that is NOT NULL already keeps the one it has.
*/
function addNotNull(catalog, table, definition, only = false) {
	const known = catalog.tables.get(table);
	const { name: tableName, schema } = partsOf(table);
	const { column, noInherit } = definition;
	const existing = notNullOn(known, column);
	const parts = {
		table: tableName,
		column,
		label: "not_null"
	};
	const name = existing?.name ?? definition.name ?? chooseConstraintName(catalog, schema, parts);
	const made = existing ?? notNullFrom(definition, name);
	const validated = made.validated || definition.notValid !== true;
	const local = made.inherited === void 0 ? {} : { inherited: {
		...made.inherited,
		local: true
	} };
	let result = putNotNull(catalog, table, {
		...made,
		...local,
		validated
	});
	if (only || noInherit === true || existing?.noInherit === true) return result;
	for (const child of childrenOf(catalog, table)) result = inheritNotNull(result, child.name, {
		...made,
		validated
	}, existing === void 0);
	return result;
}
/** The same of several columns of a table that is being made, which are written into the catalog at once. */
function addOwnNotNulls(catalog, table, definitions) {
	const known = catalog.tables.get(table);
	if (known === void 0 || childrenOf(catalog, table).length > 0) return definitions.reduce((result, each) => addNotNull(result, table, each), catalog);
	const { name: tableName, schema } = partsOf(table);
	const columns = new Set(definitions.map((each) => each.column));
	const marked = mapChanged(known.columns, (each) => each.nullable && columns.has(each.name) ? {
		...each,
		nullable: false
	} : each);
	if (known.notNulls === void 0) return withTable(catalog, {
		...known,
		columns: marked
	});
	const made = [...known.notNulls];
	const taken = /* @__PURE__ */ new Set();
	for (const definition of definitions) {
		const { column } = definition;
		if (made.some((each) => each.column === column)) continue;
		const parts = {
			table: tableName,
			column,
			label: "not_null"
		};
		const name = definition.name ?? chooseConstraintName(catalog, schema, parts, taken);
		taken.add(name);
		made.push(notNullFrom(definition, name));
	}
	return withTable(catalog, {
		...known,
		columns: marked,
		notNulls: made
	});
}
function notNullFrom({ column, noInherit, notValid, span }, name) {
	const made = {
		name,
		column,
		validated: notValid !== true
	};
	if (noInherit !== void 0) made.noInherit = noInherit;
	if (span !== void 0) made.origin = span;
	return made;
}
/** Gives a table what its parent has; `isFurther` where the child does not count that parent yet. */
function inheritNotNull(catalog, table, parent, isFurther) {
	const own = notNullOn(catalog.tables.get(table), parent.column);
	const made = own === void 0 ? inheritedCopy(parent) : isFurther ? withParent(own) : own;
	let result = putNotNull(catalog, table, {
		...made,
		validated: made.validated || parent.validated
	});
	for (const child of childrenOf(catalog, table)) result = inheritNotNull(result, child.name, made, own === void 0);
	return result;
}
/** Makes a column nullable again, in children that have it of nobody else too. */
function dropNotNull(catalog, table, column, only = false) {
	const own = notNullOn(catalog.tables.get(table), column);
	const result = changeTable(catalog, table, (known) => ({
		...changeColumn(known, column, (each) => ({
			...each,
			nullable: true
		})),
		...known.notNulls === void 0 ? {} : { notNulls: known.notNulls.filter((each) => each.column !== column) }
	}));
	if (own?.noInherit === true) return result;
	return forEachChild(result, table, (each, child) => disinheritNotNull(each, child, column, only));
}
/** ALTER CONSTRAINT … INHERIT gives a NOT NULL to the children of a table, NO INHERIT leaves it to each as its own. */
function setNotNullInherit(catalog, table, name, noInherit) {
	const found = catalog.tables.get(table)?.notNulls?.find((each) => each.name === name);
	if (found === void 0 || found.noInherit === true === noInherit) return catalog;
	const given = omit(found, "noInherit");
	return forEachChild(putNotNull(catalog, table, noInherit ? {
		...found,
		noInherit: true
	} : given), table, (each, child) => {
		if (!noInherit) return inheritNotNull(each, child.name, given, true);
		const own = notNullOn(child, found.column);
		const kept = own && withoutParent(own, true);
		return kept === void 0 ? each : putNotNull(each, child.name, kept);
	});
}
/** The NOT NULL constraint of a column. */
function notNullOn(table, column) {
	return table?.notNulls?.find((each) => each.column === column);
}
function disinheritNotNull(catalog, child, column, only) {
	if (child.notNulls === void 0) return only ? catalog : dropNotNull(catalog, child.name, column);
	const own = notNullOn(child, column);
	const kept = own && withoutParent(own, only);
	return kept === void 0 ? dropNotNull(catalog, child.name, column) : putNotNull(catalog, child.name, kept);
}
function putNotNull(catalog, table, notNull) {
	return changeTable(catalog, table, (known) => {
		const columns = mapChanged(known.columns, (each) => each.nullable && each.name === notNull.column ? {
			...each,
			nullable: false
		} : each);
		if (known.notNulls === void 0) return columns === known.columns ? known : {
			...known,
			columns
		};
		const others = known.notNulls.filter((each) => each.column !== notNull.column);
		return {
			...known,
			columns,
			notNulls: [...others, notNull]
		};
	});
}

//#endregion
//#region src/catalog/fold-keys.ts
/** Adds a primary key, unique or exclusion constraint with its index, to partitions too. */
function addIndexed(catalog, table, definition, how = {}) {
	if (definition.type !== "exclusion" && definition.usingIndex !== void 0) return addUsingIndex(catalog, table, definition, definition.usingIndex);
	const withNotNulls = definition.type === "primaryKey" ? addKeyNotNulls(catalog, table, definition, how) : catalog;
	const { schema } = partsOf(table);
	const name = definition.name ?? chooseName(withNotNulls, table, definition);
	const partitions = partitionsOf(withNotNulls, table);
	const index = {
		name: qualify(schema, name),
		valid: !(how.only === true && partitions.length > 0),
		...indexOf(definition, table)
	};
	if (how.parent !== void 0) index.partitionOf = how.parent;
	let result = record(withIndex(withNotNulls, index), table, definition, name, how.parent !== void 0);
	if (how.only === true) return result;
	for (const partition of partitions) result = giveConstraint(result, index, partition.name, definition);
	return result;
}
/** Gives a partition the like of a constraint of its parent; an equal one that it has becomes part of it. */
function giveConstraint(catalog, index, partition, definition) {
	const own = findSameIndex(catalog, index, partition);
	if (own !== void 0) return hangOn(catalog, index, own);
	return addIndexed(catalog, partition, omit(retarget(definition, index.table, partition), "name", "span", "tablespace"), { parent: index.name });
}
/** A constraint of a table as the definition of the same on another one; undefined where no constraint owns the index. */
function definitionOf(table, index) {
	const name = partsOf(index.name).name;
	const { primaryKey, uniques, exclusions } = table;
	const key = primaryKey?.name === name ? primaryKey : uniques.find((each) => each.name === name);
	const { keys, included, method, predicate, options, nullsNotDistinct } = indexCopy(index, table.name);
	const storage = options === void 0 ? {} : { options };
	if (key !== void 0) return {
		...omit(key, "name", "inherited", "origin", "comment"),
		type: key === primaryKey ? "primaryKey" : "unique",
		included,
		...nullsNotDistinct === void 0 ? {} : { nullsNotDistinct },
		...storage
	};
	const exclusion = exclusions.find((each) => each.name === name);
	if (exclusion === void 0) return void 0;
	const where = predicate === void 0 ? {} : { predicate };
	return {
		...omit(exclusion, "name", "inherited", "origin", "comment"),
		type: "exclusion",
		method,
		keys,
		included,
		...where,
		...storage
	};
}
/** The columns of a primary key become NOT NULL before the key is named. */
function addKeyNotNulls(catalog, table, key, how) {
	let result = catalog;
	for (const column of key.columns) {
		const known = result.tables.get(table);
		const isNullable = known?.columns.find((each) => each.name === column)?.nullable !== false;
		const isUnnamed = known?.notNulls !== void 0 && notNullOn(known, column) === void 0;
		if (isNullable || isUnnamed) result = addNotNull(result, table, { column }, how.only);
	}
	return result;
}
function chooseName(catalog, table, definition) {
	const { schema, name } = partsOf(table);
	if (definition.type === "primaryKey") return chooseRelationName(catalog, schema, {
		table: name,
		label: "pkey"
	}, true);
	return chooseRelationName(catalog, schema, {
		table: name,
		column: joinColumnNames(distinctKeyNames([...definition.type === "exclusion" ? definition.keys.map(keyName) : definition.columns, ...definition.included])),
		label: definition.type === "unique" ? "key" : "excl"
	}, true);
}
function indexOf(definition, table) {
	const { options, tablespace, included, span } = definition;
	const index = {
		table,
		included,
		constraint: true,
		...shapeOf(definition)
	};
	if (options !== void 0) index.options = options;
	if (tablespace !== void 0) index.tablespace = tablespace;
	if (span !== void 0) index.origin = span;
	return index;
}
function shapeOf(definition) {
	if (definition.type === "exclusion") {
		const { method, keys, predicate } = definition;
		const names = distinctKeyNames(keys.map(keyName));
		return {
			method,
			keys: keys.map((key, position) => "column" in key ? key : {
				...key,
				name: names[position]
			}),
			unique: false,
			...predicate === void 0 ? {} : { predicate }
		};
	}
	const { columns, nullsNotDistinct, withoutOverlaps } = definition;
	return {
		method: withoutOverlaps === true ? "gist" : "btree",
		keys: columns.map((column) => ({ column })),
		unique: true,
		...nullsNotDistinct === void 0 ? {} : { nullsNotDistinct }
	};
}
function addUsingIndex(catalog, table, key, indexName) {
	const index = catalog.indexes.get(indexName);
	const { schema, name: oldName } = partsOf(indexName);
	const name = key.name ?? oldName;
	const columns = (index?.keys ?? []).flatMap((part) => "column" in part ? [part.column] : []);
	const definition = {
		...key,
		columns
	};
	const result = record(key.type === "primaryKey" ? addKeyNotNulls(catalog, table, definition, {}) : catalog, table, definition, name, false);
	if (index === void 0) return result;
	const renamed = {
		...index,
		name: qualify(schema, name),
		constraint: true
	};
	return withIndex(renameMarks({
		...result,
		indexes: withoutEntry(result.indexes, indexName)
	}, table, indexName, renamed.name), renamed);
}
function record(catalog, table, definition, name, isInherited) {
	const { span, deferrable } = definition;
	const made = {
		name,
		...definition.type === "exclusion" ? { operators: definition.operators } : keyFacts(definition),
		...deferrable === void 0 ? {} : { deferrable },
		...span === void 0 ? {} : { origin: span }
	};
	const own = isInherited ? asInherited(made) : made;
	return changeTable(catalog, table, (known) => {
		if (definition.type === "exclusion") return {
			...known,
			exclusions: [...known.exclusions, own]
		};
		if (definition.type === "primaryKey") return {
			primaryKey: own,
			...omit(known, "primaryKey")
		};
		return {
			...known,
			uniques: [...known.uniques, own]
		};
	});
}
function keyFacts({ columns, withoutOverlaps }) {
	return {
		columns,
		...withoutOverlaps === void 0 ? {} : { withoutOverlaps }
	};
}
/** What a table is clustered or replicated by keeps being so under the index's other name. */
function renameMarks(catalog, table, from, to) {
	const known = catalog.tables.get(table);
	if (known === void 0) return renameClusterIndex(catalog, table, from, to);
	const { replicaIdentity, clusteredOn } = known;
	const isIdentity = typeof replicaIdentity === "object" && replicaIdentity.index === from;
	if (!isIdentity && clusteredOn !== from) return catalog;
	return changeTable(catalog, table, (each) => ({
		...each,
		...isIdentity ? { replicaIdentity: { index: to } } : {},
		...clusteredOn === from ? { clusteredOn: to } : {}
	}));
}

//#endregion
//#region src/catalog/fold-constraints.ts
/** Adds a constraint to a table and, as PostgreSQL does, to its partitions or children. */
function addConstraint(catalog, table, constraint, only = false) {
	switch (constraint.type) {
		case "primaryKey":
		case "unique":
		case "exclusion": return addIndexed(catalog, table, constraint, { only });
		case "check": return addCheck(catalog, table, constraint, only);
		case "foreignKey": return addForeignKey(catalog, table, constraint);
	}
}
/** Removes a constraint, its index, and what partitions and children have of it alone. */
function dropConstraint(catalog, table, name, only = false) {
	const known = catalog.tables.get(table);
	const found = known && constraintsOf(known).find((each) => each.name === name);
	if (known === void 0 || found === void 0) return changeTable(catalog, table, (stub) => stub);
	if (found.kind === "not null") return dropNotNull(catalog, table, found.column, only);
	let result = withTable(catalog, changeConstraints(known, (each) => each.name === name ? void 0 : each));
	if (found.kind === "check") {
		if (found.noInherit === true) return result;
		return forEachChild(result, table, (each, child) => disinherit(each, child, name, only));
	}
	if (found.kind === "foreign key") {
		for (const child of partitionsOf(catalog, table)) {
			const part = child.foreignKeys.find((each) => each.inherited !== void 0 && isSameForeignKey(each, found));
			if (part !== void 0) result = dropConstraint(result, child.name, part.name);
		}
		return result;
	}
	const index = qualify(partsOf(table).schema, name);
	for (const [, part] of partsOfIndex(catalog, index)) result = dropConstraint(result, part.table, partsOf(part.name).name);
	return dropIndex(result, index);
}
/** Removes the foreign keys that rest on an index, as CASCADE does with it. */
function dropForeignKeysOn(catalog, name) {
	const index = catalog.indexes.get(name);
	let result = catalog;
	for (const [table, key] of index === void 0 ? [] : foreignKeysOn(catalog, index)) result = dropConstraint(result, table, key.name);
	return result;
}
/** Removes the foreign keys that refer to the columns of a key, as CASCADE does with it. */
function dropForeignKeysTo$1(catalog, table, name) {
	const known = catalog.tables.get(table);
	const key = [known?.primaryKey, ...known?.uniques ?? []].find((each) => each?.name === name);
	const columns = key?.columns.toSorted().join();
	let result = catalog;
	for (const [other, { foreignKeys }] of key === void 0 ? [] : tablesReferencing(catalog, table)) {
		const meant = foreignKeys.filter((each) => each.references === table && each.referencedColumns.toSorted().join() === columns);
		for (const each of meant) result = dropConstraint(result, other, each.name);
	}
	return result;
}
/** Marks a constraint as validated, on partitions and children too. */
function validateConstraint(catalog, table, name) {
	return changeEverywhere(catalog, table, name, (each) => "validated" in each ? {
		...each,
		validated: true
	} : each);
}
/** Changes a constraint as ALTER CONSTRAINT says, on partitions and children too. */
function alterConstraint(catalog, table, name, { deferrable, enforced, noInherit }) {
	if (noInherit !== void 0) return setNotNullInherit(catalog, table, name, noInherit);
	return changeEverywhere(catalog, table, name, (each) => ({
		...each,
		...deferrable === void 0 ? {} : { deferrable: deferrable === "not deferrable" ? void 0 : deferrable },
		...enforced === void 0 ? {} : {
			enforced: enforced ? void 0 : false,
			validated: enforced
		}
	}));
}
/** Renames a constraint and the index it owns. */
function renameConstraint(catalog, table, from, to) {
	const known = catalog.tables.get(table);
	let result = changeTable(catalog, table, (each) => changeConstraints(each, (constraint) => constraint.name === from ? {
		...constraint,
		name: to
	} : constraint));
	const schema = partsOf(table).schema;
	const index = result.indexes.get(qualify(schema, from));
	if (index?.constraint === true && index.table === table) {
		const name = qualify(schema, to);
		result = renameMarks(result, table, index.name, name);
		let indexes = withEntry(withoutEntry(result.indexes, index.name), name, {
			...index,
			name
		});
		for (const [key, part] of partsOfIndex(catalog, index.name)) indexes = withEntry(indexes, key, {
			...part,
			partitionOf: name
		});
		result = {
			...result,
			indexes
		};
	}
	const found = known && constraintsOf(known).find((each) => each.name === from);
	if (found?.kind !== "check" && found?.kind !== "not null") return result;
	for (const child of childrenOf(catalog, table)) result = renameConstraint(result, child.name, from, to);
	return result;
}
/** Removes indexes and constraints of a table that use a column, as DROP COLUMN does. */
function dropConstraintsOn(catalog, table, column) {
	let result = catalog;
	for (const [name, index] of indexesOf(catalog, table)) if (usesColumn(index, column)) result = dropIndex(result, name);
	return changeTable(result, table, (known) => {
		const { primaryKey, notNulls } = known;
		const kept = primaryKey?.columns.includes(column) === true ? omit(known, "primaryKey") : known;
		const hasIndex = (each) => result.indexes.has(qualify(partsOf(table).schema, each.name));
		return {
			...kept,
			uniques: known.uniques.filter((key) => hasIndex(key) && !key.columns.includes(column)),
			foreignKeys: known.foreignKeys.filter((key) => !key.columns.includes(column)),
			checks: known.checks.filter((check) => !check.expression.columns.includes(column)),
			exclusions: known.exclusions.filter(hasIndex),
			...notNulls === void 0 ? {} : { notNulls: notNulls.filter((each) => each.column !== column) }
		};
	});
}
/** The check that a child or partition has of a parent; one of its own with that name is merged. */
function inheritCheck(catalog, table, check, of) {
	const parent = retarget(check, of, table);
	const own = catalog.tables.get(table)?.checks.find((check) => check.name === parent.name);
	const made = own === void 0 ? inheritedCopy(parent) : ofPartition(catalog, table, own) ?? withParent(own);
	let result = changeTable(catalog, table, (known) => ({
		...known,
		checks: own === void 0 ? [...known.checks, made] : known.checks.map((each) => each === own ? made : each)
	}));
	if (own !== void 0) return result;
	for (const child of childrenOf(catalog, table)) result = inheritCheck(result, child.name, made, table);
	return result;
}
/** A check that one parent of a child less has. */
function disinherit(catalog, child, name, keeps) {
	const own = child.checks.find((each) => each.name === name);
	if (own === void 0) return catalog;
	const kept = withoutParent(own, keeps);
	if (kept === void 0) return dropConstraint(catalog, child.name, name);
	return withTable(catalog, {
		...child,
		checks: child.checks.map((each) => each === own ? kept : each)
	});
}
function usesColumn(index, column) {
	return index.keys.some((key) => "column" in key ? key.column === column : key.expression.columns.includes(column)) || index.included.includes(column) || index.predicate?.columns.includes(column) === true;
}
function addCheck(catalog, table, check, only) {
	const { schema, name: tableName } = partsOf(table);
	const [column, ...others] = check.expression.columns;
	const parts = {
		table: tableName,
		label: "check",
		...column !== void 0 && others.length === 0 ? { column } : {}
	};
	const name = check.name ?? chooseConstraintName(catalog, schema, parts);
	const own = catalog.tables.get(table)?.checks.find((each) => each.name === name);
	const made = own === void 0 ? checkFrom(check, name) : ofPartition(catalog, table, own) ?? {
		...own,
		...locally(own)
	};
	let result = changeTable(catalog, table, (known) => ({
		...known,
		checks: own === void 0 ? [...known.checks, made] : known.checks.map((each) => each === own ? made : each)
	}));
	if (only || own !== void 0 || check.noInherit === true) return result;
	for (const child of childrenOf(catalog, table)) result = inheritCheck(result, child.name, made, table);
	return result;
}
/** A check of a partition that its parent has too, which is never its own then. */
function ofPartition(catalog, table, own) {
	return catalog.tables.get(table)?.partitionOf === void 0 ? void 0 : asInherited(own);
}
/** A check that a table has of its parent and then says itself is merged (`MergeWithExistingConstraint` in heap.c). */
function locally(own) {
	return own.inherited === void 0 ? {} : { inherited: {
		...own.inherited,
		local: true
	} };
}
function checkFrom(check, name) {
	const { expression, notValid, noInherit, enforced } = check;
	const made = {
		name,
		expression,
		validated: !notValid
	};
	if (noInherit !== void 0) made.noInherit = noInherit;
	if (enforced !== void 0) made.enforced = enforced;
	if (check.span !== void 0) made.origin = check.span;
	return made;
}
function addForeignKey(catalog, table, key, isInherited = false) {
	const { schema, name: tableName } = partsOf(table);
	const parts = {
		table: tableName,
		column: joinColumnNames(key.columns),
		label: "fkey"
	};
	const name = key.name ?? chooseConstraintName(catalog, schema, parts);
	const implied = catalog.tables.get(key.references)?.primaryKey?.columns ?? [];
	const made = {
		name,
		columns: key.columns,
		references: key.references,
		referencedColumns: key.referencedColumns.length > 0 ? key.referencedColumns : implied,
		onDelete: key.onDelete,
		onUpdate: key.onUpdate,
		validated: !key.notValid
	};
	if (key.onDeleteColumns !== void 0) made.onDeleteColumns = key.onDeleteColumns;
	if (key.match !== void 0) made.match = key.match;
	if (key.deferrable !== void 0) made.deferrable = key.deferrable;
	if (key.period !== void 0) made.period = key.period;
	if (key.enforced !== void 0) made.enforced = key.enforced;
	if (key.span !== void 0) made.origin = key.span;
	const own = isInherited ? asInherited(made) : made;
	let result = changeTable(catalog, table, (known) => ({
		...known,
		foreignKeys: [...known.foreignKeys, own]
	}));
	for (const partition of partitionsOf(catalog, table)) result = giveForeignKey(result, partition.name, made);
	return result;
}
/** Gives a partition a foreign key of its parent; an equal one of its own becomes part of it. */
function giveForeignKey(catalog, partition, parent) {
	const known = catalog.tables.get(partition);
	const { validated, name, ...facts } = omit(parent, "origin", "inherited", "comment");
	const definition = {
		...facts,
		type: "foreignKey",
		notValid: !validated
	};
	const own = known && sameKeyOf(catalog, known, definition);
	if (known !== void 0 && own !== void 0) {
		const part = asInherited(own);
		return withTable(catalog, {
			...known,
			foreignKeys: known.foreignKeys.map((each) => each === own ? part : each)
		});
	}
	return addForeignKey(catalog, partition, known !== void 0 && findConstraint(known, name) !== void 0 ? definition : {
		...definition,
		name
	}, true);
}
function isSameForeignKey(a, b) {
	const shape = ({ columns, references, referencedColumns, onDelete, onUpdate, match, deferrable }) => JSON.stringify([
		columns,
		references,
		referencedColumns,
		onDelete,
		onUpdate,
		match,
		deferrable
	]);
	return shape(a) === shape(b);
}
/** Changes the constraints of one name of a table, its partitions and children. */
function changeEverywhere(catalog, table, name, change) {
	let result = changeTable(catalog, table, (known) => changeConstraints(known, (each) => each.name === name ? change(each) : each));
	for (const child of childrenOf(catalog, table)) result = changeEverywhere(result, child.name, name, change);
	return result;
}

//#endregion
//#region src/catalog/fold-drop.ts
/** Removes a table with everything that cannot be without it, and foreign keys that reference it. */
function dropTable(catalog, name) {
	let result = {
		...catalog,
		tables: withoutEntry(catalog.tables, name)
	};
	for (const child of childrenOf(catalog, name)) result = dropTable(result, child.name);
	const dropKeys = (table, key) => {
		return [key, {
			...table,
			foreignKeys: table.foreignKeys.filter((foreignKey) => foreignKey.references !== name)
		}];
	};
	const all = () => true;
	result = dropSequences(dropOthersOf(result, name), sequencesOf(result, name));
	return {
		...result,
		tables: mapEntries(result.tables, dropKeys, tablesReferencing(result, name)),
		indexes: without(result.indexes, all, indexesOf(result, name)),
		triggers: without(result.triggers, (trigger) => trigger.table === name, triggersOf(result, name)),
		policies: without(result.policies, all, policiesOf(result, name)),
		grants: without(result.grants, (grant) => grant.target === "table", grantsOn$1(result, name))
	};
}
/** Removes sequences, with what is granted on them. */
function dropSequences(catalog, sequences) {
	let result = catalog;
	for (const [name] of sequences) result = {
		...result,
		sequences: withoutEntry(result.sequences, name),
		grants: without(result.grants, () => true, grantsOn$1(result, name))
	};
	return result;
}
/** Removes a view or materialized view. */
function dropView(catalog, view) {
	const beside = dropOthersOf(catalog, view);
	return {
		...beside,
		views: withoutEntry(beside.views, view),
		grants: without(beside.grants, (each) => each.target === "table", grantsOn$1(beside, view)),
		triggers: without(beside.triggers, (each) => each.table === view, triggersOf(beside, view)),
		indexes: without(beside.indexes, () => true, indexesOf(beside, view))
	};
}
/** Removes the views that read a relation, or a column of it, and those that read them, which may be a circle. */
function dropReaders(catalog, relation, column) {
	let result = catalog;
	for (const [view] of viewsReading(catalog, relation, column)) if (view !== relation && result.views.has(view)) result = dropReaders(dropView(result, view), view);
	return result;
}
/** Removes a schema with all that is in it. */
function dropSchema(catalog, schema) {
	let result = {
		...catalog,
		schemas: withoutEntry(catalog.schemas, schema)
	};
	const isInside = (name) => partsOf(name).schema === schema;
	for (const name of catalog.tables.keys()) if (isInside(name)) result = dropTable(result, name);
	result = dropOthersIn(result, schema);
	const outside = (map) => without(map, (_, name) => isInside(name));
	return {
		...result,
		sequences: outside(result.sequences),
		enums: outside(result.enums),
		domains: outside(result.domains),
		types: outside(result.types),
		views: outside(result.views),
		indexes: outside(result.indexes),
		functions: outside(result.functions),
		triggers: without(result.triggers, (trigger) => isInside(trigger.function)),
		grants: without(result.grants, (grant) => isInside(grant.on) || grant.target === "schema" && grant.on === schema),
		defaultPrivileges: without(result.defaultPrivileges, (entry) => entry.schema === schema)
	};
}

//#endregion
//#region src/catalog/grant-givers.ts
/**
* What of privileges the acting role gives or takes, and as whom: a role that it is or belongs to, or without a
* name the owner. It acts as one role for all that a statement says of an object or a column; what that one may
* not pass on is left out with a warning (`select_best_grantor` of the server).
*/
function grantedBy(catalog, privileges, postgres) {
	const { role } = catalog.session;
	if (role === void 0) return privileges.map((each) => [each, void 0]);
	const places = /* @__PURE__ */ new Map();
	for (const each of privileges) {
		const place = grantKey({
			...each,
			privilege: "",
			grantee: ""
		});
		places.set(place, [...places.get(place) ?? [], each]);
	}
	const roles = rolesOf(catalog, role, postgres);
	return [...places.values()].flatMap((ofOne) => grantedOnOne(catalog, ofOne, roles));
}
function grantedOnOne(catalog, privileges, roles) {
	const [first] = privileges;
	if (first === void 0) return [];
	const owner = ownerOf(catalog, first.target, first.on) ?? runnerOf(catalog);
	if (roles.includes(owner) || catalog.roles.get(roles[0] ?? "")?.superuser === true) return privileges.map((each) => [each, void 0]);
	const asEach = roles.map((by) => privileges.filter((each) => mayPassOn(catalog, each, by)).map((each) => [each, by]));
	const most = Math.max(...asEach.map(({ length }) => length));
	const isKnown = roles.every((each) => catalog.roles.has(each)) && isWhollyKnown(catalog, first);
	if (most === 0 && !isKnown) return privileges.map((each) => [each, void 0]);
	return asEach.find(({ length }) => length === most) ?? [];
}
function mayPassOn(catalog, { column, ...whole }, by) {
	return [whole, ...column === void 0 ? [] : [{
		...whole,
		column
	}]].some((each) => catalog.grants.get(grantKey({
		...each,
		grantee: by
	}))?.grantable === true);
}
/** The role and those whose privileges it has by membership, nearest first. */
function rolesOf(catalog, role, postgres) {
	const found = new Set([role]);
	for (const each of found) {
		const known = catalog.roles.get(each);
		if (known === void 0 || postgres < 16 && known.inherit === false) continue;
		for (const group of known.memberOf) if (known.membershipOptions?.[group]?.inherit !== false) found.add(group);
	}
	return [...found];
}
/** The role that a catalog leaves without a name. Supabase and the images of PostgreSQL call it so. */
function runnerOf({ session }) {
	return session.runner ?? "postgres";
}
/** A privilege that is given, be it once more by another one. */
function withGiver(grants, grant, by) {
	const key = grantKey(grant);
	const earlier = grants.get(key);
	const others = earlier === void 0 ? [] : giversOf(earlier).filter((each) => each.by !== by);
	const same = earlier && giversOf(earlier).find((each) => each.by === by);
	const grantable = grant.grantable || same?.grantable === true;
	if (same !== void 0 && same.grantable === grantable) return grants;
	return withEntry(grants, key, givenBy(earlier ?? grant, [...others, {
		...by === void 0 ? {} : { by },
		grantable
	}]));
}
/** A privilege that one of those who gave it takes away, or the option to pass it on; what was passed on goes along. */
function withoutGiver(grants, key, by, optionOnly) {
	const held = grants.get(key);
	if (held === void 0) return grants;
	const left = giversOf(held).flatMap((each) => {
		if (each.by !== by) return [each];
		return optionOnly ? [{
			...each,
			grantable: false
		}] : [];
	});
	const changed = givenBy(held, left);
	const result = left.length === 0 ? withoutEntry(grants, key) : withEntry(grants, key, changed);
	return held.grantable && !changed.grantable ? withoutPassedOn(result, held) : result;
}
function withoutPassedOn(grants, { grantee, target, on, privilege, column }) {
	let result = grants;
	for (const [key, each] of grantsOn$1({ grants }, on)) if (each.target === target && each.privilege === privilege && each.column === column && giversOf(each).some(({ by }) => by === grantee)) result = withoutGiver(result, key, grantee, false);
	return result;
}
/** Those who gave a privilege. */
function giversOf({ givers, grantable }) {
	return givers ?? [{ grantable }];
}
function givenBy({ givers: _, ...grant }, givers) {
	const grantable = givers.some((each) => each.grantable);
	return givers.some((each) => each.by !== void 0) ? {
		...grant,
		grantable,
		givers
	} : {
		...grant,
		grantable
	};
}
/** Whether an object is one of those that the catalog knows all of. */
function isWhollyKnown(catalog, { target, on }) {
	if (target === "table" && catalog.tables.get(on)?.known === "partly") return false;
	return objectOf(catalog, target, on) !== void 0;
}
/** Who owns an object that privileges are on; undefined for the role that runs the migrations, and where nothing is known of it. */
function ownerOf(catalog, target, on) {
	const object = objectOf(catalog, target, on);
	if (target !== "sequence" || object?.owner !== void 0) return object?.owner;
	return catalog.tables.get(catalog.sequences.get(on)?.ownedBy?.table ?? "")?.owner;
}
function objectOf(catalog, target, on) {
	switch (target) {
		case "schema": return catalog.schemas.get(partsOf(on).schema);
		case "table": return catalog.tables.get(on) ?? catalog.views.get(on);
		case "function": return catalog.functions.get(on);
		case "type": return catalog.enums.get(on) ?? catalog.domains.get(on) ?? catalog.types.get(on);
		case "language":
		case "foreign data wrapper": return catalog.others.get(`${target} ${on}`);
		case "foreign server": return catalog.others.get(`server ${on}`);
		case "sequence": return catalog.sequences.get(on);
		case "database":
		case "large object": return;
	}
}

//#endregion
//#region src/catalog/fold-privileges.ts
/** Adds the privileges of GRANT, as far as who gives them may; the owner's own are not listed. */
function grant(catalog, action, postgres) {
	let grants = catalog.grants;
	const given = spelledOut(action.privileges, action.on).filter((each) => !isOnSystem(each));
	for (const [each, by] of grantedBy(catalog, given, postgres)) {
		const key = grantKey(each);
		if (isImplied(each)) grants = withoutEntry(grants, key);
		if (each.grantee === ownerOf(catalog, each.target, each.on) || isImplied(each)) continue;
		if (each.privilege === "MAINTAIN" && postgres < 17) continue;
		grants = withGiver(grants, {
			origin: action.span,
			...each,
			grantable: action.grantable
		}, by);
	}
	return {
		...catalog,
		grants
	};
}
/** Takes privileges away, as far as who takes them may; one on a table takes the same on its columns along. */
function revoke(catalog, action, postgres) {
	let grants = catalog.grants;
	const taken = spelledOut(action.privileges, action.on).flatMap((each) => [each, ...onColumns(catalog, each)]);
	for (const [each, by] of grantedBy(catalog, taken, postgres)) {
		const key = grantKey(each);
		if (!isImplied(each)) grants = withoutGiver(grants, key, by, action.grantOptionOnly);
		else if (!action.grantOptionOnly && isKnown(catalog, each.target, each.on)) grants = withEntry(grants, key, {
			origin: action.span,
			...each,
			grantable: false,
			withheld: true
		});
	}
	return {
		...catalog,
		grants
	};
}
function onColumns(catalog, whole) {
	if (whole.target !== "table" || whole.column !== void 0) return [];
	return grantsOn$1(catalog, whole.on).flatMap(([, { target, on, privilege, grantee, column }]) => {
		return target === "table" && privilege === whole.privilege && grantee === whole.grantee && column !== void 0 ? [{
			target,
			on,
			privilege,
			grantee,
			column
		}] : [];
	});
}
/** Adds what ALTER DEFAULT PRIVILEGES … GRANT gives. */
function grantByDefault(catalog, action, postgres) {
	let defaultPrivileges = catalog.defaultPrivileges;
	for (const entry of defaultsOf(catalog, action.privileges, action)) {
		const key = defaultPrivilegeKey(entry);
		if (isImplied(entry)) defaultPrivileges = withoutEntry(defaultPrivileges, key);
		if (isHeldAnyway(catalog, entry) || isImplied(entry)) continue;
		if (entry.privilege === "MAINTAIN" && postgres < 17) continue;
		const grantable = action.grantable || defaultPrivileges.get(key)?.grantable === true;
		defaultPrivileges = withEntry(defaultPrivileges, key, {
			...entry,
			grantable,
			origin: action.span
		});
	}
	return {
		...catalog,
		defaultPrivileges
	};
}
/** Removes what ALTER DEFAULT PRIVILEGES … REVOKE takes. */
function revokeByDefault(catalog, action) {
	let defaultPrivileges = catalog.defaultPrivileges;
	for (const entry of defaultsOf(catalog, action.privileges, action)) {
		const key = defaultPrivilegeKey(entry);
		const held = defaultPrivileges.get(key);
		if (isImplied(entry)) {
			if (action.grantOptionOnly === true || entry.schema !== void 0) continue;
			const withheld = {
				...entry,
				grantable: false,
				withheld: true,
				origin: action.span
			};
			defaultPrivileges = withEntry(defaultPrivileges, key, withheld);
		} else if (action.grantOptionOnly !== true) defaultPrivileges = withoutEntry(defaultPrivileges, key);
		else if (held !== void 0) defaultPrivileges = withEntry(defaultPrivileges, key, {
			...held,
			grantable: false
		});
	}
	return {
		...catalog,
		defaultPrivileges
	};
}
/** Gives a new object the privileges that ALTER DEFAULT PRIVILEGES promised for such objects. */
function applyDefaultPrivileges(catalog, target, on, owner, schema = partsOf(on).schema) {
	let grants = catalog.grants;
	for (const entry of catalog.defaultPrivileges.values()) {
		if (entry.target !== target || entry.role !== owner || isOfItsOwn(catalog, entry)) continue;
		if (entry.schema !== void 0 && entry.schema !== schema) continue;
		const { role: _, schema: __, ...given } = entry;
		const made = {
			...given,
			on
		};
		grants = withEntry(grants, grantKey(made), made);
	}
	return {
		...catalog,
		grants
	};
}
/** Hands a relation or schema to another owner, whose own grants are then no longer listed. */
function setOwner(catalog, action) {
	const owner = action.owner === void 0 ? {} : { owner: action.owner };
	const target = action.target === "schema" ? "schema" : void 0;
	const grants = without(catalog.grants, (each) => {
		return each.on === action.on && each.grantee === action.owner && each.target === "schema" === (target === "schema");
	});
	if (action.target === "schema") return {
		...catalog,
		grants,
		schemas: owned(catalog.schemas, action)
	};
	if (action.target === "function") return {
		...catalog,
		grants,
		functions: owned(catalog.functions, action)
	};
	if (action.target === "type") {
		const { enums, domains, types } = catalog;
		return {
			...catalog,
			grants,
			enums: owned(enums, action),
			domains: owned(domains, action),
			types: owned(types, action)
		};
	}
	if (catalog.views.has(action.on)) return {
		...catalog,
		grants,
		views: owned(catalog.views, action)
	};
	if (catalog.sequences.get(action.on)?.ownedBy === void 0 && catalog.sequences.has(action.on)) return {
		...catalog,
		grants,
		sequences: owned(catalog.sequences, action)
	};
	const table = catalog.tables.get(action.on);
	if (table === void 0) return {
		...catalog,
		grants
	};
	const { owner: _, ...rest } = table;
	return {
		...catalog,
		grants,
		tables: withEntry(catalog.tables, action.on, {
			...rest,
			...owner
		})
	};
}
function owned(map, { on, owner }) {
	const known = map.get(on);
	if (known === void 0) return map;
	const { owner: _, ...rest } = known;
	return withEntry(map, on, {
		...rest,
		...owner === void 0 ? {} : { owner }
	});
}
/** What ALL PRIVILEGES stands for; MAINTAIN since PostgreSQL 17. */
const PRIVILEGES = {
	table: [
		"SELECT",
		"INSERT",
		"UPDATE",
		"DELETE",
		"TRUNCATE",
		"REFERENCES",
		"TRIGGER",
		"MAINTAIN"
	],
	sequence: [
		"SELECT",
		"UPDATE",
		"USAGE"
	],
	function: ["EXECUTE"],
	schema: ["CREATE", "USAGE"],
	type: ["USAGE"],
	database: [
		"CREATE",
		"CONNECT",
		"TEMPORARY"
	],
	language: ["USAGE"],
	"foreign data wrapper": ["USAGE"],
	"foreign server": ["USAGE"],
	"large object": ["SELECT", "UPDATE"]
};
function spelledOut(change, objects) {
	const { target } = change;
	const list = change.privileges === "all" ? PRIVILEGES[target].map((privilege) => ({
		privilege,
		columns: []
	})) : change.privileges;
	return objects.flatMap((on) => change.grantees.flatMap((grantee) => list.flatMap(({ privilege, columns }) => {
		const whole = {
			target,
			on,
			privilege,
			grantee
		};
		return columns.length === 0 ? [whole] : columns.map((column) => ({
			...whole,
			column
		}));
	})));
}
function defaultsOf(catalog, change, scope) {
	const { role: sessionRole } = catalog.session;
	const named = scope.roles.map((role) => role === runnerOf(catalog) ? void 0 : role);
	const roles = named.length === 0 ? [sessionRole] : named;
	const schemas = scope.schemas.length === 0 ? [void 0] : scope.schemas;
	return roles.flatMap((role) => schemas.flatMap((schema) => spelledOut(change, [""]).map(({ privilege, grantee, target }) => ({
		target,
		privilege,
		grantee,
		...role === void 0 ? {} : { role },
		...schema === void 0 ? {} : { schema }
	}))));
}
/** Whether a role promises something to itself. */
function isOfItsOwn(catalog, { role, grantee }) {
	return grantee === (role ?? runnerOf(catalog));
}
/** A role has all privileges on its own objects, and only what is said of one schema is written down again. */
function isHeldAnyway(catalog, entry) {
	return entry.schema === void 0 && isOfItsOwn(catalog, entry);
}
/** Whether it is on an object of the server's own, of which a catalog does not tell. */
function isOnSystem({ target, on }) {
	return (target === "table" || target === "sequence" || target === "function" || target === "type") && SYSTEM_SCHEMAS.includes(partsOf(on).schema);
}
/** PostgreSQL gives these to PUBLIC by itself, so the catalog leaves them out. */
function isImplied(grant) {
	if (grant.grantee !== PUBLIC) return false;
	return grant.target === "function" || grant.target === "type" || grant.target === "language" || grant.target === "database" && grant.privilege !== "CREATE";
}
/** Whether an object is one of the catalog's, and none of the system's or an extension's. */
function isKnown(catalog, target, on) {
	if (target === "function") return catalog.functions.has(on);
	if (target === "type") return [
		catalog.enums,
		catalog.domains,
		catalog.types
	].some((each) => each.has(on));
	return true;
}

//#endregion
//#region src/catalog/fold-sequences.ts
/** Adds a sequence. */
function createSequence(catalog, action) {
	const made = {
		...withOptions$1({
			type: "bigint",
			...action.sequence
		}, action.options, true),
		origin: action.span
	};
	return withSequence(catalog, made.ownedBy === void 0 ? {
		...ownerAndComment(catalog),
		...made
	} : made);
}
/** Changes a sequence as ALTER SEQUENCE says. */
function alterSequence(catalog, action) {
	const known = catalog.sequences.get(action.sequence);
	if (known === void 0) return catalog;
	const to = withPersistence(withOptions$1(known, action.options, false), action.persistence);
	if (to.ownedBy !== void 0) return withSequence(catalog, omit(to, "owner"));
	const owner = known.ownedBy && catalog.tables.get(known.ownedBy.table)?.owner;
	return withSequence(catalog, owner === void 0 ? to : {
		...to,
		owner
	});
}
/** Adds the sequence behind a serial or identity column, as permanent as the table. */
function addOwnedSequence(catalog, table, column, postgres) {
	const options = column.sequence ?? {};
	const sequence = withOptions$1(bareSequence(catalog, table, column, options, postgres), options, true);
	const ownedBy = {
		table,
		column: column.name
	};
	const made = withSequence(catalog, {
		...sequence,
		ownedBy,
		...column.span === void 0 ? {} : { origin: column.span }
	});
	const owner = catalog.tables.has(table) ? catalog.tables.get(table)?.owner : catalog.session.role;
	return applyDefaultPrivileges(made, "sequence", sequence.name, owner);
}
/** Changes the sequences of a column. */
function changeOwnedSequences(catalog, table, column, change) {
	const own = sequencesOf(catalog, table).filter(([, sequence]) => sequence.ownedBy?.column === column);
	return {
		...catalog,
		sequences: mapEntries(catalog.sequences, (each, name) => [name, change(each)], own)
	};
}
/** Removes the sequences that belong to a column. */
function dropSequencesOwnedBy(catalog, table, column) {
	return dropSequences(catalog, sequencesOf(catalog, table).filter(([, { ownedBy }]) => ownedBy?.column === column));
}
/** The sequence with another persistence, where one is said. */
function withPersistence(sequence, persistence) {
	if (persistence === void 0) return sequence;
	const bare = omit(sequence, "persistence");
	return persistence === "permanent" ? bare : {
		...bare,
		persistence
	};
}
function bareSequence(catalog, table, column, options, postgres) {
	const { schema, name } = partsOf(table);
	const parts = {
		table: name,
		column: column.name,
		label: "seq"
	};
	const type = column.type === "smallint" || column.type === "integer" ? column.type : "bigint";
	const tablePersistence = catalog.tables.get(table)?.persistence;
	const followed = tablePersistence === "unlogged" && postgres < 15 ? void 0 : tablePersistence;
	return withPersistence({
		name: options.name ?? qualify(schema, chooseRelationName(catalog, schema, parts, false)),
		type
	}, options.persistence ?? followed);
}
function withSequence(catalog, sequence) {
	return {
		...catalog,
		sequences: withEntry(catalog.sequences, sequence.name, sequence)
	};
}

//#endregion
//#region src/catalog/literal-defaults.ts
/**
* The default of a column whose type changes. A string or NULL without a type of its own got
* that of the column when it was given, and keeps it: `'1970-01-01'` of a column that becomes
* timestamptz is still a timestamp.
*/
function defaultOfType(catalog, column) {
	const { default: value } = column;
	if (value?.sql === void 0 || column.generated !== void 0 || !isUntyped(value.sql)) return column;
	const sql = {
		...value.sql,
		pieces: [
			...value.sql.pieces,
			"::",
			...typePieces(catalog, column.type)
		]
	};
	return {
		...column,
		default: {
			...value,
			sql
		}
	};
}
/** Carries the other name of an enum's label into the defaults that are that label. */
function renameLabelInDefaults(catalog, type, from, to) {
	const inDefault = (value) => {
		const [first, ...rest] = value.sql?.pieces ?? [];
		const literal = typeof first === "string" ? LITERAL.exec(first) : null;
		if (value.sql === void 0 || literal === null || literalValue(literal[1]) !== from) return value;
		const renamed = `'${to.replaceAll("'", "''")}'${literal[2] ?? ""}`;
		return {
			...value,
			sql: {
				...value.sql,
				pieces: [renamed, ...rest]
			}
		};
	};
	const tables = mapEntries(catalog.tables, (table, name) => {
		if (!table.columns.some((column) => column.type === type && column.default !== void 0)) return [name, table];
		const columns = table.columns.map((column) => column.type === type && column.default !== void 0 ? {
			...column,
			default: inDefault(column.default)
		} : column);
		return [name, {
			...table,
			columns
		}];
	});
	return {
		...catalog,
		tables
	};
}
function isUntyped({ pieces }) {
	const [only] = pieces;
	if (pieces.length !== 1 || typeof only !== "string") return false;
	return LITERAL.exec(only)?.[2] === "" || /^null$/i.test(only.trim());
}
/** Without modifiers, as the server has it: a length is a conversion of its own, which the other type does away with. */
function typePieces(catalog, type) {
	const [, name = "", array = ""] = /^(.*?)((?:\[\])?)$/.exec(type) ?? [];
	if (catalog.enums.has(name) || catalog.domains.has(name) || catalog.types.has(name)) return [{
		to: "type",
		name
	}, array];
	if (name.startsWith("interval")) return [type];
	const bare = withoutModifiers(name);
	return [`${UNLIMITED.get(bare) ?? bare}${array}`];
}
/** Types that have a length of 1 where none is given, under the names that have none. */
const UNLIMITED = new Map([["character", "bpchar"], ["bit", "\"bit\""]]);
/** A string, and what follows it: nothing, or a cast. */
const LITERAL = /^\s*(E?'(?:[^'\\]|''|\\.)*')\s*(|::[\s\S]*)$/i;
function literalValue(literal) {
	return literal.replace(/^E/i, "").slice(1, -1).replaceAll("''", "'");
}

//#endregion
//#region src/catalog/fold-columns.ts
/** Changes one column of a table and of the tables that inherit it. */
function foldColumn(catalog, action, postgres) {
	const { table } = action;
	const only = action.only === true;
	switch (action.kind) {
		case "addColumn": return addColumn(catalog, action, postgres);
		case "dropColumn": return dropColumn(action.cascade ? dropReaders(catalog, table, action.column) : catalog, table, action.column, only);
		case "renameColumn": {
			const result = renameColumn(catalog, table, action.from, action.to);
			return childrenOf(catalog, table).reduce((each, child) => {
				return foldColumn(each, {
					...action,
					table: child.name
				}, postgres);
			}, result);
		}
		case "setColumnType": return setColumnType(catalog, action, only);
		case "setColumnDefault": return eachColumn(catalog, table, action.column, only, (column) => {
			const bare = omit(column, "default");
			return action.default === void 0 ? bare : {
				...bare,
				default: action.default
			};
		});
		case "setColumnNullable":
			if (action.nullable) return dropNotNull(catalog, table, action.column, only);
			return addNotNull(catalog, table, {
				span: action.span,
				column: action.column,
				...action.constraint
			}, only);
		case "setColumnIdentity": return setIdentity(catalog, action, postgres);
		case "setColumnExpression": return eachColumn(catalog, table, action.column, only, (column) => {
			if (action.expression === void 0) return omit(column, "default", "generated");
			return {
				...column,
				default: action.expression
			};
		});
	}
}
/** The column that a definition makes, without the constraints written beside it. */
function columnFrom(definition, catalog) {
	const { name, type, collation, nullable, identity, generated, span, serial } = definition;
	const { storage, compression, foreignOptions } = definition;
	const value = serial ? {
		columns: [],
		functions: ["nextval"]
	} : definition.default;
	const column = {
		name,
		type,
		nullable: nullable && !serial && identity === void 0,
		origin: span
	};
	if (collation !== void 0) column.collation = collation;
	if (value !== void 0) column.default = value;
	if (identity !== void 0) column.identity = identity;
	if (generated !== void 0) column.generated = generated;
	if (storage !== void 0) Object.assign(column, storageUnlessDefault(catalog, type, storage));
	if (compression !== void 0) column.compression = compression;
	if (foreignOptions !== void 0) column.foreignOptions = foreignOptions;
	return column;
}
/** Changes a column of a table and of the tables that inherit it. */
function eachColumn(catalog, table, column, only, change) {
	let result = changeTable(catalog, table, (known) => changeColumn(known, column, change));
	if (only) return result;
	for (const child of childrenOf(catalog, table)) result = eachColumn(result, child.name, column, false, change);
	return result;
}
/** Gives a child or partition a column of its parent; one of its own with that name is merged. */
function inheritColumn(catalog, table, column, of) {
	const parent = retarget(column, of, table);
	const own = catalog.tables.get(table)?.columns.find((each) => each.name === parent.name);
	const made = own === void 0 ? inheritedCopy(parent) : withParent(own);
	let result = changeTable(catalog, table, (known) => ({
		...known,
		columns: own === void 0 ? [...known.columns, made] : known.columns.map((each) => each === own ? made : each)
	}));
	if (own !== void 0) return result;
	for (const child of childrenOf(catalog, table)) result = inheritColumn(result, child.name, made, table);
	return result;
}
function addColumn(catalog, action, postgres) {
	const { table, column } = action;
	const known = catalog.tables.get(table);
	if (known?.columns.find((each) => each.name === column.name) !== void 0) return catalog;
	const made = columnFrom(column, catalog);
	let result = changeTable(catalog, table, (current) => ({
		...current,
		columns: [...current.columns, made]
	}));
	const passed = postgres >= 17 && known?.kind === "partitioned" ? made : omit(made, "identity");
	if (action.only !== true) for (const child of childrenOf(catalog, table)) result = inheritColumn(result, child.name, passed, table);
	if (column.serial || column.identity !== void 0) result = addOwnedSequence(result, table, column, postgres);
	if (!made.nullable && !isInPrimaryKey(column)) result = addNotNull(result, table, {
		span: column.span,
		column: column.name,
		...column.notNull
	}, action.only);
	for (const constraint of inServerOrder(column.constraints)) result = addConstraint(result, table, constraint, action.only);
	return result;
}
function isInPrimaryKey(column) {
	return column.constraints.some((each) => each.type === "primaryKey");
}
/** A table's indexes are made before its checks and foreign keys are. */
function inServerOrder(constraints) {
	const hasIndex = (each) => each.type !== "check" && each.type !== "foreignKey";
	return [...constraints.filter((each) => !hasIndex(each)), ...constraints.filter(hasIndex)];
}
/** Removes a column from a table, and from its children where it is not their own. */
function dropColumn(catalog, table, column, only) {
	let result = catalog;
	result = forEachChild(result, table, (each, child) => disinheritColumn(each, child, column, only));
	result = dropSequencesOwnedBy(dropConstraintsOn(result, table, column), table, column);
	result = dropForeignKeysTo(result, catalog.tables.get(table), column);
	result = dropOthersOfColumn(result, table, column);
	result = changeTable(result, table, (known) => ({
		...known,
		columns: known.columns.filter((each) => each.name !== column)
	}));
	result = {
		...result,
		grants: without(result.grants, (grant) => grant.column === column, grantsOn$1(result, table))
	};
	return generatedFrom(result.tables.get(table), column).reduce((each, { name }) => dropColumn(dropReaders(each, table, name), table, name, only), result);
}
/** The generated columns of a table whose values are computed from one of its columns. */
function generatedFrom(table, column) {
	return table?.columns.filter((each) => each.generated !== void 0 && each.default?.columns.includes(column)) ?? [];
}
/** A column that one parent of a child less has. */
function disinheritColumn(catalog, child, column, keeps) {
	const own = child.columns.find((each) => each.name === column);
	if (own === void 0) return catalog;
	const kept = withoutParent(own, keeps);
	if (kept === void 0) return dropColumn(catalog, child.name, column, false);
	return withTable(catalog, {
		...child,
		columns: child.columns.map((each) => each === own ? kept : each)
	});
}
/** DROP COLUMN … CASCADE takes with it the foreign keys that reference the key it was part of. */
function dropForeignKeysTo(catalog, table, column) {
	if (table === void 0) return catalog;
	const dropKeys = (each, name) => {
		const kept = each.foreignKeys.filter((key) => key.references !== table.name || !key.referencedColumns.includes(column));
		return [name, kept.length === each.foreignKeys.length ? each : {
			...each,
			foreignKeys: kept
		}];
	};
	return {
		...catalog,
		tables: mapEntries(catalog.tables, dropKeys, tablesReferencing(catalog, table.name))
	};
}
/** The other type brings its own collation, storage and compression, and an identity's sequence follows. */
function setColumnType(catalog, action, only) {
	const { table, type, collation } = action;
	const result = eachColumn(catalog, table, action.column, only, (column) => ({
		...omit(defaultOfType(catalog, column), "collation", "storage", "compression"),
		type,
		...collation === void 0 ? {} : { collation }
	}));
	const column = result.tables.get(table)?.columns.find((each) => each.name === action.column);
	const isSequenceType = type === "smallint" || type === "integer" || type === "bigint";
	if (column?.identity === void 0 || !isSequenceType) return result;
	return changeOwnedSequences(result, table, action.column, (each) => withOptions$1(each, { type }, false));
}
function setIdentity(catalog, action, postgres) {
	const { table, identity, span } = action;
	const column = catalog.tables.get(table)?.columns.find((each) => each.name === action.column);
	const isShared = postgres >= 17 && catalog.tables.get(table)?.kind === "partitioned";
	const result = eachColumn(catalog, table, action.column, !isShared, (each) => identity === void 0 ? omit(each, "identity") : {
		...each,
		identity
	});
	if (column === void 0 || identity === void 0 && column.identity === void 0) return result;
	if (identity === void 0) return dropSequencesOwnedBy(result, table, action.column);
	const { sequence } = action;
	if (column.identity === void 0) return addOwnedSequence(result, table, {
		name: action.column,
		type: column.type,
		span,
		...sequence === void 0 ? {} : { sequence }
	}, postgres);
	if (sequence === void 0) return result;
	return changeOwnedSequences(result, table, action.column, (each) => withOptions$1(each, sequence, false));
}

//#endregion
//#region src/catalog/bound-text.ts
/** The condition of a partition's bound as the server keeps it for a table by itself; undefined where it cannot be written. */
function textOfBound(condition, table) {
	const pieces = written(condition, table);
	return pieces === void 0 ? void 0 : { pieces };
}
function written(condition, table) {
	const column = (name) => ({
		to: "column",
		name: table.name,
		column: name
	});
	switch (condition.is) {
		case "and":
		case "or": {
			if (condition.isList === true) return listOf(condition.of, table);
			const parts = condition.of.map((part) => written(part, table));
			if (parts.some((part) => part === void 0)) return void 0;
			return parts.flatMap((part, at) => [
				at === 0 ? "(" : ` ${condition.is} (`,
				...part,
				")"
			]);
		}
		case "null":
		case "not null": return [column(condition.column), ` is ${condition.is}`];
		case "hash":
		case "unknown": return;
		default: {
			const type = typeOf(table, condition.column);
			if (type === void 0) return void 0;
			if (type === "boolean") return [...bare(condition) === "true" ? [] : ["not "], column(condition.column)];
			return [column(condition.column), ` ${condition.is} '${bare(condition)}'::${type}`];
		}
	}
}
/** Of several values the server makes an array. */
function listOf(parts, table) {
	const [first] = parts;
	const type = first && typeOf(table, first.column);
	if (first === void 0 || type === void 0) return void 0;
	if (parts.length === 1) return written(first, table);
	const elements = parts.map((part) => `"${bare(part).replaceAll(/["\\]/g, "\\$&")}"`);
	return [{
		to: "column",
		name: table.name,
		column: first.column
	}, ` = any ('{${elements.join(",")}}'::${type}[])`];
}
/** What is within the quotes of a constant, or would be. */
function bare({ constant: { text } }) {
	return text.replace(/^'(.*)'$/s, "$1");
}
/** The types whose constants are compared as they are. */
function typeOf(table, column) {
	const type = table.columns.find((each) => each.name === column)?.type;
	if (type === void 0) return void 0;
	return type.startsWith("character(") ? "bpchar" : withoutModifiers(type);
}

//#endregion
//#region src/catalog/canonical-bounds.ts
/** A bound with its constants spelled as PostgreSQL prints them for the types of the parent's key. */
function canonicalBound(bound, parent) {
	if (bound.strategy === "hash") return bound;
	const parts = parent?.partitionKey?.parts ?? [];
	const typeOf = (part) => part !== void 0 && "column" in part ? parent?.columns.find((column) => column.name === part.column)?.type : part?.type;
	const spelled = (value, position) => canonicalConstant(value, typeOf(parts[position]));
	if (bound.strategy === "list") return {
		...bound,
		values: bound.values.map((value) => spelled(value, 0))
	};
	return {
		...bound,
		from: bound.from.map(spelled),
		to: bound.to.map(spelled)
	};
}
/**
* Integers, and numbers with a point, are printed bare unless negative, bigint, whole
* numbers of numeric and all else in quotes (`get_const_expr` in ruleutils.c).
*/
function canonicalConstant(value, type) {
	const text = /^'(.*)'$/s.exec(value)?.[1]?.replaceAll("''", "'") ?? (/^-?[\d.]+$/.test(value) ? value : void 0);
	if (text === void 0) return value;
	if (type === void 0) return value.startsWith("-") ? quoted(text) : value;
	if (type === "boolean") return /^\s*(t|true|y|yes|on|1)\s*$/i.test(text) ? "true" : "false";
	if (type === "integer") return /^\+?[\d.]+$/.test(text) ? text : quoted(text);
	if (type.startsWith("numeric")) {
		const value = withScale(text, type);
		return /^\d+\.\d+$/.test(value) ? value : quoted(value);
	}
	if (type === "double precision" || type === "real") return quoted(asFloat(text, type));
	const time = /^timestamp(?:\(\d\))? with(out)? time zone$/.exec(type);
	if (time !== null && /^\d{4}-\d\d-\d\d$/.test(text)) return quoted(`${text} 00:00:00${time[1] === "out" ? "" : "+00"}`);
	return quoted(text);
}
/** A number with the digits after the point that its type has; what has more of them is rounded, and left as it is. */
function withScale(text, type) {
	const scale = Number(/,(\d+)\)$/.exec(type)?.[1] ?? 0);
	const [, whole, fraction = ""] = /^(-?\d+)(?:\.(\d+))?$/.exec(text) ?? [];
	return whole === void 0 || fraction.length >= scale ? text : `${whole}.${fraction.padEnd(scale, "0")}`;
}
/** A floating point number in the fewest digits, as far as it is short enough to be surely so. */
function asFloat(text, type) {
	const value = /^-?\d+(\.\d+)?$/.test(text) && text.replace(/\D/g, "").length <= (type === "real" ? 6 : 15) ? String(Number(text)) : text;
	return value.includes("e") ? text : value;
}
function quoted(text) {
	return `'${text.replaceAll("'", "''")}'`;
}

//#endregion
//#region src/catalog/copied-triggers.ts
/** Sets whether one trigger, or all of a table, fire; so do the copies that its partitions have, but for ONLY. */
function setTriggerEnabled(catalog, action) {
	const { table, enabled, fires, only = false } = action;
	const isMeant = ({ name }) => (action.trigger ?? name) === name;
	let result = catalog;
	for (const [key, trigger] of triggersOf(catalog, table)) {
		if (!isMeant(trigger)) continue;
		const to = {
			...omit(trigger, "fires"),
			enabled,
			...fires === void 0 ? {} : { fires }
		};
		result = {
			...result,
			triggers: withEntry(result.triggers, key, to)
		};
		for (const each of copiesOf(catalog, trigger)) result = withFiring(result, each.name, to, only ? firingOfCopy(each, trigger) : firingOf(to));
	}
	for (const trigger of copiedTo(catalog, table).filter(isMeant)) for (const each of [table, ...only ? [] : partitionsBelow(catalog, table).map(({ name }) => name)]) result = withFiring(result, each, trigger, firingOf(action));
	return result;
}
/** Forgets of the copies of a trigger, which go or are made anew, how they fire; or calls them by its other name. */
function withoutCopies(catalog, trigger, to) {
	if (trigger === void 0) return catalog;
	return copiesOf(catalog, trigger).reduce((result, { name, copiedTriggers }) => {
		const firing = copiedTriggers?.[trigger.name];
		if (firing === void 0) return result;
		return setCopied(setCopied(result, name, trigger.name, void 0), name, to ?? trigger.name, to === void 0 ? void 0 : firing);
	}, catalog);
}
/** What becomes a partition gets its copies of triggers as its parent has them. */
function giveCopies(catalog, parent, partition) {
	const copied = Object.entries(parent.copiedTriggers ?? {});
	if (copied.length === 0) return catalog;
	return [partition, ...partitionsBelow(catalog, partition).map(({ name }) => name)].reduce((result, table) => copied.reduce((each, [trigger, firing]) => setCopied(each, table, trigger, firing), result), catalog);
}
/** A partition that is detached loses its copies of triggers; `before` still has it attached. */
function takeCopies(catalog, before, partition) {
	const triggers = copiedTo(before, partition);
	if (triggers.length === 0) return catalog;
	return [partition, ...partitionsBelow(catalog, partition).map(({ name }) => name)].reduce((result, table) => triggers.reduce((each, { name }) => setCopied(each, table, name, void 0), result), catalog);
}
/** The triggers of which a partition has copies. */
function copiedTo(catalog, partition) {
	const { tables } = catalog;
	const found = [];
	for (let above = tables.get(partition)?.partitionOf; above !== void 0; above = tables.get(above)?.partitionOf) found.push(...triggersOf(catalog, above).flatMap(([, each]) => each.forEach === "row" ? [each] : []));
	return found;
}
function copiesOf(catalog, { table, forEach }) {
	return forEach === "row" ? partitionsBelow(catalog, table) : [];
}
function firingOfCopy({ copiedTriggers }, trigger) {
	return copiedTriggers?.[trigger.name] ?? firingOf(trigger);
}
function firingOf({ enabled, fires }) {
	if (fires !== void 0) return `enable ${fires}`;
	return enabled ? "enable" : "disable";
}
function withFiring(catalog, table, trigger, firing) {
	return setCopied(catalog, table, trigger.name, firing === firingOf(trigger) ? void 0 : firing);
}
function setCopied(catalog, table, name, firing) {
	const earlier = catalog.tables.get(table)?.copiedTriggers;
	if (earlier?.[name] === firing) return catalog;
	const { [name]: _, ...others } = earlier ?? {};
	const copiedTriggers = firing === void 0 ? others : {
		...others,
		[name]: firing
	};
	return changeTable(catalog, table, (known) => {
		const bare = omit(known, "copiedTriggers");
		return Object.keys(copiedTriggers).length === 0 ? bare : {
			...bare,
			copiedTriggers
		};
	});
}

//#endregion
//#region src/catalog/fold-inheritance.ts
/** ALTER TABLE … INHERIT: what the table has already becomes its parent's too. */
function inherit(catalog, table, parent) {
	return changeTable(takeFrom(catalog, table, catalog.tables.get(parent)), table, (known) => ({
		...known,
		inherits: [...known.inherits, parent]
	}));
}
/** ALTER TABLE … NO INHERIT: what was the parent's becomes the table's own. */
function noInherit(catalog, table, parent) {
	const known = catalog.tables.get(parent);
	return changeTable(catalog, table, (child) => ({
		...leaveTo(child, known),
		inherits: child.inherits.filter((each) => each !== parent)
	}));
}
/** A child's columns, checks and NOT NULLs with one parent more. */
function takeFrom(catalog, table, parent) {
	let result = catalog;
	for (const column of parent?.columns ?? []) result = inheritColumn(result, table, column, parent.name);
	for (const check of parent?.checks ?? []) if (check.noInherit !== true) result = inheritCheck(result, table, check, parent.name);
	for (const notNull of parent?.notNulls ?? []) if (notNull.noInherit !== true) result = inheritNotNull(result, table, notNull, true);
	return result;
}
/** A child's columns, checks and NOT NULLs with one parent less; what nobody else has stays its own. */
function leaveTo(child, parent) {
	const names = new Set(parent?.columns.map((column) => column.name));
	const checks = new Set(parent?.checks.filter((check) => check.noInherit !== true).map((check) => check.name));
	const keep = (own) => withoutParent(own, (own.inherited?.parents ?? 1) <= 1);
	return {
		...child,
		columns: child.columns.map((column) => names.has(column.name) ? keep(column) : column),
		checks: child.checks.map((check) => checks.has(check.name) ? keep(check) : check),
		...child.notNulls === void 0 ? {} : { notNulls: child.notNulls.map((each) => notNullOn(parent, each.column) ? keep(each) : each) }
	};
}

//#endregion
//#region src/catalog/constants.ts
/**
* Compares constants as the type of a column does. Undefined where that cannot be told
* without a server: dates that are written in other ways, most types, constants that make
* the column be cast. Times without a zone are taken to be UTC.
*/
function compareConstants(first, second, type, catalog) {
	return compareValues(readValue(first, type, catalog), readValue(second, type, catalog));
}
/** The value of a constant that is compared with a column of a type; see `compareConstants` for when that is undefined. */
function readValue(constant, type, catalog) {
	const text = textOfValue(constant, type, catalog);
	if (text === void 0) return void 0;
	if (INTEGERS.has(type)) return {
		text,
		rank: BigInt(text),
		isOneSpelling: false
	};
	const bare = bareType(type);
	if (bare === "numeric") return {
		text,
		rank: scaled(text),
		isOneSpelling: false
	};
	if (isText(type) || catalog.enums.has(type)) return {
		text,
		isOneSpelling: true
	};
	return FORMS[bare]?.test(text) === true ? {
		text,
		rank: comparable(text),
		isOneSpelling: false
	} : {
		text,
		isOneSpelling: false
	};
}
/** Compares two values of one type as `compareConstants` does. */
function compareValues(a, b) {
	if (a === void 0 || b === void 0) return void 0;
	if (a.text === b.text) return "equal";
	if (a.isOneSpelling) return "other";
	return a.rank === void 0 || b.rank === void 0 ? void 0 : orderOf(a.rank, b.rank);
}
/** A constant as text of its value, spelled as the server spells it where that is known. */
function textOfValue({ text, type: own }, type, catalog) {
	if (type === "boolean" || type.endsWith("[]") || catalog.domains.has(type) || !isComparable(own, type)) return void 0;
	const spelled = canonicalConstant(text, type);
	const quoted = /^'(.*)'$/s.exec(spelled)?.[1]?.replaceAll("''", "'");
	const value = quoted ?? (/^-?[\d.]+$/.test(spelled) ? spelled : void 0);
	if (value === void 0) return void 0;
	if (INTEGERS.has(type)) return isBigint(value) ? value : void 0;
	if (ROUNDED.test(type) && digitsAfterPoint(value) > scaleOf(type)) return void 0;
	if (bareType(type) === "numeric") return /^-?\d+(\.\d+)?$/.test(value) ? value : void 0;
	return quoted;
}
/** Whether a constant of a type is compared with a column without casting the column. */
function isComparable(own, type) {
	if (own === void 0 || own === bareType(type)) return true;
	if (own === "bpchar") return bareType(type) === "character";
	return INTEGERS.has(own) && INTEGERS.has(type) || isText(own) && own === bareType(own) && isText(type);
}
/** Whether a type is compared as text is. */
function isText(type) {
	return TEXTS.has(bareType(type));
}
/** A type without its modifiers. */
function bareType(type) {
	return type.replace(/\([\d,]+\)/, "");
}
function isBigint(value) {
	if (!/^-?\d+$/.test(value)) return false;
	const number = BigInt(value);
	return number === BigInt.asIntN(64, number);
}
/** A decimal fraction as a whole number of 10⁻⁴⁰. */
function scaled(value) {
	const [whole = "", fraction = ""] = value.split(".");
	return BigInt(whole + fraction.slice(0, 40).padEnd(40, "0"));
}
/** A moment without its zone, which is UTC, and with all its digits. */
function comparable(value) {
	return value.replace(/\+00$/, "").replace(/(\.\d+)?$/, (fraction) => fraction.slice(1).padEnd(6, "0"));
}
function orderOf(a, b) {
	if (a === b) return "equal";
	return a < b ? "less" : "greater";
}
const INTEGERS = new Set([
	"smallint",
	"integer",
	"bigint"
]);
/** Types that say how many digits they keep. */
const ROUNDED = /^(numeric|time|timestamp)\(/;
const TEXTS = new Set(["text", "character varying"]);
function digitsAfterPoint(value) {
	return /\.(\d*)/.exec(value)?.[1]?.length ?? 0;
}
/** The digits after the point that a type of numbers keeps; of times they are not looked at. */
function scaleOf(type) {
	return Number(/^numeric\(\d+,(\d+)\)$/.exec(type)?.[1] ?? 0);
}
/** Ways of writing values that sort as the values do. */
const FORMS = {
	date: /^\d{4}-\d\d-\d\d$/,
	"timestamp without time zone": /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?$/,
	"timestamp with time zone": /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/,
	uuid: /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/
};

//#endregion
//#region src/catalog/partition-condition.ts
/**
* What the server asks of the rows of a partition, in the form in which it proves it
* (`get_qual_from_partbound` in partbounds.c). Undefined where the key holds an expression or
* the bound something computed. `parent` is a partitioned table.
*/
function conditionOfBound(catalog, parent, bound) {
	const columns = keyColumns(parent);
	if (columns === void 0) return void 0;
	if (bound.strategy === "hash") return {
		is: "hash",
		modulus: bound.modulus,
		remainder: bound.remainder,
		columns
	};
	if (bound.strategy === "list") return conditionOfList(columns[0], bound.values);
	const range = conditionOfRange(catalog, parent, columns, bound);
	return range && joined("and", [...notNulls$1(columns), ...range]);
}
/** What the server asks of the rows of a default partition: to belong to no other one. `none` where there is no other one. */
function conditionOfDefault(catalog, parent) {
	const columns = keyColumns(parent);
	const others = partitionsOf(catalog, parent.name).filter((each) => !each.defaultPartition);
	if (columns === void 0 || parent.known === "partly") return void 0;
	if (others.length === 0) return "none";
	const bounds = others.flatMap(({ partitionBound }) => partitionBound ?? []);
	if (bounds.length < others.length) return void 0;
	if (parent.partitionKey?.strategy === "list") {
		const values = bounds.flatMap((bound) => bound.strategy === "list" ? bound.values : []);
		const inList = conditionOfList(columns[0], values);
		return inList && negated(inList);
	}
	const known = bounds.map((bound) => bound.strategy === "range" ? conditionOfRange(catalog, parent, columns, bound) : void 0).flatMap((range) => range === void 0 || range.length === 0 ? [] : [joined("and", range)]);
	if (known.length < others.length) return void 0;
	return negated(joined("and", [...notNulls$1(columns), joined("or", known)]));
}
/** Columns whose comparison follows from their type; undefined where there are others. */
function keyColumns({ partitionKey }) {
	const columns = (partitionKey?.parts ?? []).flatMap((part) => "column" in part && part.collation === void 0 && part.operatorClass === void 0 ? [part.column] : []);
	return columns.length === 0 || columns.length < partitionKey.parts.length ? void 0 : columns;
}
function notNulls$1(columns) {
	return columns.map((column) => ({
		is: "not null",
		column
	}));
}
/** The server looks into lists of up to a hundred values. */
function conditionOfList(column, values) {
	const present = values.filter((value) => value !== "NULL");
	const known = present.map((value) => comparison("=", column, value)).filter((each) => each !== void 0);
	if (known.length < present.length || present.length > 100) return void 0;
	const isListed = known.length === 0 ? [] : [listed("or", known)];
	return present.length < values.length ? joined("or", [{
		is: "null",
		column
	}, ...isListed]) : joined("and", [{
		is: "not null",
		column
	}, ...isListed]);
}
/** Columns in which both bounds are the same, and then one condition for each bound; none for all rows. */
function conditionOfRange(catalog, parent, columns, { from, to }) {
	let same = 0;
	const equal = [];
	for (; same < columns.length - 1 && isValue(from[same]) && isValue(to[same]); same++) {
		const column = columns[same];
		const type = parent.columns.find((each) => each.name === column)?.type;
		const [low, high] = [{ text: from[same] }, { text: to[same] }];
		const order = type === void 0 ? void 0 : compareConstants(low, high, type, catalog);
		if (order === void 0) return void 0;
		if (order !== "equal") break;
		equal.push(comparison("=", column, from[same]));
	}
	const rest = columns.slice(same);
	const all = [
		...equal,
		...sideOf(rest, from.slice(same), LOWER),
		...sideOf(rest, to.slice(same), UPPER)
	];
	const known = all.filter((each) => each !== void 0);
	return known.length < all.length ? void 0 : known;
}
const LOWER = {
	strict: ">",
	open: ">=",
	unbounded: "MINVALUE",
	last: ">="
};
const UPPER = {
	strict: "<",
	open: "<=",
	unbounded: "MAXVALUE",
	last: "<"
};
/** `a > 1 OR a = 1 AND b >= 2`; nothing where the first column is unbounded. */
function sideOf(columns, values, side) {
	const arms = [];
	const equal = [];
	for (const [place, column] of columns.entries()) {
		const value = values[place];
		if (!isValue(value)) break;
		const isLast = place === columns.length - 1;
		const own = comparison(values[place + 1] === side.unbounded ? side.open : isLast ? side.last : side.strict, column, value);
		const same = comparison("=", column, value);
		if (own === void 0 || same === void 0) return [void 0];
		arms.push(joined("and", [...equal, own]));
		equal.push(same);
	}
	return arms.length === 0 ? [] : [joined("or", arms)];
}
function isValue(value) {
	return value !== void 0 && value !== "MINVALUE" && value !== "MAXVALUE";
}
/** A column beside a value of a bound, where that is a constant. */
function comparison(is, column, text) {
	return /^(-?[\d.]+|true|false|'(?:[^']|'')*')$/.test(text) ? {
		is,
		column,
		constant: { text }
	} : void 0;
}
/** What the tables above a table ask of its rows, as partitions themselves. */
function conditionOfAncestors(catalog, name) {
	const table = catalog.tables.get(name);
	const parent = table?.partitionOf === void 0 ? void 0 : catalog.tables.get(table.partitionOf);
	if (table === void 0) return [void 0];
	if (parent === void 0) return table.partitionOf === void 0 ? [] : [void 0];
	const bound = table.partitionBound;
	if (bound?.strategy === "hash") return [void 0];
	const own = table.defaultPartition ? conditionOfDefault(catalog, parent) : bound && conditionOfBound(catalog, parent, bound);
	return [...own === "none" ? [] : [own], ...conditionOfAncestors(catalog, parent.name)];
}

//#endregion
//#region src/catalog/implication.ts
/**
* Whether rows that do not make one condition false do not make the other one false: the
* weak implication of `predicate_implied_by` in predtest.c, case by case, so that what is
* claimed here the server finds too. NULL makes a comparison neither true nor false.
*/
function implies(known, wanted, ground) {
	const proves = (first, second) => implies(first, second, ground);
	if (known.is === "and") {
		if (wanted.is === "and") return wanted.of.every((part) => proves(known, part));
		if (wanted.is === "or" && wanted.of.some((part) => proves(known, part))) return true;
		return known.of.some((part) => proves(part, wanted));
	}
	if (known.is === "or") {
		if (wanted.is !== "or") return known.of.every((part) => proves(part, wanted));
		return known.of.every((part) => wanted.of.some((other) => proves(part, other)));
	}
	if (wanted.is === "and") return wanted.of.every((part) => proves(known, part));
	if (wanted.is === "or") return wanted.of.some((part) => proves(known, part));
	return provesAtom(known, wanted, ground);
}
function provesAtom(known, wanted, ground) {
	if (known.is === "unknown" || wanted.is === "unknown") return ground.trusts;
	if (known.is === "hash" || wanted.is === "hash") return JSON.stringify(known) === JSON.stringify(wanted);
	if (known.column !== wanted.column) return false;
	if (known.is === "null" || known.is === "not null") return known.is === wanted.is;
	return wanted.is !== "null" && wanted.is !== "not null" && provesComparison(known, wanted, ground);
}
function provesComparison(known, wanted, ground) {
	const asked = IMPLICATIONS[known.is][wanted.is];
	const order = ground.compare(wanted, known);
	if (asked === void 0) return false;
	if (order !== void 0 && asked.includes(order)) return true;
	const mayBe = order === void 0 || order === "other" && asked.some((each) => each !== "equal");
	return ground.trusts && mayBe;
}
/**
* What the constant of the wanted comparison must be beside the known one's, by the known
* operator and then by the wanted one (`BT_implic_table` in predtest.c).
*/
const IMPLICATIONS = {
	"<": {
		"<": ["greater", "equal"],
		"<=": ["greater", "equal"],
		"<>": ["greater", "equal"]
	},
	"<=": {
		"<": ["greater"],
		"<=": ["greater", "equal"],
		"<>": ["greater"]
	},
	"=": {
		"<": ["greater"],
		"<=": ["greater", "equal"],
		"=": ["equal"],
		">=": ["less", "equal"],
		">": ["less"],
		"<>": [
			"less",
			"greater",
			"other"
		]
	},
	">=": {
		">=": ["less", "equal"],
		">": ["less"],
		"<>": ["less"]
	},
	">": {
		">=": ["less", "equal"],
		">": ["less", "equal"],
		"<>": ["less", "equal"]
	},
	"<>": { "<>": ["equal"] }
};

//#endregion
//#region src/catalog/partition-proof.ts
/** What ATTACH PARTITION asks of the rows of the table; without a bound, as the default partition. */
function askedOfPartition(before, parent, bound) {
	const table = before.tables.get(parent);
	if (table?.partitionKey === void 0) return void 0;
	const own = bound === void 0 ? conditionOfDefault(before, table) : conditionOfBound(before, table, bound);
	const all = [...own === "none" ? [] : [own], ...conditionOfAncestors(before, parent)];
	const known = all.filter((each) => each !== void 0);
	if (known.length < all.length) return void 0;
	return known.length === 0 ? "nothing" : joined("and", known);
}
/** What is asked of the rows of the default partition once another one has a bound. */
function askedOfDefault(before, parent, bound) {
	const table = before.tables.get(parent);
	const own = table && bound && conditionOfBound(before, table, bound);
	return own && negated(own);
}
/**
* Whether the server takes it from valid CHECK and NOT NULL constraints that the rows of a
* table are what is asked, and does not read them (`PartConstraintImpliedByRelConstraint` in
* tablecmds.c). `unsure` where it may, but that cannot be told from here.
*/
function proofFor(before, table, parent, asked) {
	if (asked === "nothing") return "found";
	const checks = table.checks.filter((each) => each.validated && each.enforced !== false);
	const isWhole = table.known === "wholly" && before.tables.get(parent)?.known === "wholly";
	if (asked === void 0) return checks.length === 0 && isWhole ? "none" : "unsure";
	const columns = new Set(columnsOf(asked));
	const telling = checks.filter((check) => check.expression.columns.some((each) => columns.has(each)));
	const known = joined("and", [...notNulls(table), ...telling.map((check) => conditionOf(check, parent))]);
	const compare = comparing(before, table);
	if (implies(known, asked, {
		compare,
		trusts: false
	})) return "found";
	return isWhole && !implies(known, asked, {
		compare,
		trusts: true
	}) ? "none" : "unsure";
}
/** Whether a valid CHECK of what is asked would be proof: its constants must be such as can be compared. */
function wouldProve(before, table, asked) {
	return implies(joined("and", [...notNulls(table), canonical(asked)]), asked, {
		compare: comparing(before, table),
		trusts: false
	});
}
function notNulls(table) {
	const isDoubted = (name) => table.notNulls?.some((each) => each.column === name && !each.validated) === true;
	return table.columns.flatMap(({ name, nullable }) => nullable || isDoubted(name) ? [] : [{
		is: "not null",
		column: name
	}]);
}
function comparing(catalog, table) {
	const types = new Map(table.columns.map(({ name, type }) => [name, type]));
	return (first, second) => {
		const type = types.get(first.column);
		if (type === void 0 || (first.asText ?? second.asText) && !isText(type)) return void 0;
		return compareConstants(first.constant, second.constant, type, catalog);
	};
}
/** A hash belongs to the table that it names, which the text follows through renames. */
function conditionOf({ expression }, parent) {
	const condition = expression.condition ?? UNKNOWN;
	if (!holdsHash(condition)) return canonical(condition);
	if (expression.sql === void 0) return UNKNOWN;
	return mentionsOf(expression.sql).includes(parent) ? canonical(condition) : joined("and", []);
}
function holdsHash(condition) {
	return "of" in condition ? condition.of.some(holdsHash) : condition.is === "hash";
}

//#endregion
//#region src/catalog/fold-partitions.ts
/** Makes a table a partition; keys, foreign keys and indexes it lacks are made to match the parent's. */
function attachPartition(catalog, action, postgres) {
	const { table, partition, isDefault, bound } = action;
	const parent = catalog.tables.get(table);
	return clonePartitionParts(changeTable(takeFrom(catalog, partition, parent), partition, (known) => ({
		...asPartition(sharedIdentity(known, parent, postgres)),
		partitionOf: table,
		defaultPartition: isDefault,
		...bound === void 0 ? {} : { partitionBound: canonicalBound(bound, parent) }
	})), table, partition);
}
/**
* Makes a partition a table of its own again, with its own copies of everything. CONCURRENTLY
* leaves a CHECK that says which rows it took, unless a hash tells or others say it (`DetachAddConstraintIfNeeded` in tablecmds.c).
*/
function detachPartition(catalog, action, postgres) {
	const { partition } = action;
	const own = catalog.tables.get(partition);
	const parent = own?.partitionOf === void 0 ? void 0 : catalog.tables.get(own.partitionOf);
	const released = takeCopies(releaseIndexes(changeTable(catalog, partition, (table) => {
		const left = leaveTo(omit(table, "partitionOf", "partitionBound"), parent);
		const identities = new Set(parent?.columns.filter((each) => each.identity !== void 0).map((each) => each.name));
		const columns = left.columns.map((each) => postgres >= 17 && identities.has(each.name) ? omit(each, "identity") : each);
		const foreignKeys = left.foreignKeys.flatMap((key) => {
			const kept = key.inherited === void 0 ? key : withoutParent(key, true);
			return kept === void 0 ? [] : [kept];
		});
		return {
			...left,
			columns,
			foreignKeys,
			defaultPartition: false
		};
	}), partition), catalog, partition);
	const bound = own?.partitionBound;
	if (!action.concurrently || parent?.partitionKey === void 0 || bound?.strategy === "hash") return released;
	if (own !== void 0 && isSaidAlready(catalog, own, parent.name)) return released;
	const columns = parent.partitionKey.columns.filter((each) => each !== void 0).toSorted();
	const condition = bound && conditionOfBound(catalog, parent, bound);
	const sql = condition && textOfBound(condition, own);
	return addConstraint(released, partition, {
		type: "check",
		expression: {
			columns,
			functions: [],
			...bound?.strategy === "list" && bound.values.includes("NULL") ? {} : { notNull: columns },
			...sql === void 0 ? {} : { sql }
		},
		notValid: false
	});
}
/** Whether a partition has constraints that say which rows it takes. */
function isSaidAlready(catalog, partition, parent) {
	return proofFor(catalog, partition, parent, askedOfPartition(catalog, parent, partition.partitionBound)) === "found";
}
/** Gives a partition what its parent's keys, foreign keys and indexes demand of each partition. */
function clonePartitionParts(catalog, parentName, partition) {
	const parent = catalog.tables.get(parentName);
	if (parent === void 0) return catalog;
	let result = catalog;
	for (const [, index] of indexesOf(catalog, parentName)) {
		const definition = index.constraint ? definitionOf(parent, index) : void 0;
		result = definition === void 0 ? givePartition(result, index, partition) : giveConstraint(result, index, partition, definition);
	}
	for (const key of parent.foreignKeys) result = giveForeignKey(result, partition, key);
	return giveCopies(result, parent, partition);
}
/** What a partition has of its parent it has of nobody else, itself included (`MergeAttributesIntoExisting` in tablecmds.c). */
function asPartition(table) {
	const { columns, checks, notNulls } = table;
	const only = (each) => each.inherited === void 0 ? each : asInherited(each);
	return {
		...table,
		columns: columns.map(only),
		checks: checks.map(only),
		...notNulls === void 0 ? {} : { notNulls: notNulls.map(only) }
	};
}
/** Partitions share the identity columns of their parent since PostgreSQL 17. */
function sharedIdentity(partition, parent, postgres) {
	if (postgres < 17) return partition;
	return {
		...partition,
		columns: partition.columns.map((column) => {
			const identity = parent?.columns.find((each) => each.name === column.name)?.identity;
			return identity === void 0 ? column : {
				...column,
				identity
			};
		})
	};
}

//#endregion
//#region src/catalog/partition-parts.ts
/** The indexes and foreign keys of a partitioned table that a table lacks. */
function partsLacking(before, parent, partition) {
	const after = clonePartitionParts(before, parent, partition);
	const newIndexes = (name) => indexesOf(after, name).flatMap(([key, index]) => before.indexes.has(key) ? [] : [index]);
	const earlier = new Set(before.tables.get(partition)?.foreignKeys.map(({ name }) => name));
	const tables = [partition, ...partitionsBelow(before, partition).map(({ name }) => name)];
	return {
		indexes: newIndexes(partition),
		foreignKeys: (after.tables.get(partition)?.foreignKeys ?? []).filter(({ name }) => !earlier.has(name)),
		builtOn: tables.filter((name) => holdsRows(before, name) && newIndexes(name).length > 0)
	};
}
function holdsRows({ tables }, name) {
	return tables.get(name)?.kind !== "partitioned";
}

//#endregion
//#region src/catalog/partition-tests.ts
/** The tables that ATTACH PARTITION asks for their rows: the partition with what is below it, and the default partition. */
function testsOfAttach(before, action) {
	const { table: parent, partition, isDefault } = action;
	const bound = action.bound && canonicalBound(action.bound, before.tables.get(parent));
	const own = before.tables.get(partition) ?? partlyKnownTable(partition);
	const asked = isDefault || bound !== void 0 ? askedOfPartition(before, parent, bound) : void 0;
	const beside = isDefault ? [] : testsOfDefault(before, parent, action.bound);
	return [...testsOf(before, own, parent, asked), ...beside];
}
/**
* The valid CHECK constraints that would spare ATTACH PARTITION its reading. Undefined where
* one cannot be told, or would not do.
*/
function checksLacking(before, action) {
	const { table: parent, partition, isDefault } = action;
	const bound = action.bound && canonicalBound(action.bound, before.tables.get(parent));
	const asked = isDefault || bound !== void 0 ? askedOfPartition(before, parent, bound) : void 0;
	const own = checkLacking(before, before.tables.get(partition), parent, asked);
	const beside = isDefault ? [] : checksLackingBeside(before, parent, bound);
	return own === void 0 || beside === void 0 ? void 0 : [...own, ...beside];
}
/** The same of the default partition alone, for a partition that is made in place. */
function checksLackingBeside(before, parent, bound) {
	const beside = defaultPartitionOf(before, parent);
	return beside === void 0 ? [] : checkLacking(before, beside, parent, askedOfDefault(before, parent, bound));
}
function checkLacking(before, table, parent, asked) {
	if (table !== void 0 && testsOf(before, table, parent, asked).every(({ reads }) => reads === "nothing")) return [];
	if (table === void 0 || asked === void 0 || asked === "nothing") return void 0;
	return wouldProve(before, table, asked) ? [[table, asked]] : void 0;
}
/** The default partition, with what is below it, once another partition has a bound. */
function testsOfDefault(before, parent, bound) {
	const beside = defaultPartitionOf(before, parent);
	if (beside === void 0) return [];
	const table = before.tables.get(parent);
	return testsOf(before, beside, parent, askedOfDefault(before, parent, bound && canonicalBound(bound, table)));
}
/** Partitions are asked where the constraints of the table above prove nothing. */
function testsOf(before, table, parent, asked) {
	const proof = proofFor(before, table, parent, asked);
	if (proof === "found" || table.kind === "foreign") return [{
		table: table.name,
		reads: "nothing"
	}];
	const reads = proof === "none" ? "everything" : "perhaps everything";
	if (table.kind === "table") return [{
		table: table.name,
		reads
	}];
	const unsure = partitionsOf(before, table.name).flatMap((each) => testsOf(before, each, parent, asked)).map((each) => each.reads === "nothing" || proof === "none" ? each : {
		...each,
		reads
	});
	return [{
		table: table.name,
		reads: "nothing"
	}, ...unsure];
}

//#endregion
//#region src/text/source-file.ts
/** The text that a span covers. */
function textOf(span) {
	return span.file.text.slice(span.start, span.end);
}
/** The place where people find what a span covers: itself, unless a program wrote its text. */
function placed$1(span) {
	return span.file.placeOf?.(span.start, span.end) ?? span;
}

//#endregion
//#region src/catalog/locking-kinds.ts
/** The kinds of actions that take a lock on a table which stops its writers. */
const LOCKING_KINDS = [
	"addColumn",
	"addConstraint",
	"alterDomain",
	"alterOther",
	"alterPolicy",
	"attachPartition",
	"createIndex",
	"createOther",
	"createPolicy",
	"createTable",
	"createTrigger",
	"detachPartition",
	"dropColumn",
	"dropConstraint",
	"dropFunction",
	"dropIndex",
	"dropOther",
	"dropPolicy",
	"dropSchema",
	"dropTable",
	"dropTrigger",
	"dropType",
	"lockTable",
	"maintain",
	"reindex",
	"renameColumn",
	"renameConstraint",
	"renamePolicy",
	"renameRelation",
	"renameTrigger",
	"setColumnDefault",
	"setColumnExpression",
	"setColumnIdentity",
	"setColumnNullable",
	"setColumnType",
	"setOwner",
	"setPersistence",
	"setRowSecurity",
	"setTableProperty",
	"setTriggerEnabled",
	"truncateTable",
	"unmodelled"
];

//#endregion
//#region src/catalog/not-valid.ts
/** The constraint of a table that can be NOT VALID, by its name. */
function constraintNamed(catalog, table, name) {
	const known = catalog.tables.get(table);
	return [
		...known?.checks ?? [],
		...known?.foreignKeys ?? [],
		...known?.notNulls ?? []
	].find((each) => each.name === name);
}
/** Whether one of some actions added, NOT VALID, the constraint that VALIDATE names. */
function isAddedNotValidIn(earlier, before, { table, name }) {
	const origin = constraintNamed(before, table, name)?.origin;
	return earlier.some((each) => {
		if (each.kind === "setColumnNullable") return each.table === table && each.constraint?.notValid === true && each.constraint.name === name;
		if (each.kind !== "addConstraint" || each.table !== table) return false;
		const { constraint } = each;
		return (constraint.type === "check" || constraint.type === "foreignKey") && constraint.notValid && (constraint.name === name || origin !== void 0 && constraint.span === origin);
	});
}

//#endregion
//#region src/catalog/waiting.ts
/** Who waits for a lock that stops writers, as a clause: `reads and writes wait`. */
function whoWaits(lock) {
	return blocksReaders(lock) ? "reads and writes wait" : "inserts, updates and deletes wait";
}
/** The strongest lock among effects, of which there must be one. */
function strongestLock(effects) {
	return effects.map(({ lock }) => lock).reduce(strongerLock);
}
/** What effects reach beside a table and those below it. */
function relationsBeside(before, table, effects) {
	const own = new Set([table, ...descendantsOf(before, table).map(({ name }) => name)]);
	return effects.flatMap(({ relation }) => own.has(relation) ? [] : [relation]);
}
/** A table, and how many of those below it the effects reach: `public.events and 2 of its partitions`. */
function tableWithChildren(before, table, effects) {
	const below = new Set(descendantsOf(before, table).map(({ name }) => name));
	const reached = new Set(effects.flatMap(({ relation }) => below.has(relation) ? [relation] : [])).size;
	if (reached === 0) return table;
	return `${table} and ${reached} of its ${before.tables.get(table)?.kind === "partitioned" ? "partitions" : "children"}`;
}
/** The effects for which writers of a relation in use wait, be it for an instant. */
function strongEffects(happening) {
	return happening.effects.filter(({ relation, lock }) => blocksWriters(lock) && happening.inUse(relation));
}
/**
* The effects for which writers of a relation in use wait while rows are read, checked,
* indexed or written anew. The lock on a partitioned table, which holds no rows itself, is
* among them where its partitions are worked on.
*/
function blockingEffects(happening) {
	const strong = strongEffects(happening);
	const isWorking = strong.some(({ work }) => work !== "none");
	return strong.filter(({ relation, work }) => work !== "none" || isWorking && happening.before.tables.get(relation)?.kind === "partitioned");
}

//#endregion
//#region src/schema/literals.ts
/** A list of identifiers with commas between. */
function identifiers(names) {
	return names.map(quoteIdentifier).join(", ");
}
/** `WITH (fillfactor='70')`, or nothing. */
function withOptions(options) {
	const list = optionList(options);
	return list === void 0 ? "" : ` with (${list})`;
}
/** The values of WITH, each as a string, which the server reads as what it must be. */
function optionList(options) {
	const entries = Object.entries(options ?? {});
	if (entries.length === 0) return void 0;
	const name = (text) => text.split(".").map(quoteIdentifier).join(".");
	return entries.map(([key, value]) => `${name(key)}=${quoteLiteral(value)}`).join(", ");
}
/** ` options (name 'value', …)`, or nothing. */
function foreignOptions(options) {
	if (options === void 0) return "";
	return ` options (${Object.entries(options).map(([name, value]) => `${quoteIdentifier(name)} ${quoteLiteral(value)}`).join(", ")})`;
}
/** A list of schemas is given member by member; any other value is one string. */
function printSetting(name, value) {
	if (name !== "search_path") return quoteLiteral(value);
	return [...value.matchAll(/"((?:[^"]|"")*)"|[^,\s"]+/g)].map(([plain, quoted]) => quoteLiteral(quoted?.replaceAll("\"\"", "\"") ?? plain)).join(", ");
}
/** A statement that names the database it runs in, between two parts of its text. */
function onOwnDatabase(before, after) {
	return `do $do$ begin execute format(${quoteLiteral([before, after].map((part) => part.replaceAll("%", "%%")).join("%I"))}, current_database()); end $do$`;
}

//#endregion
//#region src/schema/part.ts
/** The mark of a relation or type, which share their names. */
function relationMark(name) {
	return `relation ${name}`;
}
/** The mark of the functions of one name. */
function functionMark(name) {
	return `function ${name}`;
}
/** The mark of all keys of a partitioned table, which are made once its partitions are attached. */
function keysMark(table) {
	return `keys of ${table}`;
}
/** The marks of everything that the texts within an object refer to, as relations and as functions. */
function marksIn(object) {
	const marks = [];
	for (const text of textsIn(object)) for (const name of mentionsOf(text)) marks.push(relationMark(name), functionMark(name));
	return marks;
}
/** The marks of the user's own types within the spelling of a type: `public.status[]`. */
function typeMarks(type) {
	return (type.match(/(?:"(?:[^"]|"")*"|[\p{L}_][\p{L}\p{N}_$]*)\.(?:"(?:[^"]|"")*"|[\p{L}_][\p{L}\p{N}_$]*)/gu) ?? []).map(relationMark);
}
/** The search path of the texts within an object, where it is not the usual one. */
function searchPathIn(object) {
	for (const text of textsIn(object)) if (text.searchPath !== void 0) return { searchPath: text.searchPath };
	return {};
}
/** A text, or a comment in its place where there is none. */
function printed(text) {
	return text === void 0 ? "/* not known */ null" : printSql(text);
}

//#endregion
//#region src/schema/print-sequences.ts
/** Sequences but for those of identity columns, which come with their tables. */
function printSequences(catalog) {
	return [...catalog.sequences.values()].filter((sequence) => !isIdentity(catalog, sequence)).map((sequence) => ({
		makes: [relationMark(sequence.name)],
		needs: [],
		statements: [printSequence(sequence)]
	}));
}
/** CREATE SEQUENCE, but for the owner. */
function printSequence(sequence) {
	return `create ${sequence.persistence === "unlogged" ? "unlogged " : ""}sequence ${sequence.name}${sequenceOptions(sequence)}`;
}
/** OWNED BY, once the tables are there. */
function printSequenceOwners(catalog) {
	return [...catalog.sequences.values()].flatMap((sequence) => {
		const { ownedBy } = sequence;
		if (ownedBy === void 0 || isIdentity(catalog, sequence)) return [];
		const column = `${ownedBy.table}.${quoteIdentifier(ownedBy.column)}`;
		return [{
			makes: [],
			needs: [relationMark(sequence.name), relationMark(ownedBy.table)],
			statements: [`alter sequence ${sequence.name} owned by ${column}`]
		}];
	});
}
/** What CREATE SEQUENCE says after the name, but for the owner. */
function sequenceOptions(sequence) {
	return [
		sequence.type === "bigint" ? "" : ` as ${sequence.type}`,
		sequence.increment === void 0 ? "" : ` increment by ${sequence.increment}`,
		sequence.minimum === void 0 ? "" : ` minvalue ${sequence.minimum}`,
		sequence.maximum === void 0 ? "" : ` maxvalue ${sequence.maximum}`,
		sequence.start === void 0 ? "" : ` start with ${sequence.start}`,
		sequence.cache === void 0 ? "" : ` cache ${sequence.cache}`,
		sequence.cycle === true ? " cycle" : ""
	].join("");
}
/** Whether a sequence is that of an identity column. */
function isIdentity(catalog, { ownedBy }) {
	if (ownedBy === void 0) return false;
	return (catalog.tables.get(ownedBy.table)?.columns.find((each) => each.name === ownedBy.column))?.identity !== void 0;
}

//#endregion
//#region src/schema/print-columns.ts
/** A column as CREATE TABLE has it. */
function printColumn$1(catalog, table, column) {
	const words = [quoteIdentifier(column.name), `${column.type}${foreignOptions(column.foreignOptions)}`];
	if (column.collation !== void 0) words.push(`collate ${column.collation}`);
	if (column.generated !== void 0 && column.inherited !== void 0 && table.inherits.length > 0) return withNotNull(words, table, column);
	if (column.generated !== void 0) words.push(`generated always as (${printed(column.default?.sql)}) ${column.generated}`);
	else if (column.default !== void 0) words.push(`default ${printDefault(catalog, table, column)}`);
	const isOfParent = table.partitionOf !== void 0 && ownSequence(catalog, table, column) === void 0;
	if (column.identity !== void 0 && !isOfParent) words.push(printIdentity(catalog, table, column));
	return withNotNull(words, table, column);
}
function withNotNull(before, table, column) {
	const words = [...before];
	const notNull = table.notNulls?.find((each) => each.column === column.name);
	const isOfParent = table.inherits.length > 0 && notNull?.inherited?.local === false;
	const isLater = notNull?.validated === false || isOfParent;
	const name = notNull === void 0 ? "" : `constraint ${quoteIdentifier(notNull.name)} `;
	const noInherit = notNull?.noInherit === true ? " no inherit" : "";
	if (!column.nullable && !isLater) words.push(`${name}not null${noInherit}`);
	return words.join(" ");
}
/** The default of a column; that of a serial column takes numbers from the sequence that belongs to it. */
function printDefault(catalog, table, column) {
	const { default: value } = column;
	if (value?.sql !== void 0) return printed(value.sql);
	const sequence = ownSequence(catalog, table, column);
	if (sequence !== void 0 && value?.functions.includes("nextval") === true) return `nextval(${quoteLiteral(sequence.name)}::regclass)`;
	return printed(void 0);
}
/** GENERATED … AS IDENTITY, with the sequence of the column. */
function printIdentity(catalog, table, column) {
	const sequence = ownSequence(catalog, table, column);
	const options = sequence === void 0 ? "" : ` (sequence name ${sequence.name}${withoutType(sequenceOptions(sequence))})`;
	return `generated ${column.identity} as identity${options}`;
}
/** The sequence of an identity column has the type of the column. */
function withoutType(options) {
	return options.replace(/^ as \w+/, "");
}
function ownSequence(catalog, table, column) {
	return sequencesOf(catalog, table.name).find(([, each]) => each.ownedBy?.column === column.name)?.[1];
}
/** The sequences that the default of a column takes numbers from without saying so in its text. */
function sequencesBehind(catalog, table) {
	return table.columns.flatMap((column) => {
		const sequence = column.default !== void 0 && column.default.sql === void 0 ? ownSequence(catalog, table, column) : void 0;
		return sequence === void 0 ? [] : [sequence.name];
	});
}
/** What ALTER TABLE says of columns beside their definition. */
function printColumnProperties(catalog, table, isOwn) {
	const isCompressed = ({ name }) => table.inherits.some((each) => catalog.tables.get(each)?.columns.some((one) => one.name === name && one.compression !== void 0));
	return table.columns.flatMap((column) => {
		const alter = `alter table only ${table.name} alter column ${quoteIdentifier(column.name)}`;
		const given = isOwn(column) ? "" : foreignOptions(column.foreignOptions);
		return [
			...isOwn(column) || !isNotNullByItself(catalog, table, column) ? [] : [`${alter} set not null`],
			...given === "" ? [] : [`alter foreign table only ${table.name} alter column ${quoteIdentifier(column.name)}${given}`],
			...printColumnSettings(alter, isCompressed(column) ? {
				compression: "default",
				...column
			} : column)
		];
	});
}
/** Whether a child makes a column NOT NULL that its parents do not, where NOT NULL is no constraint: until PostgreSQL 17. */
function isNotNullByItself(catalog, table, { name, nullable }) {
	if (nullable || table.notNulls !== void 0) return false;
	const isOfParent = (each) => each.name === name && !each.nullable;
	return !table.inherits.some((parent) => catalog.tables.get(parent)?.columns.some(isOfParent));
}
/** The NOT NULLs that a child has on columns of its parents, as CREATE TABLE has them. */
function printOwnNotNulls(table, isOwn) {
	const inherited = new Set(table.columns.filter((column) => !isOwn(column)).map((column) => column.name));
	return (table.notNulls ?? []).filter((each) => inherited.has(each.column) && each.validated && isOwn(each)).map(({ name, column, noInherit }) => {
		const kept = noInherit === true ? " no inherit" : "";
		return `constraint ${quoteIdentifier(name)} not null ${quoteIdentifier(column)}${kept}`;
	});
}
/** How the values of a column are kept, after the words of ALTER COLUMN. */
function printColumnSettings(alter, { storage, compression, statistics, options }) {
	const list = optionList(options);
	return [
		...storage === void 0 ? [] : [`${alter} set storage ${storage}`],
		...compression === void 0 ? [] : [`${alter} set compression ${compression}`],
		...statistics === void 0 ? [] : [`${alter} set statistics ${statistics}`],
		...list === void 0 ? [] : [`${alter} set (${list})`]
	];
}

//#endregion
//#region src/schema/print-indexes.ts
/** Indexes but for those behind constraints. */
function printIndexes(catalog) {
	return [...catalog.indexes.values()].filter((index) => !index.constraint).map((index) => ({
		makes: [relationMark(index.name)],
		needs: [relationMark(index.table), ...marksIn(index)],
		statements: [printIndex(catalog, index)],
		...searchPathIn(index)
	}));
}
/** CREATE INDEX; of a partitioned table for itself only. */
function printIndex(catalog, index, how) {
	const isPartitioned = catalog.tables.get(index.table)?.kind === "partitioned";
	const isUsual = how !== void 0 && index.method === "btree";
	return [
		`create ${index.unique ? "unique " : ""}index ${how === void 0 ? "" : `${how} `}${quoteIdentifier(partsOf(index.name).name)}`,
		` on ${isPartitioned ? "only " : ""}${index.table}${isUsual ? "" : ` using ${index.method}`} (${index.keys.map(printKey).join(", ")})`,
		index.included.length === 0 ? "" : ` include (${identifiers(index.included)})`,
		index.nullsNotDistinct === true ? " nulls not distinct" : "",
		withOptions(index.options),
		index.tablespace === void 0 ? "" : ` tablespace ${quoteIdentifier(index.tablespace)}`,
		index.predicate === void 0 ? "" : ` where ${printed(index.predicate.sql)}`
	].join("");
}
/** One key of an index. Brackets around an expression do no harm. */
function printKey(key) {
	const { collation, operatorClass, descending, nulls } = key;
	const options = optionList(operatorClass?.options);
	return [
		"column" in key ? quoteIdentifier(key.column) : `(${printed(key.expression.sql)})`,
		collation === void 0 ? "" : ` collate ${collation}`,
		operatorClass === void 0 ? "" : ` ${operatorClass.name}`,
		options === void 0 ? "" : ` (${options})`,
		descending === true ? " desc" : "",
		nulls === void 0 ? "" : ` nulls ${nulls}`
	].join("");
}
/** ATTACH PARTITION, once the indexes of partitions are there. */
function printIndexAttachments(catalog) {
	return [...catalog.indexes.values()].flatMap((index) => {
		const { partitionOf: parent } = index;
		if (parent === void 0 || isExclusion(catalog, index)) return [];
		const statements = [`alter index ${parent} attach partition ${index.name}`];
		const whole = catalog.indexes.get(parent)?.table;
		return [{
			makes: whole === void 0 ? [] : [keysMark(whole)],
			needs: [
				relationMark(parent),
				relationMark(index.name),
				relationMark(index.table)
			],
			statements
		}];
	});
}
/** Whether an index is behind an exclusion, or a key without overlaps, which is one. */
function isExclusion(catalog, { name, table, constraint }) {
	const known = constraint ? catalog.tables.get(table) : void 0;
	const own = partsOf(name).name;
	const keys = [known?.primaryKey, ...known?.uniques ?? []];
	return known?.exclusions.some((each) => each.name === own) === true || keys.some((key) => key?.name === own && key.withoutOverlaps === true);
}
/** What ALTER INDEX and ALTER TABLE say of an index beside its definition. */
function printIndexStatistics(catalog) {
	return [...catalog.indexes.values()].flatMap((index) => index.keys.flatMap((key, position) => key.statistics === void 0 ? [] : [`alter index ${index.name} alter column ${position + 1} set statistics ${key.statistics}`]));
}

//#endregion
//#region src/schema/print-constraints.ts
/** A CHECK with its name. */
function printCheck(check) {
	const words = [
		check.noInherit === true ? " no inherit" : "",
		check.enforced === false ? " not enforced" : "",
		check.validated || check.enforced === false ? "" : " not valid"
	];
	return `constraint ${quoteIdentifier(check.name)} check (${printed(check.expression.sql)})${words.join("")}`;
}
/** A primary key or unique constraint with its name. */
function printKeyConstraint(catalog, table, key) {
	const word = key === table.primaryKey ? "primary key" : "unique";
	const index = indexBehind$1(catalog, table.name, key.name);
	const included = index === void 0 || index.included.length === 0 ? "" : ` include (${identifiers(index.included)})`;
	const distinct = index?.nullsNotDistinct === true ? " nulls not distinct" : "";
	const overlaps = key.withoutOverlaps === true ? " without overlaps" : "";
	const tail = `${included}${withOptions(index?.options)}${placed(index)}${deferred(key)}`;
	return `constraint ${quoteIdentifier(key.name)} ${word}${distinct} (${identifiers(key.columns)}${overlaps})${tail}`;
}
/** A foreign key with its name. */
function printForeignKey(key) {
	const columns = key.referencedColumns.length === 0 ? "" : ` (${withPeriod(key, key.referencedColumns)})`;
	return [
		`constraint ${quoteIdentifier(key.name)} foreign key (${withPeriod(key, key.columns)}) references ${key.references}${columns}${key.match === "full" ? " match full" : ""}`,
		key.onUpdate === "no action" ? "" : ` on update ${key.onUpdate}`,
		key.onDelete === "no action" ? "" : ` on delete ${key.onDelete}`,
		key.onDeleteColumns === void 0 ? "" : ` (${identifiers(key.onDeleteColumns)})`,
		deferred(key),
		key.enforced === false ? " not enforced" : "",
		key.validated || key.enforced === false ? "" : " not valid"
	].join("");
}
/** An EXCLUDE constraint with its name, from the index behind it. */
function printExclusion(catalog, table, exclusion) {
	const index = indexBehind$1(catalog, table.name, exclusion.name);
	if (index === void 0) return void 0;
	const keys = index.keys.map((key, position) => `${printKey(key)} with ${exclusion.operators[position] ?? "="}`).join(", ");
	const included = index.included.length === 0 ? "" : ` include (${identifiers(index.included)})`;
	const predicate = index.predicate === void 0 ? "" : ` where (${printed(index.predicate.sql)})`;
	return `constraint ${quoteIdentifier(exclusion.name)} exclude using ${index.method} (${keys})${included}${withOptions(index.options)}${placed(index)}${predicate}${deferred(exclusion)}`;
}
function withPeriod(key, columns) {
	if (key.period !== true) return identifiers(columns);
	return `${identifiers(columns.slice(0, -1))}, period ${identifiers(columns.slice(-1))}`;
}
function placed(index) {
	return index?.tablespace === void 0 ? "" : ` using index tablespace ${quoteIdentifier(index.tablespace)}`;
}
/** When a constraint is checked, as the last words of its definition. */
function deferred({ deferrable }) {
	return deferrable === void 0 ? "" : ` deferrable ${deferrable}`;
}
function indexBehind$1(catalog, table, name) {
	return catalog.indexes.get(qualify(partsOf(table).schema, name));
}

//#endregion
//#region src/recipes/step.ts
/** Statements that may share a transaction. */
function step(...statements) {
	return { sql: statements.map((each) => `${each};`).join("\n") };
}
/** One statement that the server refuses within a transaction. */
function stepAlone(statement) {
	return {
		sql: `${statement};`,
		outsideTransaction: true
	};
}
/** Writes a relation without its schema, as statements that make one have it. */
function bareName(name) {
	return quoteIdentifier(partsOf(name).name);
}
/** The name of the index behind a constraint of a table. */
function indexBehind(table, constraint) {
	return qualify(partsOf(table).schema, constraint);
}
/** Whether what is known of an object is enough to write it as SQL that means the same anywhere. */
function isPrintable(object, expressions) {
	return expressions.every((each) => each === void 0 || each.sql !== void 0) && [...textsIn(object)].every((text) => text.searchPath === void 0 && text.uncertain === void 0);
}

//#endregion
//#region src/recipes/not-valid-steps.ts
/** A check that is at first asked of rows to come, and then of those that are there. */
function checkSteps(table, check) {
	if (!isPrintable(check, [check.expression])) return void 0;
	return notValidSteps(table, check.name, printCheck({
		...check,
		validated: false
	}));
}
/**
* A foreign key that is at first asked of rows to come, and then of those that are there. Of
* a partitioned table before PostgreSQL 18 that is said of each partition, and the parent
* takes over what they have. `after` is the catalog that has the key.
*/
function foreignKeySteps(after, table, key, postgres) {
	if (!(after.tables.get(table)?.kind === "partitioned") || postgres >= 18) return notValidSteps(table, key.name, printForeignKey({
		...key,
		validated: false
	}));
	return [...partitionsOf(after, table).flatMap((partition) => {
		const own = partition.foreignKeys.find((each) => isSameKey(each, key));
		return own === void 0 ? [] : foreignKeySteps(after, partition.name, own, postgres);
	}), step(`alter table ${table} add ${printForeignKey(key)}`)];
}
function isSameKey(first, second) {
	return first.references === second.references && first.columns.join() === second.columns.join();
}
/**
* NOT NULL, which the server takes from a valid CHECK without a look at the rows, and which
* from PostgreSQL 18 on may itself be NOT VALID at first. `after` is the catalog that has it.
*/
function notNullSteps(after, table, column, postgres) {
	const quoted = quoteIdentifier(column);
	const own = after.tables.get(table)?.notNulls?.find((each) => each.column === column);
	if (postgres >= 18 && own !== void 0) return notValidSteps(table, own.name, `constraint ${quoteIdentifier(own.name)} not null ${quoted} not valid`);
	const name = truncateIdentifier(`${partsOf(table).name}_${column}_not_null`);
	const check = quoteIdentifier(name);
	return [...notValidSteps(table, name, `constraint ${check} check (${quoted} is not null) not valid`), step(`alter table ${table} alter column ${quoted} set not null`, `alter table ${table} drop constraint ${check}`)];
}
function notValidSteps(table, name, definition) {
	return [step(`alter table ${table} add ${definition}`), step(`alter table ${table} validate constraint ${quoteIdentifier(name)}`)];
}

//#endregion
//#region src/recipes/index-steps.ts
/**
* An index that is built while rows are written: of a partitioned table on each partition,
* to be attached to one of the parent's that holds nothing. What is in `before` is left as it is.
*/
function indexSteps(before, after, index) {
	if (before.indexes.has(index.name)) return [];
	if (!isPrintable(index, [...index.keys.flatMap((key) => "expression" in key ? [key.expression] : []), index.predicate])) return void 0;
	if (after.tables.get(index.table)?.kind !== "partitioned") return [stepAlone(printIndex(after, index, "concurrently"))];
	const below = partitionsOf(after, index.table).flatMap(({ name }) => {
		const part = partsOfIndex(after, index.name).find(([, each]) => each.table === name)?.[1];
		if (part === void 0) return [void 0];
		const made = indexSteps(before, after, part);
		return made === void 0 ? [void 0] : [...made, attachStep(index.name, part.name)];
	});
	return whole([step(printIndex(after, index)), ...below]);
}
/**
* A primary key or unique constraint that takes an index that was built while rows were
* written. Undefined where no ready index can be taken: WITHOUT OVERLAPS.
*/
function keySteps(before, after, table, key, postgres) {
	const index = after.indexes.get(indexBehind(table.name, key.name));
	if (index === void 0 || key.withoutOverlaps === true) return void 0;
	if (before.indexes.has(index.name)) return [];
	const isPrimary = key === table.primaryKey;
	const earlier = before.tables.get(table.name)?.columns.filter((column) => !column.nullable);
	const notNull = (isPrimary ? key.columns.filter((name) => earlier?.some((each) => each.name === name) !== true) : []).flatMap((column) => notNullSteps(after, table.name, column, postgres));
	if (table.kind === "partitioned") return whole([...notNull, ...ofPartitioned(before, after, table, key, postgres)]);
	const word = isPrimary ? "primary key" : "unique";
	return [
		...notNull,
		stepAlone(printIndex(after, index, "concurrently")),
		step(`alter table ${table.name} add constraint ${quoteIdentifier(key.name)} ${word} using index ${bareName(index.name)}${deferred(key)}`)
	];
}
function ofPartitioned(before, after, table, key, postgres) {
	const index = indexBehind(table.name, key.name);
	const below = partitionsOf(after, table.name).flatMap((partition) => {
		const part = partsOfIndex(after, index).find(([, each]) => each.table === partition.name)?.[1];
		const keys = [...partition.primaryKey === void 0 ? [] : [partition.primaryKey], ...partition.uniques];
		const own = part && keys.find((each) => indexBehind(partition.name, each.name) === part.name);
		const settled = {
			...before,
			tables: after.tables
		};
		const made = own && keySteps(settled, after, partition, own, postgres);
		return part === void 0 || made === void 0 ? [void 0] : [...made, attachStep(index, part.name)];
	});
	return [step(`alter table only ${table.name} add ${printKeyConstraint(after, table, key)}`), ...below];
}
function attachStep(index, part) {
	return step(`alter index ${index} attach partition ${part}`);
}
/** All of them, or nothing where one is not known. */
function whole(steps) {
	const known = steps.filter((each) => each !== void 0);
	return known.length === steps.length ? known : void 0;
}

//#endregion
//#region src/recipes/column-steps.ts
/**
* A column that is null in every row at first, filled in batches, and then given the
* constraints that were written beside it. Undefined where that does not lead to the same
* column: one that is generated and stored, one of a domain that tests each row, or one
* whose texts are not known. `fills` says whether its default has to be given to old rows.
*/
function columnSteps(added, fills) {
	const table = added.after.tables.get(added.table);
	const column = table?.columns.find((each) => each.name === added.name);
	if (table === void 0 || column === void 0 || column.generated !== void 0) return void 0;
	if (!isPrintable(column, [])) return void 0;
	const beside = besideColumn(added, table);
	if (beside === void 0) return void 0;
	if (!fills) return [step(`alter table ${table.name} add column ${printColumn$1(added.after, table, column)}`), ...beside];
	const filled = column.identity === void 0 ? ofDefault(added, table, column) : ofIdentity(added, table, column);
	return filled === void 0 ? void 0 : [...filled, ...beside];
}
/** A default that holds for rows to come, and is then given to those that are there. */
function ofDefault(added, table, column) {
	const { after, postgres } = added;
	const sequence = sequenceOf(after, table, column);
	if (column.default === void 0 || column.default.sql === void 0 && sequence === void 0) return void 0;
	const alter = `alter table ${table.name} alter column ${quoteIdentifier(column.name)}`;
	return [
		step(...sequence === void 0 ? [] : [printSequence(sequence)], addPlain(added, table, column), ...sequence === void 0 ? [] : [own(sequence, table, column)], `${alter} set default ${printDefault(after, table, column)}`),
		fillStep(table, column),
		...column.nullable ? [] : notNullSteps(after, table.name, column.name, postgres)
	];
}
/** The numbers come from a sequence that the identity's own one goes on from. */
function ofIdentity(added, table, column) {
	const { after, postgres } = added;
	const sequence = sequenceOf(after, table, column);
	if (sequence === void 0) return void 0;
	const alter = `alter table ${table.name} alter column ${quoteIdentifier(column.name)}`;
	const { schema, name } = partsOf(sequence.name);
	const source = qualify(schema, truncateIdentifier(`${name}_fill`));
	return [
		step(printSequence({
			...sequence,
			name: source
		}), addPlain(added, table, column), `${alter} set default nextval(${quoteLiteral(source)})`),
		fillStep(table, column),
		...notNullSteps(after, table.name, column.name, postgres),
		step(`${alter} drop default`, `${alter} add ${printIdentity(after, table, column)}`, `select setval(${quoteLiteral(sequence.name)}, nextval(${quoteLiteral(source)}))`, `drop sequence ${source}`)
	];
}
function addPlain({ after }, table, column) {
	const { name, type, collation } = column;
	const plain = {
		name,
		type,
		nullable: true,
		...collation === void 0 ? {} : { collation }
	};
	return `alter table ${table.name} add column ${printColumn$1(after, table, plain)}`;
}
function sequenceOf(after, table, column) {
	return sequencesOf(after, table.name).find(([, each]) => each.ownedBy?.column === column.name)?.[1];
}
function own(sequence, table, column) {
	return `alter sequence ${sequence.name} owned by ${table.name}.${quoteIdentifier(column.name)}`;
}
function fillStep(table, column) {
	const name = quoteIdentifier(column.name);
	return { sql: [
		"-- again and again, each time in a transaction of its own, until it finds no more rows",
		`update ${table.name} set ${name} = default`,
		`  where ${name} is null and ctid = any (array(select ctid from ${table.name} where ${name} is null limit 1000));`
	].join("\n") };
}
/** The constraints that the statement brought with the column. */
function besideColumn({ before, after, postgres }, table) {
	const earlier = before.tables.get(table.name);
	const isNew = (known) => (each) => known?.some(({ name }) => name === each.name) !== true;
	const keys = [...table.primaryKey === void 0 ? [] : [table.primaryKey], ...table.uniques].filter(isNew([...earlier?.primaryKey === void 0 ? [] : [earlier.primaryKey], ...earlier?.uniques ?? []]));
	const settled = {
		...before,
		tables: after.tables
	};
	const all = [
		...keys.map((key) => keySteps(settled, after, table, key, postgres)),
		...table.checks.filter(isNew(earlier?.checks)).map((check) => checkSteps(table.name, check)),
		...table.foreignKeys.filter(isNew(earlier?.foreignKeys)).map((key) => foreignKeySteps(after, table.name, key, postgres))
	];
	const known = all.filter((each) => each !== void 0);
	return known.length === all.length ? known.flat() : void 0;
}

//#endregion
//#region src/schema/print-condition.ts
/** Writes a condition that is understood as a whole; `parent` is the partitioned table that a hash is about. */
function printCondition(condition, parent) {
	switch (condition.is) {
		case "and":
		case "or":
			if (condition.isList === true) return printList(condition.is, condition.of);
			return condition.of.map((part) => {
				const text = printCondition(part, parent);
				return "of" in part && part.isList !== true ? `(${text})` : text;
			}).join(` ${condition.is} `);
		case "null":
		case "not null": return `${quoteIdentifier(condition.column)} is ${condition.is}`;
		case "hash": {
			const columns = condition.columns.map(quoteIdentifier).join(", ");
			const { modulus, remainder } = condition;
			return `satisfies_hash_partition(${quoteLiteral(parent)}::regclass, ${modulus}, ${remainder}, ${columns})`;
		}
		case "unknown": throw new Error("what is not understood cannot be written");
		default: return `${printColumn(condition)} ${condition.is} ${printConstant(condition)}`;
	}
}
function printList(is, parts) {
	return `${printColumn(parts[0])} ${is === "or" ? "in" : "not in"} (${parts.map(printConstant).join(", ")})`;
}
function printColumn({ column, asText }) {
	return asText === true ? `${quoteIdentifier(column)}::text` : quoteIdentifier(column);
}
function printConstant({ constant: { text, type } }) {
	return type === void 0 ? text : `${text}::${type}`;
}

//#endregion
//#region src/schema/print-tables.ts
/** Tables with their columns, checks and keys; what refers to other tables follows later. */
function printTables(catalog) {
	return tablesOf(catalog).map((table) => ({
		makes: [relationMark(table.name)],
		needs: [
			...table.columns.flatMap((column) => typeMarks(column.type)),
			...marksIn([table.columns, table.checks]),
			...sequencesBehind(catalog, table).map(relationMark),
			...parentsOf(table).map(relationMark),
			...table.foreign === void 0 ? [] : [relationMark(table.foreign.server)]
		].filter((mark) => mark !== relationMark(table.name) && mark !== functionMark(table.name)),
		statements: printTable(catalog, table),
		...searchPathIn(table)
	}));
}
/**
* Keys of partitioned tables. A partition that is attached would be given a copy of a key
* that is there before; as it is, those are attached that the partition has.
*/
function printPartitionedKeys(catalog) {
	return tablesOf(catalog).filter((table) => table.kind === "partitioned").flatMap((table) => keysOf(table).flat().filter((key) => key.withoutOverlaps !== true).map((key) => ({
		makes: [relationMark(qualify(partsOf(table.name).schema, key.name)), keysMark(table.name)],
		needs: [relationMark(table.name), attachedMark(table.name)],
		statements: [`alter table only ${table.name} add ${printKeyConstraint(catalog, table, key)}`]
	})));
}
/**
* Exclusions of partitioned tables, and their keys without overlaps: ATTACH PARTITION cannot tell that
* the index of a partition is the same, so the partitions get theirs of the parent.
*/
function printPartitionedExclusions(catalog) {
	return tablesOf(catalog).filter((table) => table.kind === "partitioned").flatMap((table) => {
		const own = ({ name }) => !isPartOfWhole(catalog, table, name);
		return [...keysOf(table).flat().filter((key) => key.withoutOverlaps === true && own(key)).map((key) => ({
			name: key.name,
			line: printKeyConstraint(catalog, table, key)
		})), ...table.exclusions.filter(own).map((each) => ({
			name: each.name,
			line: printExclusion(catalog, table, each)
		}))].flatMap(({ name, line }) => {
			if (line === void 0) return [];
			return [{
				makes: [relationMark(qualify(partsOf(table.name).schema, name)), keysMark(table.name)],
				needs: [relationMark(table.name), attachedMark(table.name)],
				statements: [`alter table ${table.name} add ${line}`]
			}];
		});
	});
}
function isPartOfWhole(catalog, table, name) {
	return catalog.indexes.get(qualify(partsOf(table.name).schema, name))?.partitionOf !== void 0;
}
/** Keys that refer to other tables. */
function printForeignKeys(catalog) {
	return tablesOf(catalog).flatMap((table) => table.foreignKeys.filter((key) => key.inherited?.local !== false).map((key) => ({
		makes: [],
		needs: [
			relationMark(table.name),
			relationMark(key.references),
			attachedMark(table.name),
			attachedMark(key.references),
			keysMark(key.references)
		],
		statements: [`alter table ${table.name} add ${printForeignKey(key)}`]
	})));
}
/** The tables that stay when the session ends. */
function tablesOf(catalog) {
	return [...catalog.tables.values()].filter((table) => table.persistence !== "temporary");
}
function parentsOf(table) {
	return [...table.inherits, ...table.ofType === void 0 ? [] : [table.ofType]];
}
function printTable(catalog, table) {
	const isOfWhole = ({ name }) => isPartOfWhole(catalog, table, name);
	const [keys = [], repeated = []] = keysOf(table).map((list) => list.filter((key) => key.withoutOverlaps !== true || !isOfWhole(key)));
	const lines = [
		...table.columns.filter((column) => isOwn(table, column)).map((column) => printColumn$1(catalog, table, column)),
		...printOwnNotNulls(table, (part) => isOwn(table, part)),
		...table.checks.filter((check) => check.validated && isOwn(table, check)).map(printCheck),
		...table.kind === "partitioned" ? [] : keys.map((key) => printKeyConstraint(catalog, table, key)),
		...(table.kind === "partitioned" ? [] : table.exclusions).filter((each) => !isOfWhole(each)).flatMap((each) => printExclusion(catalog, table, each) ?? [])
	];
	const word = table.foreign !== void 0 ? "foreign " : table.persistence === "unlogged" ? "unlogged " : "";
	const inherits = table.inherits.length === 0 ? "" : ` inherits (${table.inherits.join(", ")})`;
	const method = table.accessMethod === void 0 ? "" : ` using ${quoteIdentifier(table.accessMethod)}`;
	const tablespace = table.tablespace === void 0 ? "" : ` tablespace ${quoteIdentifier(table.tablespace)}`;
	const ofType = table.ofType !== void 0 && table.columns.length === 0 ? `of ${table.ofType} ` : "";
	const list = lines.length === 0 ? "()" : `(\n${lines.map((line) => `  ${line}`).join(",\n")}\n)`;
	const body = ofType !== "" && lines.length === 0 ? "" : list;
	const tail = `${inherits}${printPartitionKey(table)}${method}${withOptions(table.options)}${tablespace}${printSource(table)}`;
	return [
		`create ${word}table ${table.name} ${ofType}${body}${tail}`,
		...table.ofType === void 0 || ofType !== "" ? [] : [`alter table ${table.name} of ${table.ofType}`],
		...(table.kind === "partitioned" ? [] : repeated).map((key) => `alter table only ${table.name} add ${printKeyConstraint(catalog, table, key)}`),
		...printInheritedDefaults(catalog, table),
		...printTableProperties(catalog, table)
	];
}
/** Where the rows of a foreign table are. */
function printSource({ foreign }) {
	return foreign === void 0 ? "" : ` server ${foreign.server}${foreignOptions(foreign.options)}`;
}
/** A child by INHERITS gets the defaults of its parents with their columns, unless something else is said. */
function printInheritedDefaults(catalog, table) {
	if (table.inherits.length === 0) return [];
	return table.columns.flatMap((column) => {
		if (column.inherited === void 0 || column.generated !== void 0) return [];
		const alter = `alter table only ${table.name} alter column ${quoteIdentifier(column.name)}`;
		if (column.default !== void 0) return [`${alter} set default ${printDefault(catalog, table, column)}`];
		return table.inherits.some((parent) => catalog.tables.get(parent)?.columns.some((each) => each.name === column.name && each.default !== void 0)) ? [`${alter} drop default`] : [];
	});
}
/** The keys, and apart from them those on the columns of another: CREATE TABLE would make one index for both. */
function keysOf({ primaryKey, uniques }) {
	const all = [...primaryKey === void 0 ? [] : [primaryKey], ...uniques];
	const isFirst = (key) => all.find((each) => each.columns.join() === key.columns.join()) === key;
	return [all.filter(isFirst), all.filter((key) => !isFirst(key))];
}
/** A child by INHERITS has what its parents have; a partition becomes one later, and is whole by itself. */
function isOwn(table, part) {
	return table.inherits.length === 0 || part.inherited === void 0 || part.inherited.local;
}
function printTableProperties(catalog, table) {
	const alter = `alter table only ${table.name}`;
	const pending = (table.notNulls ?? []).filter((each) => !each.validated && isOwn(table, each));
	return [
		...table.checks.filter((check) => !check.validated && isOwn(table, check)).map((check) => `${alter} add ${printCheck(check)}`),
		...pending.map((each) => `${alter} add constraint ${quoteIdentifier(each.name)} not null ${quoteIdentifier(each.column)} not valid`),
		...printColumnProperties(catalog, table, (column) => isOwn(table, column)),
		...table.rowSecurity ? [`${alter} enable row level security`] : [],
		...table.forcesRowSecurity === true ? [`${alter} force row level security`] : []
	];
}
/** ATTACH PARTITION, before indexes and foreign keys that partitions have copies of. */
function printPartitions(catalog) {
	return tablesOf(catalog).flatMap((table) => {
		const { name, partitionOf: parent } = table;
		if (parent === void 0) return [];
		const statement = `alter table only ${parent} attach partition ${name} ${printBound(table)}`;
		return [{
			makes: [attachedMark(parent)],
			needs: [relationMark(parent), relationMark(name)],
			statements: [statement]
		}];
	});
}
/** The mark of all partitions of a table being attached. */
function attachedMark(parent) {
	return `partitions of ${parent}`;
}
/** FOR VALUES or DEFAULT, as ATTACH PARTITION has it. */
function printBound({ partitionBound: bound }) {
	if (bound === void 0) return "default";
	switch (bound.strategy) {
		case "list": return `for values in (${bound.values.join(", ")})`;
		case "range": return `for values from (${bound.from.join(", ")}) to (${bound.to.join(", ")})`;
		case "hash": return `for values with (modulus ${bound.modulus}, remainder ${bound.remainder})`;
	}
}
/** What names indexes of a table, once they are there. */
function printIndexUses(catalog) {
	return [...tablesOf(catalog), ...catalog.views.values()].flatMap(({ name, replicaIdentity: identity, clusteredOn }) => {
		const index = (full) => quoteIdentifier(partsOf(full).name);
		const how = typeof identity === "object" ? `using index ${index(identity.index)}` : identity;
		return [...how === void 0 ? [] : [`alter table only ${name} replica identity ${how}`], ...clusteredOn === void 0 ? [] : [`alter table ${name} cluster on ${index(clusteredOn)}`]];
	});
}
/** PARTITION BY, or nothing. */
function printPartitionKey({ partitionKey }) {
	if (partitionKey === void 0) return "";
	const parts = partitionKey.parts.map((part) => {
		return `${"column" in part ? quoteIdentifier(part.column) : `(${printed(part.expression.sql)})`}${part.collation === void 0 ? "" : ` collate ${part.collation}`}${part.operatorClass === void 0 ? "" : ` ${part.operatorClass.name}`}`;
	});
	return ` partition by ${partitionKey.strategy} (${parts.join(", ")})`;
}

//#endregion
//#region src/recipes/partition-steps.ts
/**
* A partition that is made on its own and attached, so that its parent is used meanwhile.
* What CREATE TABLE … PARTITION OF says of columns beside its parent's is not repeated.
*/
function partitionSteps(before, after, partition, parent) {
	const like = `like ${parent} including all${after.tables.get(parent)?.columns.some((column) => column.identity !== void 0) === true ? " excluding identity" : ""}`;
	const create = `create table ${partition.name} (${like})${printPartitionKey(partition)}`;
	return attachWith(checksLackingBeside(before, parent, partition.partitionBound), partition, parent, [create]);
}
/**
* ATTACH PARTITION of a table that has what its parent has, and the word of a CHECK for its
* rows, all of it made while they were read and written. `after` is the catalog that has the
* partition.
*/
function attachSteps(before, after, action, postgres) {
	const attached = after.tables.get(action.partition);
	const parts = partSteps(before, after, action, postgres);
	const steps = attached && attachWith(checksLacking(before, action), attached, action.table, []);
	return parts === void 0 || steps === void 0 ? void 0 : [...parts, ...steps];
}
/** The checks that are lacking, and then the partition, after what makes it. */
function attachWith(lacking, partition, parent, first) {
	const checks = lacking?.map(([table, condition]) => {
		const name = truncateIdentifier(`${[...new Set([table.name, partition.name])].map((each) => partsOf(each).name).join("_")}_bound`);
		const shown = withoutNullTests(condition, table);
		return {
			table,
			name,
			quoted: quoteIdentifier(name),
			condition: printCondition(shown, parent)
		};
	});
	if (checks === void 0) return void 0;
	if (checks.some(({ table, name }) => table.checks.some((each) => each.name === name))) return void 0;
	return [...checks.flatMap(({ table, quoted, condition }) => [step(`alter table ${table.name} add constraint ${quoted} check (${condition}) not valid`), step(`alter table ${table.name} validate constraint ${quoted}`)]), step(...first, `alter table ${parent} attach partition ${partition.name} ${printBound(partition)}`, ...checks.map(({ table, quoted }) => `alter table ${table.name} drop constraint ${quoted}`))];
}
/** The indexes, keys and foreign keys that a partition must have; undefined where one is not made in this way. */
function partSteps(before, after, { table, partition }, postgres) {
	const { indexes, foreignKeys } = partsLacking(before, table, partition);
	const attached = after.tables.get(partition);
	const keys = [...attached?.primaryKey === void 0 ? [] : [attached.primaryKey], ...attached?.uniques ?? []];
	const steps = indexes.map((index) => {
		if (!index.constraint) return indexSteps(before, after, index);
		const key = keys.find((each) => indexBehind(partition, each.name) === index.name);
		return key && attached && keySteps(before, after, attached, key, postgres);
	});
	const known = steps.filter((each) => each !== void 0);
	if (known.length < steps.length) return void 0;
	return [...known.flat(), ...foreignKeys.flatMap((key) => foreignKeySteps(after, partition, key, postgres))];
}
/** The condition without what NOT NULL says already. */
function withoutNullTests(condition, table) {
	if (!("of" in condition) || condition.isList === true) return condition;
	const isSaid = (part) => (part.is === "null" || part.is === "not null") && table.columns.some((column) => column.name === part.column && !column.nullable);
	return joined(condition.is, condition.of.filter((part) => !isSaid(part)));
}
/** A partition that is detached while its parent is used, and dropped where that is what was meant. */
function detachSteps(parent, partition, drops) {
	const detach = stepAlone(`alter table ${parent} detach partition ${partition} concurrently`);
	return drops ? [detach, step(`drop table ${partition}`)] : [detach];
}

//#endregion
//#region src/rule.ts
/** Makes an action rule; the kinds in `on` decide the type of the moment's action. */
function actionRule(rule) {
	return {
		scope: "action",
		...rule
	};
}
/** Makes a migration rule. */
function migrationRule(rule) {
	return {
		scope: "migration",
		...rule
	};
}
/** Makes a schema rule. */
function schemaRule(rule) {
	return {
		scope: "schema",
		...rule
	};
}
/** The indexes of a table, those behind its constraints among them. */
function* indexesOn(catalog, table) {
	for (const [, index] of indexesOf(catalog, table)) yield index;
}
/** The triggers of a table. */
function* triggersOn(catalog, table) {
	for (const [, trigger] of triggersOf(catalog, table)) if (trigger.table === table) yield trigger;
}
/** Whether the first keys of an index are these columns, in any order, so that equality on all of them can use it. */
function leadsWith(index, columns) {
	if (index.method !== "btree" && !(index.method === "hash" && columns.length === 1)) return false;
	const leading = index.keys.slice(0, columns.length).map((key) => "column" in key ? key.column : void 0);
	return leading.length === columns.length && columns.every((column) => leading.includes(column));
}
/**
* Tables of one's own: permanent or unlogged, not foreign, and not partitions, which are
* judged through their parent. What is seen in a partly known one is really there.
*/
function* judgedTables(catalog) {
	for (const table of catalog.tables.values()) if (table.persistence !== "temporary" && table.kind !== "foreign" && table.partitionOf === void 0) yield table;
}
/** Tables of one's own whose absent parts are really absent, as every part of them is known. */
function* ownTables(catalog) {
	for (const table of judgedTables(catalog)) if (table.known === "wholly") yield table;
}
/** The column of a table that has a name. */
function columnOf(table, name) {
	return table.columns.find((column) => column.name === name);
}
/** The type that a domain, or a domain over a domain, is made of; any other type itself. */
function baseType(catalog, type) {
	const domain = catalog.domains.get(type);
	return domain === void 0 ? type : baseType(catalog, domain.type);
}
/** The privileges that roles other than its owner hold on a table or its columns. */
function grantsOn(catalog, table) {
	return grantsOn$1(catalog, table).flatMap(([, grant]) => grant.target === "table" ? [grant] : []);
}
/** Whether roles were given something on a table, but nobody the right to change its rows. */
function isAppendOnly(catalog, table) {
	const grants = grantsOn(catalog, table);
	return grants.length > 0 && grants.every((grant) => grant.privilege !== "UPDATE");
}
/** The fix that steps are, where there are any. */
function fixInSteps(title, steps) {
	return steps === void 0 || steps.length === 0 ? {} : { fix: {
		title,
		steps
	} };
}

//#endregion
export { whoWaits as $, functionKey as $n, addOwnNotNulls as $t, step as A, foreignKeysOn as An, isSqlText as Ar, grant as At, printed as B, mergeEffects as Bn, forgetBetween as Br, dropTable as Bt, tablesOf as C, chooseStatisticsName as Cn, tablesMentioning as Cr, generatedFrom as Ct, checkSteps as D, renameColumnSettings as Dn, triggersOf as Dr, createSequence as Dt, keySteps as E, changeView as En, tablesReferencing as Er, alterSequence as Et, printColumnSettings as F, LOCK_MODES as Fn, renameSearchPath as Fr, giversOf as Ft, onOwnDatabase as G, publicationOptions as Gn, mapEntries as Gr, dropForeignKeysOn as Gt, searchPathIn as H, strongerLock as Hn, ownerAndComment as Hr, addConstraint as Ht, printSequenceOwners as I, blocksReaders as In, retarget as Ir, runnerOf as It, blockingEffects as J, KINDS_IN_SCHEMAS as Jn, withoutEntry as Jr, renameConstraint as Jt, printSetting as K, publishedTable as Kn, withEntry as Kr, dropForeignKeysTo$1 as Kt, printSequences as L, blocksWriters as Ln, textsIn as Lr, dropReaders as Lt, printIndexAttachments as M, descendantsOf as Mn, mentionsOf as Mr, revoke as Mt, printIndexStatistics as N, withChildren as Nn, printSql as Nr, revokeByDefault as Nt, foreignKeySteps as O, setOptions as On, viewsReading as Or, withPersistence as Ot, printIndexes as P, withPartitions as Pn, renameInObject as Pr, setOwner as Pt, tableWithChildren as Q, createFunction as Qn, renameMarks as Qt, functionMark as R, exclusive as Rn, changeColumn as Rr, dropSchema as Rt, printTables as S, chooseConstraintName as Sn, sequencesOf as Sr, foldColumn as St, indexSteps as T, relationExists as Tn, tablesOfType as Tr, addOwnedSequence as Tt, typeMarks as U, withOptions$1 as Un, partlyKnownTable as Ur, alterConstraint as Ut, relationMark as V, on as Vn, omit as Vr, dropView as Vt, identifiers as W, changePublication as Wn, withTable as Wr, dropConstraint as Wt, strongEffects as X, otherMention as Xn, addIndexed as Xt, relationsBeside as Y, otherKey as Yn, validateConstraint as Yt, strongestLock as Z, alterFunction as Zn, definitionOf as Zt, printForeignKeys as _, createIndex as _n, othersOf as _r, withoutCopies as _t, grantsOn as a, removeOther as an, constraintsOf as ar, testsOfAttach as at, printPartitionedKeys as b, indexCopy as bn, partsOfIndex as br, dropColumn as bt, judgedTables as c, COMMUTATORS as cn, PUBLIC as cr, attachPartition as ct, ownTables as d, joined as dn, childrenOf as dr, compareConstants as dt, inheritNotNull as en, onTableKey as er, constraintNamed as et, schemaRule as f, listed as fn, defaultPartitionOf as fr, compareValues as ft, partitionSteps as g, attachIndex as gn, mentioning as gr, setTriggerEnabled as gt, detachSteps as h, alterIndex as hn, indexesOf as hr, noInherit as ht, fixInSteps as i, grantedName as in, changeConstraints as ir, textOf as it, stepAlone as j, hasSameKey as jn, mentionOf as jr, grantByDefault as jt, notNullSteps as k, withTablespace as kn, withLookups as kr, applyDefaultPrivileges as kt, leadsWith as l, UNKNOWN as ln, defaultPrivilegeKey as lr, clonePartitionParts as lt, attachSteps as m, storageUnlessDefault as mn, grantsOn$1 as mr, inherit as mt, baseType as n, alterOther as nn, renameTexts as nr, LOCKING_KINDS as nt, indexesOn as o, renameInOthers as on, findConstraint as or, testsOfDefault as ot, triggersOn as p, negated as pn, functionsNamed as pr, readValue as pt, withOptions as q, publishedTables as qn, without as qr, inheritCheck as qt, columnOf as r, createOther as rn, asInherited as rr, placed$1 as rt, isAppendOnly as s, renameOthersIn as sn, withParent as sr, partsLacking as st, actionRule as t, renameColumn as tn, removeFunction as tr, isAddedNotValidIn as tt, migrationRule as u, isOperator as un, grantKey as ur, detachPartition as ut, printIndexUses as v, dropIndex as vn, partitionsBelow as vr, canonicalBound as vt, columnSteps as w, joinColumnNames as wn, tablesNaming as wr, renameLabelInDefaults as wt, printPartitions as x, reindex as xn, policiesOf as xr, eachColumn as xt, printPartitionedExclusions as y, findSameIndex as yn, partitionsOf as yr, columnFrom as yt, marksIn as z, isStronger as zn, changeTable as zr, dropSequences as zt };