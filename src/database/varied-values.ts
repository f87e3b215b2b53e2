import type { Catalog } from '../catalog/catalog.ts'

/**
 * SQL expressions that give a type's values, the most telling first: texts as long as they
 * may be, numbers beyond the next smaller type. Each gives another value for another number,
 * itself an SQL expression, as far as the type has so many. Empty where nothing is known of
 * the type.
 */
export function variedValues(catalog: Catalog, type: string, number: string): readonly string[] {
  const labels = catalog.enums.get(type)?.labels
  if (labels !== undefined && labels.length > 0) return [rotate(labels, type, number)]
  const domain = catalog.domains.get(type)
  if (domain !== undefined) return variedValues(catalog, domain.type, number).map((each) => `(${each})::${type}`)
  if (type.endsWith('[]')) {
    return variedValues(catalog, type.slice(0, -2), number).map((element) => `array[${element}]::${type}`)
  }
  return expressionsOf(type).map((each) => each.replaceAll(/\bk\b/g, number))
}

/** The expressions of a type that PostgreSQL brings along, over a number `k`. */
function expressionsOf(type: string): readonly string[] {
  const [, base = type, sizes = '', rest = ''] = /^(.*?)(?:\(([\d,-]+)\))?( with(?:out)? time zone)?$/.exec(type) ?? []
  const [size, scale = 0] = sizes
    .split(',')
    .filter((each) => each !== '')
    .map(Number)
  const bare = (/\.(\w+)$/.exec(base)?.[1] ?? base) + rest
  if (TEXTS.has(bare)) return textsOf(size ?? Number.POSITIVE_INFINITY, type)
  if (bare === 'numeric') return [`(k % 1e${Math.min(15, Math.max(0, (size ?? 15) - scale))}::numeric)::${type}`]
  return (EXPRESSIONS[bare] ?? []).map((each) => `(${each})::${type}`)
}

/** One of several texts after another. */
function rotate(texts: readonly string[], type: string, number: string): string {
  const list = texts.map((each) => `'${each.replaceAll("'", "''")}'`).join(', ')
  return `((array[${list}])[1 + ${number} % ${texts.length}])::${type}`
}

const TEXTS: ReadonlySet<string> = new Set(['text', 'character varying', 'character', 'citext', 'name', 'bpchar'])

/** Texts of many shapes, because a CHECK may ask for one: a name, a slug, an address, a telephone number. */
function textsOf(size: number, type: string): readonly string[] {
  // Digits at the end tell values apart: what is too long loses its beginning.
  const fitting = (text: string) => `(${Number.isFinite(size) ? `right(${text}, ${size})` : text})::${type}`
  const longest = Math.min(size, 200)
  const long = `case when k % 5 = 0 then lpad(k::text, ${longest}, 'long text ') else 'value ' || k end`
  const shapes = ["'a' || k", "'a-' || k", "'A' || k", "'a' || k || '@example.com'", "'https://example.com/' || k"]
  return [long, ...shapes, "'/' || k", "'+1' || lpad(k::text, 10, '0')", "lpad(k::text, 3, '0')", 'k::text'].map(
    fitting,
  )
}

const MOMENTS = ["now() - k * interval '1 hour'", "now() + k * interval '1 hour'"]

const EXPRESSIONS: Readonly<Record<string, readonly string[]>> = {
  smallint: ['k % 30000'],
  integer: ['case when k % 5 = 0 then 100000 + k else k end', 'k'],
  bigint: ['case when k % 5 = 0 then 3000000000 + k else k end', 'k'],
  real: ['k + 0.5', 'k'],
  'double precision': ['k + 0.5', 'k'],
  money: ['k::numeric'],
  boolean: ['k % 2 = 0'],
  uuid: ['md5(k::text)'],
  date: ['current_date - k::integer', 'current_date + k::integer'],
  timestamp: MOMENTS,
  'timestamp without time zone': MOMENTS,
  'timestamp with time zone': MOMENTS,
  'time without time zone': ["time '00:00' + k * interval '1 second'"],
  'time with time zone': ["time '00:00' + k * interval '1 second'"],
  interval: ["k * interval '1 minute'"],
  json: ["jsonb_build_object('n', k)::text", 'jsonb_build_array(k)::text'],
  jsonb: ["jsonb_build_object('n', k)", 'jsonb_build_array(k)'],
  bytea: ["decode(md5(k::text), 'hex')"],
  inet: ["'10.0.0.0'::inet + k"],
  cidr: ["set_masklen('10.0.0.0'::inet + k, 32)"],
  int4range: ['int4range(k::integer, k::integer + 1)'],
  int8range: ['int8range(k, k + 1)'],
  numrange: ['numrange(k, k + 1)'],
  daterange: ['daterange(current_date + k::integer, current_date + k::integer + 1)'],
  tsrange: ["tsrange(localtimestamp + k * interval '1 hour', localtimestamp + (k + 1) * interval '1 hour')"],
  tstzrange: ["tstzrange(now() + k * interval '1 hour', now() + (k + 1) * interval '1 hour')"],
  tsvector: ["to_tsvector('simple', 'word' || k)"],
}
