import type { PartitionBound, PartitionKeyPart } from './partitions.ts'
import type { Table } from './table.ts'

/** A bound with its constants spelled as PostgreSQL prints them for the types of the parent's key. */
export function canonicalBound(bound: PartitionBound, parent: Table | undefined): PartitionBound {
  if (bound.strategy === 'hash') return bound
  const parts = parent?.partitionKey?.parts ?? []
  const typeOf = (part: PartitionKeyPart | undefined) =>
    part !== undefined && 'column' in part
      ? parent?.columns.find((column) => column.name === part.column)?.type
      : undefined
  const spelled = (value: string, position: number) => canonicalConstant(value, typeOf(parts[position]))
  if (bound.strategy === 'list') return { ...bound, values: bound.values.map((value) => spelled(value, 0)) }
  return { ...bound, from: bound.from.map(spelled), to: bound.to.map(spelled) }
}

/** Integers and fractions are printed bare unless negative, bigint and all else in quotes (`get_const_expr` in ruleutils.c). */
export function canonicalConstant(value: string, type: string | undefined): string {
  const text = /^'(.*)'$/s.exec(value)?.[1]?.replaceAll("''", "'") ?? (/^-?[\d.]+$/.test(value) ? value : undefined)
  if (text === undefined) return value
  if (type === undefined) return value.startsWith('-') ? quoted(text) : value
  if (type === 'boolean') return /^\s*(t|true|y|yes|on|1)\s*$/i.test(text) ? 'true' : 'false'
  if (type === 'integer' || type.startsWith('numeric')) return /^\+?[\d.]+$/.test(text) ? text : quoted(text)
  const time = /^timestamp(?:\(\d\))? with(out)? time zone$/.exec(type)
  if (time !== null && /^\d{4}-\d\d-\d\d$/.test(text))
    return quoted(`${text} 00:00:00${time[1] === 'out' ? '' : '+00'}`)
  return quoted(text)
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
