//#region src/catalog/keywords.ts
/** PostgreSQL 18's keywords other than unreserved ones, which `quote_ident` quotes (pg_get_keywords()). */
const KEYWORDS = new Set(`
  all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean both
  case cast char character check coalesce collate collation column concurrently constraint create cross
  current_catalog current_date current_role current_schema current_time current_timestamp current_user dec
  decimal default deferrable desc distinct do else end except exists extract false fetch float for foreign
  freeze from full grant greatest group grouping having ilike in initially inner inout int integer intersect
  interval into is isnull join json json_array json_arrayagg json_exists json_object json_objectagg
  json_query json_scalar json_serialize json_table json_value lateral leading least left like limit localtime
  localtimestamp merge_action national natural nchar none normalize not notnull null nullif numeric offset on
  only or order out outer overlaps overlay placing position precision primary real references returning right
  row select session_user setof similar smallint some substring symmetric system_user table tablesample then
  time timestamp to trailing treat trim true union unique user using values varchar variadic verbose when
  where window with xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi
  xmlroot xmlserialize xmltable
`.trim().split(/\s+/));

//#endregion
//#region src/catalog/names.ts
/** PostgreSQL cuts identifiers to NAMEDATALEN - 1 bytes. */
const IDENTIFIER_BYTES = 63;
/** The schemas whose relations are the server's own. */
const SYSTEM_SCHEMAS = [
	"pg_catalog",
	"pg_toast",
	"information_schema"
];
/** Writes an identifier as SQL, quoted only where the server's `quote_ident` would quote it. */
function quoteIdentifier(identifier) {
	if (PLAIN.test(identifier) && !KEYWORDS.has(identifier)) return identifier;
	return `"${identifier.replaceAll("\"", "\"\"")}"`;
}
const PLAIN = /^[a-z_][a-z0-9_]*$/;
/** Writes a schema-qualified name. */
function qualify(schema, identifier) {
	return `${quoteIdentifier(schema)}.${quoteIdentifier(identifier)}`;
}
/** Whether a name is of something temporary, which ends with a session. */
function isTemporary(name) {
	return partsOf(name).schema === "pg_temp";
}
/** Takes a qualified name apart into plain identifiers. */
function partsOf(name) {
	if (!name.includes("\"")) {
		const dot = name.indexOf(".");
		if (dot < 0) return {
			schema: name,
			name: ""
		};
		const end = name.indexOf(".", dot + 1);
		return {
			schema: name.slice(0, dot),
			name: end < 0 ? name.slice(dot + 1) : name.slice(dot + 1, end)
		};
	}
	const parts = [];
	for (const match of name.matchAll(/"((?:[^"]|"")*)"|([^.]+)/g)) parts.push(match[1]?.replaceAll("\"\"", "\"") ?? match[2]);
	return {
		schema: parts[0] ?? "",
		name: parts[1] ?? ""
	};
}
/** Cuts an identifier to the length that PostgreSQL keeps, never inside a character. */
function truncateIdentifier(identifier, bytes = IDENTIFIER_BYTES) {
	if (Buffer.byteLength(identifier) <= bytes) return identifier;
	let kept = "";
	let size = 0;
	for (const character of identifier) {
		size += Buffer.byteLength(character);
		if (size > bytes) break;
		kept += character;
	}
	return kept;
}
/** A type without its modifiers: `numeric` of `numeric(10,2)`. */
function withoutModifiers(type) {
	return type.includes("(") ? type.replace(/\([^()]*\)/, "") : type;
}
/** A string between dollar quotes, which it cannot end before its time. */
function quoteBody(text) {
	let tag = "$$";
	for (let count = 0; text.includes(tag) || text.endsWith("$"); count++) {
		tag = `$body${count === 0 ? "" : count}$`;
		if (!text.includes(tag)) break;
	}
	return `${tag}${text}${tag}`;
}
/** A string as SQL writes it. */
function quoteLiteral(text) {
	const quoted = `'${text.replaceAll("'", "''")}'`;
	return text.includes("\\") ? `E${quoted.replaceAll("\\", "\\\\")}` : quoted;
}

//#endregion
export { qualify as a, quoteLiteral as c, partsOf as i, truncateIdentifier as l, SYSTEM_SCHEMAS as n, quoteBody as o, isTemporary as r, quoteIdentifier as s, IDENTIFIER_BYTES as t, withoutModifiers as u };