import type { Catalog, Identifier, Name } from './catalog.ts'
import { changeColumn, changeTable, omit } from './edit-catalog.ts'
import type { Expression } from './expression.ts'
import { setComment } from './fold-comments.ts'
import { addConstraint } from './fold-constraints.ts'
import { createIndex, indexCopy } from './fold-indexes.ts'
import { addIndexed, definitionOf } from './fold-keys.ts'
import { addOwnedSequence } from './fold-sequences.ts'
import { chooseStatisticsName } from './generated-names.ts'
import { indexesOf, othersOf, sequencesOf } from './lookups.ts'
import { partsOf, qualify } from './names.ts'
import { type OtherObject, otherKey, otherMention } from './other-objects.ts'
import { withEntry } from './persistent-map.ts'
import type { SequenceOptions } from './sequence-options.ts'
import { retarget } from './sql-text.ts'
import type { Column, Table } from './table.ts'
import type { LikeClause, NotNullDefinition } from './table-actions.ts'

/** The columns that LIKE copies: always with NOT NULL and collation, the rest as INCLUDING says. */
export function likeColumns(catalog: Catalog, table: Name, clause: LikeClause): readonly Column[] {
  const source = retarget(catalog.tables.get(clause.like)?.columns ?? [], clause.like, table)
  const includes = new Set(clause.including)
  return source.map((column) => {
    const { name, type, collation, nullable, default: value, generated, storage, compression, comment } = column
    const isKept = generated === undefined ? includes.has('defaults') : includes.has('generated')
    return {
      name,
      type,
      ...(collation === undefined ? {} : { collation }),
      nullable,
      ...(isKept && value !== undefined ? { default: withSequence(catalog, clause.like, name, value) } : {}),
      ...(isKept && generated !== undefined ? { generated } : {}),
      ...(includes.has('storage') && storage !== undefined ? { storage } : {}),
      ...(includes.has('compression') && compression !== undefined ? { compression } : {}),
      ...(includes.has('comments') && comment !== undefined ? { comment } : {}),
    }
  })
}

/** The default of a serial column says nothing of the sequence, which is the column's own; that of a copy has to. */
function withSequence(catalog: Catalog, table: Name, column: Identifier, value: Expression): Expression {
  if (value.sql !== undefined || !value.functions.includes('nextval')) return value
  const [own] = sequencesOf(catalog, table).find(([, { ownedBy }]) => ownedBy?.column === column) ?? []
  if (own === undefined) return value
  return { ...value, sql: { pieces: ['nextval(', { to: 'literal', name: own }, '::regclass)'] } }
}

/** The NOT NULLs that LIKE copies, under the names that they have. */
export function likeNotNulls(catalog: Catalog, clause: LikeClause): readonly NotNullDefinition[] {
  return (catalog.tables.get(clause.like)?.notNulls ?? []).map(({ name, column, noInherit }) => ({
    name,
    column,
    ...(noInherit === undefined ? {} : { noInherit }),
  }))
}

/** Copies what LIKE says beside the columns: checks, identity and indexes with their constraints. */
export function copyFromLike(catalog: Catalog, table: Name, clause: LikeClause, postgres: number): Catalog {
  const source = catalog.tables.get(clause.like)
  if (source === undefined) return changeTable(catalog, table, (known) => ({ ...known, known: 'partly' }))
  const includes = new Set(clause.including)
  let result =
    source.known === 'partly' ? changeTable(catalog, table, (known) => ({ ...known, known: 'partly' })) : catalog
  if (includes.has('constraints')) {
    for (const check of retarget(source.checks, source.name, table)) {
      const notValid = check.enforced === false
      result = addConstraint(result, table, {
        ...omit(check, 'inherited', 'origin', 'comment', 'validated'),
        type: 'check',
        notValid,
      })
      if (includes.has('comments'))
        result = setComment(result, { object: 'constraint', table, name: check.name }, check.comment)
    }
  }
  // NOT NULLs are copied whatever is said, their comments only where it is.
  if (includes.has('comments'))
    for (const { name, comment } of source.notNulls ?? [])
      if (comment !== undefined) result = setComment(result, { object: 'constraint', table, name }, comment)
  if (includes.has('identity')) {
    for (const column of source.columns)
      if (column.identity !== undefined) result = copyIdentity(result, table, source, column, postgres)
  }
  if (includes.has('indexes')) result = copyIndexes(result, table, source, includes.has('comments'))
  return includes.has('statistics') ? copyStatistics(result, table, source, includes.has('comments')) : result
}

/** Extended statistics are copied under generated names, in which the columns stand in the order of the table (`generateClonedExtStatsStmt`). */
function copyStatistics(catalog: Catalog, table: Name, source: Table, withComments: boolean): Catalog {
  const owner = catalog.tables.get(table)?.owner
  let { others } = catalog
  for (const [, object] of othersOf(catalog, source.name)) {
    const { kind, elements, statements: [made] = [], comment, origin } = object
    if (kind !== 'statistics' || object.table !== source.name || elements === undefined || made === undefined) continue
    const names = source.columns.map((column) => column.name).filter((each) => elements.columns.includes(each))
    const parts = [...names, ...Array<string>(elements.expressions).fill('expr')]
    const of = partsOf(table)
    const name = qualify(of.schema, chooseStatisticsName({ ...catalog, others }, of.schema, of.name, parts))
    const copy: OtherObject = {
      kind,
      name,
      table,
      elements,
      statements: [retarget(retarget(made, source.name, table), otherMention(object), otherMention({ kind, name }))],
      ...(owner === undefined ? {} : { owner }),
      ...(withComments && comment !== undefined ? { comment } : {}),
      ...(origin === undefined ? {} : { origin }),
    }
    others = withEntry(others, otherKey(copy), copy)
  }
  return { ...catalog, others }
}

function copyIndexes(catalog: Catalog, table: Name, source: Table, withComments: boolean): Catalog {
  let result = catalog
  for (const [, index] of indexesOf(catalog, source.name)) {
    const definition = index.constraint ? definitionOf(source, index) : undefined
    const { tablespace } = index
    const where = tablespace === undefined ? {} : { tablespace }
    const before = result
    result =
      definition === undefined
        ? createIndex(before, { ...indexCopy(index, table), ...where }, { onOnly: false })
        : addIndexed(before, table, { ...retarget(definition, source.name, table), ...where })
    const [name] = indexesOf(result, table).find(([each]) => !before.indexes.has(each)) ?? []
    if (withComments && name !== undefined) result = setComment(result, { object: 'relation', name }, index.comment)
  }
  return result
}

function copyIdentity(catalog: Catalog, table: Name, source: Table, column: Column, postgres: number): Catalog {
  const { identity, name, type } = column
  if (identity === undefined) return catalog
  const result = changeTable(catalog, table, (known) => changeColumn(known, name, (each) => ({ ...each, identity })))
  const [sequence] = sequencesOf(catalog, source.name)
    .map(([, each]) => each)
    .filter((each) => each.ownedBy?.column === name)
  if (sequence === undefined) return addOwnedSequence(result, table, { name, type }, postgres)
  const { start, increment, minimum, maximum, cache, cycle } = sequence
  const options = Object.entries({ start, increment, minimum, maximum, cache, cycle })
  const kept: SequenceOptions = Object.fromEntries(options.filter(([, value]) => value !== undefined))
  return addOwnedSequence(result, table, { name, type, sequence: { ...kept, type: sequence.type } }, postgres)
}
