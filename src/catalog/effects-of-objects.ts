import type { ActionOf } from './action.ts'
import type { Catalog, Identifier, Name } from './catalog.ts'
import { type Effect, exclusive, LOCK_MODES, on } from './effect.ts'
import { ofCascade, ofDropRelation } from './effects-of-drop.ts'
import { withChildren } from './effects-on-children.ts'
import {
  dropFunctionWithUses,
  dropOtherWithUses,
  dropSequenceWithUses,
  dropTypeWithUses,
  dropViewWithUses,
} from './fold-cascade.ts'
import { indexesOf, tablesNaming } from './lookups.ts'
import { mentionsOf } from './sql-text.ts'

type TouchingKind =
  | 'leaveCatalog'
  | 'unmodelled'
  | 'createOther'
  | 'alterOther'
  | 'dropOther'
  | 'setExtensionMember'
  | 'setExtensionDependency'

/** What is locked beside, by a statement that changes nothing that the catalog has. */
export function ofTouches({ touches }: ActionOf<TouchingKind>, before: Catalog): readonly Effect[] {
  return (touches ?? []).flatMap(({ relation, lock, withHeirs }) => {
    const own = [on(relation, lock)]
    const isWhole = before.tables.get(relation)?.kind === 'partitioned'
    return withHeirs === true && !isWhole ? withChildren(before, relation, own) : own
  })
}

/** DROP of an object that is kept by its statements, and of all that is made with it. */
export function ofDropOther(action: ActionOf<'dropOther'>, before: Catalog): readonly Effect[] {
  const own = ofTouches(action, before)
  return action.cascade ? [...own, ...ofCascade(before, dropOtherWithUses(before, action.object))] : own
}

/** DROP SEQUENCE. */
export function ofDropSequence({ sequence, cascade }: ActionOf<'dropSequence'>, before: Catalog): readonly Effect[] {
  const own = exclusive(sequence)
  return cascade === true ? [own, ...ofCascade(before, dropSequenceWithUses(before, sequence))] : [own]
}

/** CREATE VIEW; a view that it replaces is locked. */
export function ofCreateView(action: ActionOf<'createView'>): readonly Effect[] {
  return [exclusive(action.view.name)]
}

/** REFRESH runs the query, unless it is WITH NO DATA; CONCURRENTLY lets the old rows be read meanwhile. */
export function ofRefresh(action: ActionOf<'refreshView'>, before: Catalog): readonly Effect[] {
  const { query } = (action.populated ? before.views.get(action.view) : undefined) ?? {}
  const read = query === undefined ? [] : mentionsOf(query).filter((name) => isRelation(before, name))
  return [
    action.concurrently ? on(action.view, 'ExclusiveLock', 'scan') : exclusive(action.view, 'rewrite'),
    ...read.flatMap((name) => ofReading(before, name, 'AccessShareLock', true)),
  ]
}

/** Rows that a query reads; of a view, what it reads in its turn. */
export function ofReadRows(action: ActionOf<'readRows'>, before: Catalog): readonly Effect[] {
  return action.relations.flatMap(({ name, lock }) => ofReading(before, name, lock, action.scans))
}

function ofReading(
  before: Catalog,
  name: Name,
  lock: Effect['lock'],
  scans: boolean,
  around: ReadonlySet<Name> = new Set(),
): readonly Effect[] {
  const view = before.views.get(name)
  const own = on(name, lock, scans && view?.materialized !== false ? 'scan' : 'none')
  if (view === undefined || view.materialized || view.query === undefined || !scans) {
    return scans ? withChildren(before, name, [own]) : [own]
  }
  // CREATE OR REPLACE may let views read each other in a circle, which the server refuses only to run.
  const within = new Set([...around, name])
  const read = mentionsOf(view.query).filter((each) => isRelation(before, each) && !within.has(each))
  return [own, ...read.flatMap((each) => ofReading(before, each, lock, scans, within))]
}

function isRelation(before: Catalog, name: Name): boolean {
  return before.tables.has(name) || before.views.has(name)
}

/** INSERT, UPDATE, DELETE, MERGE and COPY. */
export function ofChangeRows(action: ActionOf<'changeRows'>, before: Catalog): readonly Effect[] {
  const { relation, statement } = action
  if (statement === 'insert' || statement === 'copy') return [on(relation, 'RowExclusiveLock')]
  const own = [on(relation, 'RowExclusiveLock', findsRows(action, before) ? 'none' : 'scan')]
  return withChildren(before, relation, own)
}

/** Whether an index leads to the rows. Which indexes a table has is not known of one that is known in part. */
function findsRows({ relation, equal }: ActionOf<'changeRows'>, before: Catalog): boolean {
  if (equal.length === 0) return false
  if (before.tables.get(relation)?.known !== 'wholly') return true
  return indexesOf(before, relation).some(([, { keys, predicate }]) => {
    const [first] = keys
    return predicate === undefined && first !== undefined && 'column' in first && equal.includes(first.column)
  })
}

/** LOCK TABLE. */
export function ofLock(action: ActionOf<'lockTable'>, before: Catalog): readonly Effect[] {
  const lock = LOCK_MODES[action.mode - 1] ?? 'AccessExclusiveLock'
  return action.relations.flatMap((relation) => withChildren(before, relation, [on(relation, lock)]))
}

/** VACUUM, ANALYZE and CLUSTER. ANALYZE reads a sample, which does not grow with the table. */
export function ofMaintain(action: ActionOf<'maintain'>, before: Catalog): readonly Effect[] {
  const isAnew = action.command === 'vacuum full' || action.command === 'cluster'
  const tables = [...before.tables.values()].filter((table) => table.kind === 'table')
  const views = [...before.views.values()].filter((view) => view.materialized)
  const all = [...tables, ...views].map(({ name }) => name)
  // CLUSTER alone takes the tables that were clustered before, which are not known.
  const relations = action.relations.length === 0 && action.command !== 'cluster' ? all : action.relations
  return relations.flatMap((relation) =>
    withChildren(before, relation, [
      isAnew
        ? exclusive(relation, 'rewrite')
        : on(relation, 'ShareUpdateExclusiveLock', action.command === 'analyze' ? 'none' : 'scan'),
    ]),
  )
}

/** ALTER SEQUENCE; OWNED BY looks at the table. */
export function ofSequence(action: ActionOf<'alterSequence'>): readonly Effect[] {
  const { ownedBy } = action.options
  const table = ownedBy === undefined || ownedBy === 'none' ? [] : [on(ownedBy.table, 'AccessShareLock')]
  return [on(action.sequence, 'ShareRowExclusiveLock'), ...table]
}

/** ALTER DOMAIN reads every table with a column of the domain where a constraint comes to hold. */
export function ofDomain(action: ActionOf<'alterDomain'>, before: Catalog): readonly Effect[] {
  const { alteration } = action
  const isChecked =
    (alteration.form === 'addCheck' && !alteration.check.notValid) ||
    alteration.form === 'validateConstraint' ||
    (alteration.form === 'setNullable' && !alteration.nullable)
  if (!isChecked) return []
  return tablesOf(before, action.domain).map((table) => on(table, 'ShareLock', 'scan'))
}

function tablesOf(before: Catalog, type: Name): readonly Name[] {
  const tables = tablesNaming(before, type).flatMap(([name, { kind, columns }]) => {
    const has = columns.some((column) => column.type === type || column.type === `${type}[]`)
    return has && kind === 'table' ? [name] : []
  })
  const domains = [...before.domains.values()].filter((each) => each.type === type)
  return [...tables, ...domains.flatMap((each) => tablesOf(before, each.name))]
}

/** DROP TYPE … CASCADE drops columns and defaults, DROP FUNCTION … CASCADE triggers and all else that calls it. */
export function ofDropOfUsed(action: ActionOf<'dropType' | 'dropFunction'>, before: Catalog): readonly Effect[] {
  if (!action.cascade) return []
  const isType = action.kind === 'dropType'
  return ofCascade(
    before,
    isType ? dropTypeWithUses(before, action.type) : dropFunctionWithUses(before, action.function),
  )
}

/** DROP VIEW and DROP MATERIALIZED VIEW. */
export function ofDropView(action: ActionOf<'dropView'>, before: Catalog, postgres: number): readonly Effect[] {
  const own = ofDropRelation(action.view, before, action.cascade === true, postgres)
  return action.cascade === true ? [...own, ...ofCascade(before, dropViewWithUses(before, action.view))] : own
}

/** COMMENT keeps relations from other DDL; for a part that has a name of its own within a table it only looks the table up. */
export function ofComment({ on: target }: ActionOf<'setComment'>, before: Catalog): readonly Effect[] {
  switch (target.object) {
    case 'relation':
      return [on(target.name, 'ShareUpdateExclusiveLock')]
    case 'column':
      return before.types.has(target.relation) ? [] : [on(target.relation, 'ShareUpdateExclusiveLock')]
    case 'constraint':
    case 'trigger':
    case 'policy':
      return [on(target.table, 'AccessShareLock')]
    case 'other':
      return target.table === undefined ? [] : [on(target.table, 'AccessShareLock')]
    default:
      return []
  }
}

/** REASSIGN OWNED and DROP OWNED do to each relation what ALTER … OWNER and DROP do. */
export function ofOwned(roles: readonly Identifier[], before: Catalog): readonly Effect[] {
  const relations = [...before.tables.values(), ...before.views.values()]
  return relations.flatMap(({ name, owner }) => (owner !== undefined && roles.includes(owner) ? [exclusive(name)] : []))
}

/** GRANT and REVOKE look at tables since 18. */
export function ofGrant(action: ActionOf<'grant' | 'revoke'>, postgres: number): readonly Effect[] {
  if (postgres < 18 || action.privileges.target !== 'table') return []
  return action.on.map((name) => on(name, 'AccessShareLock'))
}
