import type { Name } from '../catalog/catalog.ts'
import type { Comparison, Condition } from '../catalog/condition.ts'
import { quoteIdentifier, quoteLiteral } from '../catalog/names.ts'

/** Writes a condition that is understood as a whole; `parent` is the partitioned table that a hash is about. */
export function printCondition(condition: Condition, parent: Name): string {
  switch (condition.is) {
    case 'and':
    case 'or': {
      if (condition.isList === true) return printList(condition.is, condition.of as readonly Comparison[])
      const parts = condition.of.map((part) => {
        const text = printCondition(part, parent)
        return 'of' in part && part.isList !== true ? `(${text})` : text
      })
      return parts.join(` ${condition.is} `)
    }
    case 'null':
    case 'not null':
      return `${quoteIdentifier(condition.column)} is ${condition.is}`
    case 'hash': {
      const columns = condition.columns.map(quoteIdentifier).join(', ')
      const { modulus, remainder } = condition
      return `satisfies_hash_partition(${quoteLiteral(parent)}::regclass, ${modulus}, ${remainder}, ${columns})`
    }
    case 'unknown':
      throw new Error('what is not understood cannot be written')
    default:
      return `${printColumn(condition)} ${condition.is} ${printConstant(condition)}`
  }
}

function printList(is: 'and' | 'or', parts: readonly Comparison[]): string {
  return `${printColumn(parts[0]!)} ${is === 'or' ? 'in' : 'not in'} (${parts.map(printConstant).join(', ')})`
}

function printColumn({ column, asText }: Comparison): string {
  return asText === true ? `${quoteIdentifier(column)}::text` : quoteIdentifier(column)
}

function printConstant({ constant: { text, type } }: Comparison): string {
  return type === undefined ? text : `${text}::${type}`
}
