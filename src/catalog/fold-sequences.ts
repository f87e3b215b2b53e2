import type { ActionOf } from './action.ts'
import type { Catalog, Identifier, Name } from './catalog.ts'
import { omit, ownerAndComment } from './edit-catalog.ts'
import { dropSequences } from './fold-drop.ts'
import { applyDefaultPrivileges } from './fold-privileges.ts'
import { chooseRelationName } from './generated-names.ts'
import { sequencesOf } from './lookups.ts'
import { partsOf, qualify } from './names.ts'
import type { Sequence } from './objects.ts'
import { mapEntries, withEntry } from './persistent-map.ts'
import { type SequenceOptions, withOptions } from './sequence-options.ts'
import type { ColumnDefinition } from './table-actions.ts'

/** Adds a sequence. */
export function createSequence(catalog: Catalog, action: ActionOf<'createSequence'>): Catalog {
  const bare: Sequence = { type: 'bigint', ...action.sequence }
  const made = { ...withOptions(bare, action.options, true), origin: action.span }
  return withSequence(catalog, made.ownedBy === undefined ? { ...ownerAndComment(catalog), ...made } : made)
}

/** Changes a sequence as ALTER SEQUENCE says. */
export function alterSequence(catalog: Catalog, action: ActionOf<'alterSequence'>): Catalog {
  const known = catalog.sequences.get(action.sequence)
  if (known === undefined) return catalog
  const to = withPersistence(withOptions(known, action.options, false), action.persistence)
  if (to.ownedBy !== undefined) return withSequence(catalog, omit(to, 'owner'))
  // One that a column lets go of stays with whoever owns the table.
  const owner = known.ownedBy && catalog.tables.get(known.ownedBy.table)?.owner
  return withSequence(catalog, owner === undefined ? to : { ...to, owner })
}

/** Adds the sequence behind a serial or identity column, as permanent as the table. */
export function addOwnedSequence(
  catalog: Catalog,
  table: Name,
  column: Pick<ColumnDefinition, 'name' | 'type' | 'sequence'> & { readonly span?: ColumnDefinition['span'] },
  postgres: number,
): Catalog {
  const options: SequenceOptions = column.sequence ?? {}
  const sequence = withOptions(bareSequence(catalog, table, column, options, postgres), options, true)
  const ownedBy = { table, column: column.name }
  const made = withSequence(catalog, {
    ...sequence,
    ownedBy,
    ...(column.span === undefined ? {} : { origin: column.span }),
  })
  const owner = catalog.tables.has(table) ? catalog.tables.get(table)?.owner : catalog.session.role
  return applyDefaultPrivileges(made, 'sequence', sequence.name, owner)
}

/** Changes the sequences of a column. */
export function changeOwnedSequences(
  catalog: Catalog,
  table: Name,
  column: Identifier,
  change: (sequence: Sequence) => Sequence,
): Catalog {
  const own = sequencesOf(catalog, table).filter(([, sequence]) => sequence.ownedBy?.column === column)
  return { ...catalog, sequences: mapEntries(catalog.sequences, (each, name) => [name, change(each)], own) }
}

/** Removes the sequences that belong to a column. */
export function dropSequencesOwnedBy(catalog: Catalog, table: Name, column: Identifier): Catalog {
  const theirs = sequencesOf(catalog, table).filter(([, { ownedBy }]) => ownedBy?.column === column)
  return dropSequences(catalog, theirs)
}

/** The sequence with another persistence, where one is said. */
export function withPersistence(
  sequence: Sequence,
  persistence: 'permanent' | 'unlogged' | 'temporary' | undefined,
): Sequence {
  if (persistence === undefined) return sequence
  const bare = omit(sequence, 'persistence')
  return persistence === 'permanent' ? bare : { ...bare, persistence }
}

function bareSequence(
  catalog: Catalog,
  table: Name,
  column: Pick<ColumnDefinition, 'name' | 'type'>,
  options: SequenceOptions,
  postgres: number,
): Sequence {
  const { schema, name } = partsOf(table)
  const parts = { table: name, column: column.name, label: 'seq' }
  const type = column.type === 'smallint' || column.type === 'integer' ? column.type : 'bigint'
  const tablePersistence = catalog.tables.get(table)?.persistence
  // Before PostgreSQL 15 no sequence was unlogged.
  const followed = tablePersistence === 'unlogged' && postgres < 15 ? undefined : tablePersistence
  const sequence: Sequence = {
    name: options.name ?? qualify(schema, chooseRelationName(catalog, schema, parts, false)),
    type,
  }
  return withPersistence(sequence, options.persistence ?? followed)
}

function withSequence(catalog: Catalog, sequence: Sequence): Catalog {
  return { ...catalog, sequences: withEntry(catalog.sequences, sequence.name, sequence) }
}
