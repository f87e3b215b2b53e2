import { randomUUID } from 'node:crypto'
import type { Catalog } from '../catalog/catalog.ts'
import { withoutModifiers } from '../catalog/names.ts'

/**
 * Texts that the input function of a type may take for a value, the likeliest first.
 * `hints` are texts of constraints on the column: what they compare with is likely allowed.
 * Nothing is promised: the server has to be asked about each.
 */
export function plausibleValues(catalog: Catalog, type: string, hints: readonly string[]): readonly string[] {
  const labels = catalog.enums.get(type)?.labels
  if (labels !== undefined) return labels
  const domain = catalog.domains.get(type)
  if (domain !== undefined) return plausibleValues(catalog, domain.type, hints)
  if (type.endsWith('[]')) {
    const elements = plausibleValues(catalog, type.slice(0, -2), hints)
    return ['{}', ...elements.map((element) => `{"${element.replaceAll(/["\\]/g, '\\$&')}"}`)]
  }
  const base = baseOf(type)
  const known = VALUES[base]
  const numbers = hints.flatMap(numbersIn)
  const hinted = [...hints.flatMap(stringsIn), ...(isNumeric(base) ? numbers.flatMap(around) : [])]
  const sized = known === TEXTS ? numbers.flatMap(ofLength) : []
  return [...new Set([...hinted, ...(base === 'uuid' ? [randomUUID()] : (known ?? ANYTHING)), ...sized])]
}

/** The type without schema, length and precision: `public.citext` and `character varying(10)` lose them. */
function baseOf(type: string): string {
  const bare = withoutModifiers(type)
  return /\.(\w+)$/.exec(bare)?.[1] ?? bare
}

function isNumeric(base: string): boolean {
  return VALUES[base] === INTEGERS || VALUES[base] === NUMBERS
}

/** The string constants in text that the server prints. */
function stringsIn(text: string): readonly string[] {
  return [...text.matchAll(/'((?:[^']|'')*)'/g)].map((match) => match[1]!.replaceAll("''", "'"))
}

function numbersIn(text: string): readonly number[] {
  return [...text.matchAll(/(?<![\w.])-?\d+(?:\.\d+)?/g)].map((match) => Number(match[0]))
}

/** A comparison with a number is met by the number itself, or by a neighbour. */
function around(number: number): readonly string[] {
  return [number, number + 1, number - 1].map(String)
}

function ofLength(length: number): readonly string[] {
  if (!Number.isInteger(length) || length < 1 || length > 500) return []
  return ['a', 'A', '0'].map((character) => character.repeat(length))
}

const INTEGERS = ['1', '2', '0', '10', '100', '1000', '30000', '1000000', '2000000000', '-1']
const NUMBERS = [...INTEGERS, '0.5']
const TEXTS = [
  'a',
  'b',
  'A',
  'AAA',
  'aa',
  '1',
  'a1',
  'a-a',
  'a_a',
  'a@example.com',
  'https://example.com/',
  '/a',
  '+12025550123',
  'example.com',
  '#aabbcc',
  'en',
  'en-US',
  'a'.repeat(64),
  '',
]
const MOMENTS = ['now', '2001-01-01', 'tomorrow', 'yesterday', '2999-01-01']
const RANGES = ['[1,2)', '[2001-01-01,2002-01-01)', '(,)', 'empty']

/** For types of extensions and composite types, of which nothing is known. */
const ANYTHING = ['a', '1', '0', '', '{}', '[1]', '(1,1)', '()', '(,)', '(,,)', '(,,,)', ...RANGES]

const VALUES: Readonly<Record<string, readonly string[]>> = {
  smallint: INTEGERS,
  integer: INTEGERS,
  bigint: INTEGERS,
  numeric: NUMBERS,
  real: NUMBERS,
  'double precision': NUMBERS,
  money: NUMBERS,
  text: TEXTS,
  'character varying': TEXTS,
  character: TEXTS,
  citext: TEXTS,
  name: TEXTS,
  boolean: ['true', 'false'],
  uuid: [],
  date: MOMENTS,
  'timestamp without time zone': MOMENTS,
  'timestamp with time zone': MOMENTS,
  'time without time zone': ['12:00', '13:00'],
  'time with time zone': ['12:00+00', '13:00+00'],
  interval: ['1 day', '1 hour', '0'],
  json: ['{}', '{"a": 1}', '[]', '"a"', '1'],
  jsonb: ['{}', '{"a": 1}', '[]', '"a"', '1'],
  xml: ['<a/>', '<b/>'],
  bytea: ['\\x00', '\\x01', `\\x${'00'.repeat(16)}`, `\\x${'00'.repeat(32)}`],
  inet: ['192.0.2.1', '192.0.2.2'],
  cidr: ['192.0.2.0/24', '198.51.100.0/24'],
  macaddr: ['00:00:5e:00:53:01', '00:00:5e:00:53:02'],
  bit: ['0', '1'],
  'bit varying': ['0', '1'],
  tsvector: ['a', 'b'],
  ltree: ['a', 'b'],
  hstore: ['', 'a=>1'],
}
