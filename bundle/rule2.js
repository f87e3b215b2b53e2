import { i as quoteIdentifier, n as partsOf } from "./names.js";

//#region src/catalog/persistent-map.ts
/**
* Maps that are copied instead of changed, at the cost of the change alone. The newest
* version holds the entries; each older one holds only what the change to the next has
* replaced, and looks the rest up there. So a snapshot is kept for every statement of a long
* history, reading the newest is as fast as reading a Map, and reading an old one takes
* longer by the number of changes since. Keys stay in the order of insertion, as in `Map`.
*/
var VersionedMap = class VersionedMap {
	/** The entries, while this is the newest version. */
	#root;
	/** What the next version has replaced here. */
	#next;
	size;
	constructor(root) {
		this.#root = root;
		this.size = root.entries.size;
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
		const root = this.#root ?? this.#ownRoot();
		const earlier = root.entries.get(key);
		replace(root, key, value);
		const next = new VersionedMap(root);
		this.#root = void 0;
		this.#next = {
			map: next,
			key,
			value: earlier
		};
		return next;
	}
	/** The keys of the values that have a tag; undefined where the map has no tags. */
	keysTagged(tag) {
		const changes = this.#changesSince();
		const { tagsOf, tagged } = this.#newestRoot();
		if (tagsOf === void 0) return void 0;
		const keys = [...tagged.get(tag) ?? []].filter((key) => !changes.has(key));
		for (const [key, value] of changes) if (value !== void 0 && tagsOf(value).includes(tag)) keys.push(key);
		return keys;
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
		for (const [key] of this.entries()) yield key;
	}
	*values() {
		for (const [, value] of this.entries()) yield value;
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
	/** An old version that is changed, as ROLLBACK does, goes its own way from here. */
	#ownRoot() {
		return rootOf(new Map(this.entries()), this.#newestRoot().tagsOf);
	}
};
/** The map with its values to be found by tags too. */
function withTags(map, tagsOf) {
	return new VersionedMap(rootOf(new Map(map), tagsOf));
}
/** The entries whose values have a tag; `tagsOf` serves where the map was not given tags. */
function tagged(map, tag, tagsOf) {
	const keys = isVersioned(map) ? map.keysTagged(tag) : void 0;
	if (keys === void 0) return [...map].filter(([, value]) => tagsOf(value).includes(tag));
	return keys.map((key) => [key, map.get(key)]);
}
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
function versioned(map) {
	return isVersioned(map) ? map : new VersionedMap(rootOf(new Map(map)));
}
/** By a method and not by the class: a user's rule may bring another copy of this module along. */
function isVersioned(map) {
	return "keysTagged" in map;
}
function rootOf(entries, tagsOf) {
	const root = {
		entries,
		tagsOf,
		tagged: /* @__PURE__ */ new Map(),
		tagsByKey: /* @__PURE__ */ new Map()
	};
	if (tagsOf !== void 0) for (const [key, value] of entries) tag(root, key, tagsOf(value));
	return root;
}
function replace(root, key, value) {
	if (value === void 0) root.entries.delete(key);
	else root.entries.set(key, value);
	if (root.tagsOf === void 0) return;
	const earlier = root.tagsByKey.get(key) ?? [];
	const tags = value === void 0 ? [] : root.tagsOf(value);
	if (sameList(earlier, tags)) return;
	for (const each of earlier) if (!tags.includes(each)) root.tagged.get(each)?.delete(key);
	tag(root, key, tags);
}
function tag(root, key, tags) {
	if (tags.length === 0) root.tagsByKey.delete(key);
	else root.tagsByKey.set(key, tags);
	for (const each of tags) {
		const keys = root.tagged.get(each);
		if (keys === void 0) root.tagged.set(each, new Set([key]));
		else keys.add(key);
	}
}
function sameList(a, b) {
	return a.length === b.length && a.every((item, position) => item === b[position]);
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
	const names = /* @__PURE__ */ new Set();
	for (const piece of text.pieces) if (typeof piece !== "string" && piece.to !== "label") names.add(piece.name);
	return [...names];
}
/** The text after a rename; the text itself where the rename does not concern it. */
function renameInText(text, renaming) {
	let isChanged = false;
	const pieces = text.pieces.map((piece) => {
		if (typeof piece === "string") return piece;
		const renamed = renameReference(piece, renaming);
		isChanged ||= renamed !== piece;
		return renamed;
	});
	if (!isChanged) return text;
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
	if (typeof object !== "object" || object === null) return object;
	if (isSqlText(object)) return renameInText(object, renaming);
	if (Array.isArray(object)) {
		const items = object.map((item) => renameInObject(item, renaming));
		return items.some((item, position) => item !== object[position]) ? items : object;
	}
	let copy;
	for (const [key, value] of Object.entries(object)) {
		if (key === "origin" || key === "span") continue;
		const renamed = renameInObject(value, renaming);
		if (renamed !== value) copy = {
			...copy ?? object,
			[key]: renamed
		};
	}
	return copy ?? object;
}
/** The object, which speaks of one relation, as a copy of it that belongs to another one. */
function retarget(object, from, to) {
	return renameInObject(object, {
		kind: "relation",
		from,
		to
	});
}
/** For `JSON.stringify`: leaves texts out, so that what is left can be compared. */
function withoutTexts(_, value) {
	return isSqlText(value) ? void 0 : value;
}
/** Every text within an object. */
function* textsIn(object) {
	if (typeof object !== "object" || object === null) return;
	if (isSqlText(object)) yield object;
	else for (const [key, value] of Object.entries(object)) if (key !== "origin" && key !== "span") yield* textsIn(value);
}
function printReference(reference) {
	switch (reference.to) {
		case "relation":
		case "function":
		case "type": return reference.name;
		case "qualifier": return quoteIdentifier(partsOf(reference.name).name);
		case "column": return quoteIdentifier(reference.column);
		case "literal": return `'${reference.name.replaceAll("'", "''")}'`;
		case "label": return bareName(reference.of) === reference.label ? "" : ` AS ${quoteIdentifier(reference.label)}`;
	}
}
function bareName(reference) {
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
	if (renaming.kind === "column") return reference.to === "column" && reference.name === renaming.table && reference.column === renaming.from ? {
		...reference,
		column: renaming.to
	} : reference;
	if (reference.name !== renaming.from) return reference;
	return reference.to === "function" === (renaming.kind === "function") ? {
		...reference,
		name: renaming.to
	} : reference;
}

//#endregion
//#region src/catalog/lookups.ts
/** The catalog with the tags by which the functions below find objects without looking at all of them. */
function withLookups(catalog) {
	return {
		...catalog,
		tables: withTags(catalog.tables, tableTags),
		indexes: withTags(catalog.indexes, indexTags),
		sequences: withTags(catalog.sequences, sequenceTags),
		triggers: withTags(catalog.triggers, triggerTags),
		policies: withTags(catalog.policies, policyTags),
		functions: withTags(catalog.functions, functionTags),
		views: withTags(catalog.views, textTags),
		domains: withTags(catalog.domains, textTags),
		types: withTags(catalog.types, textTags),
		grants: withTags(catalog.grants, grantTags)
	};
}
/** Tables that take over what is done to this one: its partitions and its INHERITS children. */
function childrenOf(catalog, name) {
	return tagged(catalog.tables, `child of ${name}`, tableTags).map(([, table]) => table);
}
/** The partitions of a table. */
function partitionsOf$1(catalog, name) {
	return childrenOf(catalog, name).filter((child) => child.partitionOf === name);
}
/** Tables with a foreign key to this one. */
function tablesReferencing(catalog, name) {
	return tagged(catalog.tables, `references ${name}`, tableTags);
}
/** Tables that refer to this one: by a foreign key, as a child, or in the type of a column. */
function tablesNaming(catalog, name) {
	const own = catalog.tables.get(name);
	const found = [
		"references",
		"child of",
		"has type"
	].flatMap((how) => tagged(catalog.tables, `${how} ${name}`, tableTags));
	return [...new Map([...own === void 0 ? [] : [[name, own]], ...found])];
}
/** Whether a table of a schema has a constraint of this name. */
function tableConstraintExists(catalog, schema, name) {
	return tagged(catalog.tables, constraintTag(schema, name), tableTags).length > 0;
}
/** The indexes of a table, those behind its constraints among them. */
function indexesOf(catalog, table) {
	return tagged(catalog.indexes, table, indexTags);
}
/** The indexes of partitions that are attached to an index. */
function partsOfIndex(catalog, index) {
	return tagged(catalog.indexes, `part of ${index}`, indexTags);
}
/** The sequences that belong to columns of a table. */
function sequencesOf(catalog, table) {
	return tagged(catalog.sequences, table, sequenceTags);
}
/** The triggers of a table or view. */
function triggersOf(catalog, table) {
	return tagged(catalog.triggers, table, triggerTags);
}
/** The triggers that call a function. */
function triggersCalling(catalog, name) {
	return tagged(catalog.triggers, `calls ${name}`, triggerTags);
}
/** The policies of a table. */
function policiesOf(catalog, table) {
	return tagged(catalog.policies, table, policyTags);
}
/** The functions of one name, whatever their arguments. */
function functionsNamed(catalog, name) {
	return tagged(catalog.functions, name, functionTags).map(([, each]) => each);
}
/** What is granted on an object. */
function grantsOn$1(catalog, name) {
	return tagged(catalog.grants, name, grantTags);
}
/** The entries of a map in whose texts something is referred to. */
function mentioning(map, name) {
	return tagged(map, `mentions ${name}`, textTags);
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
const textTags = (object) => {
	const tags = [];
	for (const text of textsIn(object)) for (const name of mentionsOf(text)) tags.push(`mentions ${name}`);
	return tags;
};
const indexTags = (index) => [
	index.table,
	...index.partitionOf === void 0 ? [] : [`part of ${index.partitionOf}`],
	...textTags(index)
];
const policyTags = (policy) => [policy.table, ...textTags(policy)];
const sequenceTags = ({ ownedBy }) => ownedBy === void 0 ? [] : [ownedBy.table];
const triggerTags = (trigger) => [
	trigger.table,
	`calls ${trigger.function}`,
	...textTags(trigger)
];
const functionTags = (each) => [each.name, ...textTags(each)];
const grantTags = ({ on }) => [on];
const tableTags = (table) => {
	const { schema } = partsOf(table.name);
	const tags = [];
	if (table.partitionOf !== void 0) tags.push(`child of ${table.partitionOf}`);
	for (const parent of table.inherits) tags.push(`child of ${parent}`);
	if (table.primaryKey !== void 0) tags.push(constraintTag(schema, table.primaryKey.name));
	for (const key of table.foreignKeys) tags.push(`references ${key.references}`, constraintTag(schema, key.name));
	for (const list of [
		table.uniques,
		table.checks,
		table.exclusions,
		table.notNulls ?? []
	]) for (const constraint of list) tags.push(constraintTag(schema, constraint.name));
	for (const { type } of table.columns) if (type.includes(".")) tags.push(`has type ${type.replace(/\[\]$/, "")}`);
	return [...tags, ...textTags([
		table.columns,
		table.checks,
		table.partitionKey
	])];
};
function constraintTag(schema, name) {
	return `constraint ${schema} ${name}`;
}

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
//#region src/text/source-file.ts
/** The text that a span covers. */
function textOf(span) {
	return span.file.text.slice(span.start, span.end);
}
/** The place where people find what a span covers: itself, unless a program wrote its text. */
function placed(span) {
	return span.file.placeOf?.(span.start, span.end) ?? span;
}

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
	return [...own, ...repeated(own, table, partitionsOf(before, table))];
}
/** The partitions of a table, their partitions and so on. */
function partitionsOf(catalog, table) {
	return childrenOf(catalog, table).filter((child) => child.partitionOf === table).flatMap((child) => [child, ...partitionsOf(catalog, child.name)]);
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
/** The partition that takes what no other one takes. */
function defaultPartitionOf(catalog, table) {
	return childrenOf(catalog, table).find((child) => child.partitionOf === table && child.defaultPartition);
}
function repeated(own, table, others) {
	const ofTable = own.filter((effect) => effect.relation === table);
	return others.flatMap((other) => ofTable.map((effect) => ({
		...effect,
		relation: other.name
	})));
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
/** The effects for which writers of a relation in use wait, be it for an instant. */
function strongEffects(moment) {
	return moment.effects.filter(({ relation, lock }) => blocksWriters(lock) && moment.inUse(relation));
}
/**
* The effects for which writers of a relation in use wait while rows are read, checked,
* indexed or written anew. The lock on a partitioned table, which holds no rows itself, is
* among them where its partitions are worked on.
*/
function blockingEffects(moment) {
	const strong = strongEffects(moment);
	const isWorking = strong.some(({ work }) => work !== "none");
	return strong.filter(({ relation, work }) => work !== "none" || isWorking && moment.before.tables.get(relation)?.kind === "partitioned");
}

//#endregion
export { isSqlText as $, on as A, indexesOf as B, withPartitions as C, exclusive as D, blocksWriters as E, defaultPrivilegeKey as F, sequencesOf as G, partitionsOf$1 as H, grantKey as I, tablesReferencing as J, tableConstraintExists as K, childrenOf as L, placed as M, textOf as N, isStronger as O, PUBLIC as P, withLookups as Q, functionsNamed as R, withChildren as S, blocksReaders as T, partsOfIndex as U, mentioning as V, policiesOf as W, triggersOf as X, triggersCalling as Y, viewsReading as Z, tableWithChildren as _, grantsOn as a, withoutTexts as at, descendantsOf as b, judgedTables as c, without as ct, ownTables as d, mentionsOf as et, schemaRule as f, strongestLock as g, relationsBeside as h, columnOf as i, textsIn as it, strongerLock as j, mergeEffects as k, leadsWith as l, withoutEntry as lt, triggersOn as m, baseType as n, renameInObject as nt, indexesOn as o, mapEntries as ot, strongEffects as p, tablesNaming as q, blockingEffects as r, retarget as rt, isAppendOnly as s, withEntry as st, actionRule as t, printSql as tt, migrationRule as u, whoWaits as v, LOCK_MODES as w, partitionsOf as x, defaultPartitionOf as y, grantsOn$1 as z };