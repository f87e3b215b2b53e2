import type { PartitionBound, PartitionKeyPart } from './partitions.ts'
import type { Table } from './table.ts'

/** A bound with its constants spelled as PostgreSQL prints them for the types of the parent's key. */
export function canonicalBound(bound: PartitionBound, parent: Table | undefined): PartitionBound {
  if (bound.strategy === 'hash') return bound
  const parts = parent?.partitionKey?.parts ?? []
  const typeOf = (part: PartitionKeyPart | undefined) =>
    part !== undefined && 'column' in part
      ? parent?.columns.find((column) => column.name === part.column)?.type
      : part?.type
  const spelled = (value: string, position: number) => canonicalConstant(value, typeOf(parts[position]))
  if (bound.strategy === 'list') return { ...bound, values: bound.values.map((value) => spelled(value, 0)) }
  return { ...bound, from: bound.from.map(spelled), to: bound.to.map(spelled) }
}

/**
 * Integers, and numbers with a point, are printed bare unless negative, bigint, whole
 * numbers of numeric and all else in quotes (`get_const_expr` in ruleutils.c).
 */
export function canonicalConstant(value: string, type: string | undefined): string {
  const text = /^'(.*)'$/s.exec(value)?.[1]?.replaceAll("''", "'") ?? (/^-?[\d.]+$/.test(value) ? value : undefined)
  if (text === undefined) return value
  if (type === undefined) return value.startsWith('-') ? quoted(text) : value
  if (type === 'boolean') return /^\s*(t|true|y|yes|on|1)\s*$/i.test(text) ? 'true' : 'false'
  if (type === 'integer') return /^\+?[\d.]+$/.test(text) ? text : quoted(text)
  if (type.startsWith('numeric')) {
    const value = withScale(text, type)
    return /^\d+\.\d+$/.test(value) ? value : quoted(value)
  }
  if (type === 'double precision' || type === 'real') return quoted(asFloat(text, type))
  const time = /^timestamp(?:\(\d\))? with(out)? time zone$/.exec(type)
  if (time !== null && /^\d{4}-\d\d-\d\d$/.test(text))
    return quoted(`${text} 00:00:00${time[1] === 'out' ? '' : '+00'}`)
  return quoted(text)
}

/** A number with the digits after the point that its type has; what has more of them is rounded, and left as it is. */
function withScale(text: string, type: string): string {
  const scale = Number(/,(\d+)\)$/.exec(type)?.[1] ?? 0)
  const [, whole, fraction = ''] = /^(-?\d+)(?:\.(\d+))?$/.exec(text) ?? []
  return whole === undefined || fraction.length >= scale ? text : `${whole}.${fraction.padEnd(scale, '0')}`
}

/** A floating point number in the fewest digits, as far as it is short enough to be surely so. */
function asFloat(text: string, type: string): string {
  const isShort = /^-?\d+(\.\d+)?$/.test(text) && text.replace(/\D/g, '').length <= (type === 'real' ? 6 : 15)
  const value = isShort ? String(Number(text)) : text
  return value.includes('e') ? text : value
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
