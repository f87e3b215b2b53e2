import type { Name } from './catalog.ts'
import type { Comparison, Condition } from './condition.ts'
import { withoutModifiers } from './names.ts'
import type { Reference, SqlText } from './sql-text.ts'
import type { Table } from './table.ts'

type Piece = string | Reference

/** The condition of a partition's bound as the server keeps it for a table by itself; undefined where it cannot be written. */
export function textOfBound(condition: Condition, table: Table): SqlText | undefined {
  const pieces = written(condition, table)
  return pieces === undefined ? undefined : { pieces }
}

function written(condition: Condition, table: Table): readonly Piece[] | undefined {
  const column = (name: string): Piece => ({ to: 'column', name: table.name, column: name })
  switch (condition.is) {
    case 'and':
    case 'or': {
      if (condition.isList === true) return listOf(condition.of as readonly Comparison[], table)
      const parts = condition.of.map((part) => written(part, table))
      if (parts.some((part) => part === undefined)) return undefined
      return parts.flatMap((part, at) => [at === 0 ? '(' : ` ${condition.is} (`, ...part!, ')'])
    }
    case 'null':
    case 'not null':
      return [column(condition.column), ` is ${condition.is}`]
    case 'hash':
    case 'unknown':
      return undefined
    default: {
      const type = typeOf(table, condition.column)
      if (type === undefined) return undefined
      if (type === 'boolean') return [...(bare(condition) === 'true' ? [] : ['not ']), column(condition.column)]
      return [column(condition.column), ` ${condition.is} '${bare(condition)}'::${type}`]
    }
  }
}

/** Of several values the server makes an array. */
function listOf(parts: readonly Comparison[], table: Table): readonly Piece[] | undefined {
  const [first] = parts
  const type = first && typeOf(table, first.column)
  if (first === undefined || type === undefined) return undefined
  if (parts.length === 1) return written(first, table)
  const elements = parts.map((part) => `"${bare(part).replaceAll(/["\\]/g, '\\$&')}"`)
  return [{ to: 'column', name: table.name, column: first.column }, ` = any ('{${elements.join(',')}}'::${type}[])`]
}

/** What is within the quotes of a constant, or would be. */
function bare({ constant: { text } }: Comparison): string {
  return text.replace(/^'(.*)'$/s, '$1')
}

/** The types whose constants are compared as they are. */
function typeOf(table: Table, column: Name): string | undefined {
  const type = table.columns.find((each) => each.name === column)?.type
  if (type === undefined) return undefined
  // Without a length SQL takes character for character(1).
  return type.startsWith('character(') ? 'bpchar' : withoutModifiers(type)
}
