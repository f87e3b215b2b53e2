import type { Catalog } from '../catalog/catalog.ts'
import { quoteIdentifier } from '../catalog/names.ts'
import type { Sequence } from '../catalog/objects.ts'
import { type Part, relationMark } from './part.ts'

/** Sequences but for those of identity columns, which come with their tables. */
export function printSequences(catalog: Catalog): readonly Part[] {
  return [...catalog.sequences.values()]
    .filter((sequence) => !isIdentity(catalog, sequence))
    .map((sequence) => ({
      makes: [relationMark(sequence.name)],
      needs: [],
      statements: [printSequence(sequence)],
    }))
}

/** CREATE SEQUENCE, but for the owner. */
export function printSequence(sequence: Sequence): string {
  const unlogged = sequence.persistence === 'unlogged' ? 'unlogged ' : ''
  return `create ${unlogged}sequence ${sequence.name}${sequenceOptions(sequence)}`
}

/** OWNED BY, once the tables are there. */
export function printSequenceOwners(catalog: Catalog): readonly Part[] {
  return [...catalog.sequences.values()].flatMap((sequence): Part[] => {
    const { ownedBy } = sequence
    if (ownedBy === undefined || isIdentity(catalog, sequence)) return []
    const column = `${ownedBy.table}.${quoteIdentifier(ownedBy.column)}`
    return [
      {
        makes: [],
        needs: [relationMark(sequence.name), relationMark(ownedBy.table)],
        statements: [`alter sequence ${sequence.name} owned by ${column}`],
      },
    ]
  })
}

/** What CREATE SEQUENCE says after the name, but for the owner. */
export function sequenceOptions(sequence: Sequence): string {
  return [
    sequence.type === 'bigint' ? '' : ` as ${sequence.type}`,
    sequence.increment === undefined ? '' : ` increment by ${sequence.increment}`,
    sequence.minimum === undefined ? '' : ` minvalue ${sequence.minimum}`,
    sequence.maximum === undefined ? '' : ` maxvalue ${sequence.maximum}`,
    sequence.start === undefined ? '' : ` start with ${sequence.start}`,
    sequence.cache === undefined ? '' : ` cache ${sequence.cache}`,
    sequence.cycle === true ? ' cycle' : '',
  ].join('')
}

/** Whether a sequence is that of an identity column. */
export function isIdentity(catalog: Catalog, { ownedBy }: Sequence): boolean {
  if (ownedBy === undefined) return false
  const column = catalog.tables.get(ownedBy.table)?.columns.find((each) => each.name === ownedBy.column)
  return column?.identity !== undefined
}
