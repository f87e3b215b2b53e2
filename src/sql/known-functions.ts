import type { Catalog, Name } from '../catalog/catalog.ts'
import { constraintsOf } from '../catalog/constraints.ts'
import { partsOf, qualify, quoteIdentifier, quoteLiteral } from '../catalog/names.ts'
import { printSql } from '../catalog/sql-text.ts'
import { isNumber, isOpaque, opaque, shownAs } from './compare-values.ts'
import { CONSTRAINT_OID, FUNCTION_OID, type Value } from './system-rows.ts'

/** What a function of the server gives; undefined where that does not follow from its arguments and the catalog. */
export function resultOf(name: string, values: readonly Value[], catalog: Catalog): Value {
  const [first] = values
  switch (name) {
    case 'concat':
      return values.includes(undefined) ? undefined : values.map((each) => shownAs(each) ?? '').join('')
    case 'format':
      return typeof first === 'string' ? formatted(first, values.slice(1)) : undefined
    case 'format_type':
      return typeof values[1] === 'string' ? values[1] : undefined
    case 'pg_get_function_identity_arguments':
      return typeof first === 'string' ? argumentsOf(first, catalog) : undefined
    case 'pg_get_viewdef':
      return typeof first === 'string' ? queryOf(first, catalog) : undefined
    case 'pg_get_constraintdef':
      return typeof first === 'string' ? keyOf(first, catalog) : undefined
    default:
      return textResult(name, values)
  }
}

function textResult(name: string, values: readonly Value[]): Value {
  if (values.includes(null)) return null
  if (!values.every((each) => typeof each === 'string')) return undefined
  const [text = '', second, third] = values
  if (name === 'quote_ident') return quoteIdentifier(text)
  if (name === 'quote_literal') return quoteText(text)
  if (values.some(isOpaque)) return undefined
  switch (name) {
    case 'lower':
      return text.toLowerCase()
    case 'upper':
      return text.toUpperCase()
    case 'replace':
      return second === undefined || third === undefined
        ? undefined
        : second === ''
          ? text
          : text.length * third.length > LONGEST_TEXT * 10
            ? undefined
            : text.replaceAll(second, third)
    case 'substr':
    case 'substring':
      return partOf(text, second, third)
    case 'split_part': {
      const part = Number(third)
      return second === undefined || second === '' || !(part > 0) ? undefined : (text.split(second)[part - 1] ?? '')
    }
    case 'btrim':
      return trimmed(trimmed(text, second, 'start'), second, 'end')
    case 'ltrim':
      return trimmed(text, second, 'start')
    case 'rtrim':
      return trimmed(text, second, 'end')
    case 'length':
    case 'char_length':
      return String([...text].length)
    case 'lpad': {
      const size = Number(second)
      return size >= 0 && size < 1000 ? [...text.padStart(size, third ?? ' ')].slice(0, size).join('') : undefined
    }
    default:
      return undefined
  }
}

/** The part of a text from a place on, which counts from 1. */
function partOf(text: string, from: string | undefined, count: string | undefined): Value {
  const isNumbered = from !== undefined && isNumber(from) && (count === undefined || isNumber(count))
  if (!isNumbered || Number(count ?? 0) < 0) return undefined
  const start = Number(from) - 1
  return [...text]
    .slice(Math.max(0, start), count === undefined ? undefined : Math.max(0, start + Number(count)))
    .join('')
}

function trimmed(text: string, set = ' ', from: 'start' | 'end'): string {
  let letters = [...text]
  if (from === 'end') letters = letters.reverse()
  const kept = letters.slice(letters.findIndex((each) => !set.includes(each)))
  if (letters.every((each) => set.includes(each))) return ''
  return (from === 'end' ? kept.reverse() : kept).join('')
}

/** Longer texts, in UTF-16 units, are not followed: a loop doubles one until no memory is left. */
export const LONGEST_TEXT = 500_000

/** `format` with %I, %L and %s, also by position, without widths. */
function formatted(pattern: string, values: readonly Value[]): Value {
  let used = 0
  let isKnown = true
  let length = 0
  const text = pattern.replaceAll(/%(?:(\d+)\$)?(.?)/gs, (whole, position: string | undefined, letter: string) => {
    if (letter === '%' && position === undefined) return '%'
    if (position !== undefined) used = Number(position) - 1
    const value = shownAs(values[used++])
    if (letter === 's' && value === null) return ''
    if (letter === 'L' && value === null) return 'NULL'
    length += typeof value === 'string' ? value.length : 0
    if (typeof value === 'string' && length <= LONGEST_TEXT) {
      if (letter === 's') return value
      if (letter === 'I') return quoteIdentifier(value)
      if (letter === 'L') return quoteText(value)
    }
    isKnown = false
    return whole
  })
  return isKnown ? text : undefined
}

/** As `quote_literal` has it, which keeps E apart from what stands before it. */
function quoteText(text: string): string {
  return `${text.includes('\\') ? ' ' : ''}${quoteLiteral(text)}`
}

/** The query of a view, by the name or oid of it, with the names of today. */
function queryOf(named: string, catalog: Catalog): Value {
  const schemas = catalog.session.searchPath
  const candidates: readonly Name[] = [named, ...schemas.map((each) => qualify(each, named))]
  const view = candidates.flatMap((each) => catalog.views.get(each) ?? [])[0]
  const query = view?.query
  return query === undefined || query.uncertain !== undefined || view?.columnNames !== undefined
    ? undefined
    : opaque(printSql(query))
}

/** The arguments by which a function is found, of which only the meaning is the server's. */
function argumentsOf(oid: string, catalog: Catalog): Value {
  const found = oid.startsWith(FUNCTION_OID) ? catalog.functions.get(oid.slice(FUNCTION_OID.length)) : undefined
  return found && opaque(found.arguments.join(', '))
}

/** What `pg_get_constraintdef` says of a plain PRIMARY KEY or UNIQUE. */
function keyOf(oid: string, catalog: Catalog): Value {
  for (const table of catalog.tables.values()) {
    for (const each of constraintsOf(table)) {
      if (oid !== `${CONSTRAINT_OID}${table.name}.${each.name}`) continue
      if (each.kind !== 'primary key' && each.kind !== 'unique') return undefined
      const index = catalog.indexes.get(qualify(partsOf(table.name).schema, each.name))
      const isPlain = index !== undefined && index.included.length === 0 && index.nullsNotDistinct !== true
      const isChecked = isPlain && !('deferrable' in each && each.deferrable !== undefined)
      const columns = each.columns.map(quoteIdentifier).join(', ')
      return isChecked ? `${each.kind.toUpperCase()} (${columns})` : undefined
    }
  }
  return undefined
}
