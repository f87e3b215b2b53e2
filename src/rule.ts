import type { Action, ActionKind, ActionOf } from './catalog/action.ts'
import type { Catalog, Identifier, Name } from './catalog/catalog.ts'
import type { Effect, LockMode } from './catalog/effect.ts'
import { grantsOn as grantsOnObject, indexesOf, triggersOf } from './catalog/lookups.ts'
import type { Index, Trigger } from './catalog/objects.ts'
import type { Grant } from './catalog/privileges.ts'
import type { BuildSeen, UpdateSeen } from './catalog/seen.ts'
import type { Column, Table } from './catalog/table.ts'
import type { Step } from './recipes/step.ts'
import type { Edit } from './text/edits.ts'
import type { ModelLabel } from './text/models.ts'
import type { RevisionFacts } from './text/revision.ts'
import type { Span } from './text/source-file.ts'

export type { Action, ActionKind, ActionOf } from './catalog/action.ts'
export type { Catalog, Identifier, Name } from './catalog/catalog.ts'
export type { Difference } from './catalog/diff.ts'
export { blocksReaders, blocksWriters, type Effect, isStronger, type LockMode, type Work } from './catalog/effect.ts'
export type { Expression } from './catalog/expression.ts'
export type { Func } from './catalog/functions.ts'
export { LOCKING_KINDS } from './catalog/locking-kinds.ts'
export { defaultPartitionOf } from './catalog/lookups.ts'
export { partsOf, qualify, quoteIdentifier } from './catalog/names.ts'
export { constraintNamed, isAddedNotValidIn } from './catalog/not-valid.ts'
export type { Index, Trigger } from './catalog/objects.ts'
export { partsLacking } from './catalog/partition-parts.ts'
export { testsOfAttach } from './catalog/partition-tests.ts'
export { type DefaultPrivilege, type Grant, type GrantTarget, PUBLIC } from './catalog/privileges.ts'
export type { BuildSeen, UpdateSeen } from './catalog/seen.ts'
export type { Check, Column, ForeignKey, Key, Table } from './catalog/table.ts'
export type { ColumnDefinition, ConstraintDefinition, ForeignKeyDefinition } from './catalog/table-actions.ts'
export {
  blockingEffects,
  relationsBeside,
  strongEffects,
  strongestLock,
  tableWithChildren,
  whoWaits,
} from './catalog/waiting.ts'
export { columnSteps } from './recipes/column-steps.ts'
export { indexSteps, keySteps } from './recipes/index-steps.ts'
export { checkSteps, foreignKeySteps, notNullSteps } from './recipes/not-valid-steps.ts'
export { attachSteps, detachSteps, partitionSteps } from './recipes/partition-steps.ts'
export { type Step, step, stepAlone } from './recipes/step.ts'
export type { Edit } from './text/edits.ts'
export type { HalfFacts, RevisionFacts } from './text/revision.ts'
export { type Span, textOf } from './text/source-file.ts'

/** How grave a finding is. */
export type Severity = 'error' | 'warning'

/** The smallest preset that a rule belongs to: each holds the ones before it. */
export type Preset = 'recommended' | 'service' | 'strict'

/**
 * What may happen: the server refuses the statement (`fails`), the running application meets
 * a schema it does not know (`breaks`), data is gone (`loses`), or nothing of the kind.
 * `blocks` and `queues` are said by a problem's effects.
 */
export type RuleHazard = 'fails' | 'breaks' | 'loses' | 'none'

/** What every rule has. The texts are prose: paragraphs, indented as the code is. */
export interface RuleTexts {
  readonly severity: Severity
  /** Default: recommended. */
  readonly preset?: Preset
  /** Default: none. */
  readonly hazard?: RuleHazard
  /** The offence in one sentence. */
  readonly summary: string
  /** What happens because of it. */
  readonly why: string
  /** What to do. */
  readonly instead: string
  /** What to do in an Alembic revision, where that is said otherwise than in SQL. */
  readonly insteadInAlembic?: string
}

/** One action of one statement, with the catalog at three moments. */
export interface Moment<K extends ActionKind = ActionKind> {
  readonly action: ActionOf<K>
  /** What traffic already uses: the schema before this deploy. */
  readonly deployed: Catalog
  readonly before: Catalog
  readonly after: Catalog
  readonly effects: readonly Effect[]
  /** Whether traffic may already use a relation: nothing in this deploy proves that the deploy itself made it. */
  inUse(relation: Name): boolean
  /** Whether a statement that may have done anything, such as dynamic SQL, came after the relation was made. */
  mayDiffer(relation: Name): boolean
  /** The target version, as a major number. */
  readonly postgres: number
  readonly transaction: Transaction
  /** The actions of the same migration before this one, in order. */
  readonly earlier: readonly Action[]
}

/** The transaction that an action runs in, by the runner's model and what the statements say. */
export interface Transaction {
  /** Who began it: the runner, or a BEGIN. Undefined where none is open. */
  readonly openedBy: 'runner' | 'statement' | undefined
  /** The actions before this one in it, of earlier migrations too where it holds several. */
  readonly earlier: readonly Action[]
  /** What SET gave settings by now, as written and by name: `lock_timeout` and `5s`. */
  readonly settings: ReadonlyMap<string, string>
  /** The locks that earlier actions took, of those that stop writers; they are kept until the end. */
  readonly held: ReadonlyMap<Name, HeldLock>
}

/** The strongest lock of a transaction on one relation. */
export interface HeldLock {
  readonly lock: LockMode
  /** Whether a statement has read, checked or changed rows since it was taken, but for one that itself made their writers wait. */
  readonly isWorkedUnder: boolean
}

/** What a rule says. */
export interface Problem {
  /** The instance's facts: lower case, no full stop, no advice. */
  readonly message: string
  /** The object it is about, unique among the problems of a rule in one place. */
  readonly subject: string
  readonly span?: Span | undefined
  /** The locks it is about; they decide whether the hazard is `blocks` or `queues`. */
  readonly effects?: readonly Effect[]
  /** A relation: nothing is told where the same migration then drops it. */
  readonly untilDropped?: Name
  readonly fix?: Fix
}

/**
 * Edits rewrite an unapplied file; a follow-up is SQL for a new migration, because applied
 * migrations are immutable; steps are migrations, one after another, that reach the same in
 * place of an unapplied statement, or of what the finding points at in it.
 */
export type Fix =
  | { readonly title: string; readonly edits: readonly Edit[]; readonly safety: 'safe' | 'review' }
  | { readonly title: string; readonly followUp: string }
  | { readonly title: string; readonly steps: readonly Step[] }

/** A rule that judges what statements do, one action at a time. */
export interface ActionRule<K extends ActionKind = ActionKind> extends RuleTexts {
  readonly scope: 'action'
  /** The kinds of action it is asked about. */
  readonly on: readonly K[]
  check(moment: Moment<K>): Iterable<Problem>
}

/** What a schema rule judges. */
export interface SchemaSubject {
  readonly catalog: Catalog
  /** The target version, as a major number. */
  readonly postgres: number
  /**
   * False where a statement was met that may have done anything, such as a DO block with
   * dynamic SQL: that a trigger or privilege is not in the catalog then proves nothing.
   */
  readonly isWhole: boolean
  /** What the models of the application take enums for, as far as it is certain what the enums are. */
  readonly models?: readonly ModelledEnum[]
}

/** An enum as the models of the application have it. */
export interface ModelledEnum {
  readonly type: Name
  readonly labels: readonly ModelLabel[]
}

/** A rule that judges what a database holds, folded from migrations or live. */
export interface SchemaRule extends RuleTexts {
  readonly scope: 'schema'
  check(subject: SchemaSubject): Iterable<Problem>
  /** Judges what `verify` saw an UPDATE do; its subjects are those of `check`. */
  checkUpdate?(seen: UpdateSeen): Iterable<Problem>
  /** Judges what `verify` saw become of an index that was being built; its subjects are those of `check`. */
  checkBuild?(seen: BuildSeen): Iterable<Problem>
}

/** One migration as a unit. */
export interface MigrationFacts {
  readonly version: string
  /** What its runner tells it from the others of its history by. */
  readonly key: string
  /** The path of the file that holds it. */
  readonly path: string
  /** Where it begins to say something: its first statement, or the first line. */
  readonly head: Span
  /** Statements of the up half. */
  readonly statements: number
  /** The statements of the up half with what they do, in order. */
  readonly sequence: readonly { readonly kind: string; readonly span: Span; readonly actions: readonly Action[] }[]
  /** What is known of it beside its SQL, where it is a program such as an Alembic revision. */
  readonly revision?: RevisionFacts
  /** `reasoned`: it does nothing, and a comment of its own says why. */
  readonly down: 'absent' | 'empty' | 'reasoned' | 'whole'
  /** What was changed of it though it was there before, as far as that was asked for. */
  readonly edited?: 'statements' | 'comments'
  /** Whether it is judged; others are there as context only. */
  readonly isJudged: boolean
}

/** What a migration rule judges: a migration among all those of its history. */
export interface MigrationSubject {
  readonly migration: MigrationFacts
  /** In the order in which the runner applies them, the migration itself among them. */
  readonly history: readonly MigrationFacts[]
  readonly runner: string
  /** Which statements the runner puts into one transaction, where a migration does not say otherwise. */
  readonly transaction: string
  /** Where the runner is told so, if that is a place in a file. */
  readonly configured?: Span
  readonly before: Catalog
  readonly after: Catalog
  /** What the down half leaves; undefined where there is none, or what it does is not known as a whole. */
  readonly afterDown: Catalog | undefined
}

/** A rule that judges migrations as units: their names, their halves. */
export interface MigrationRule extends RuleTexts {
  readonly scope: 'migration'
  check(subject: MigrationSubject): Iterable<Problem>
}

/** A rule. */
export type Rule = ActionRule | SchemaRule | MigrationRule

/** Makes an action rule; the kinds in `on` decide the type of the moment's action. */
export function actionRule<const K extends ActionKind>(rule: Omit<ActionRule<K>, 'scope'>): Rule {
  return { scope: 'action', ...rule } as unknown as Rule
}

/** Makes a migration rule. */
export function migrationRule(rule: Omit<MigrationRule, 'scope'>): Rule {
  return { scope: 'migration', ...rule }
}

/** Makes a schema rule. */
export function schemaRule(rule: Omit<SchemaRule, 'scope'>): Rule {
  return { scope: 'schema', ...rule }
}

/** The indexes of a table, those behind its constraints among them. */
export function* indexesOn(catalog: Catalog, table: Name): Generator<Index> {
  for (const [, index] of indexesOf(catalog, table)) yield index
}

/** The triggers of a table. */
export function* triggersOn(catalog: Catalog, table: Name): Generator<Trigger> {
  for (const [, trigger] of triggersOf(catalog, table)) if (trigger.table === table) yield trigger
}

/** Whether the first keys of an index are these columns, in any order, so that equality on all of them can use it. */
export function leadsWith(index: Index, columns: readonly Identifier[]): boolean {
  if (index.method !== 'btree' && !(index.method === 'hash' && columns.length === 1)) return false
  const leading = index.keys.slice(0, columns.length).map((key) => ('column' in key ? key.column : undefined))
  return leading.length === columns.length && columns.every((column) => leading.includes(column))
}

/**
 * Tables of one's own: permanent or unlogged, not foreign, and not partitions, which are
 * judged through their parent. What is seen in a partly known one is really there.
 */
export function* judgedTables(catalog: Catalog): Generator<Table> {
  for (const table of catalog.tables.values()) {
    const isOwn = table.persistence !== 'temporary' && table.kind !== 'foreign' && table.partitionOf === undefined
    if (isOwn) yield table
  }
}

/** Tables of one's own whose absent parts are really absent, as every part of them is known. */
export function* ownTables(catalog: Catalog): Generator<Table> {
  for (const table of judgedTables(catalog)) if (table.known === 'wholly') yield table
}

/** The column of a table that has a name. */
export function columnOf(table: Table, name: Identifier): Column | undefined {
  return table.columns.find((column) => column.name === name)
}

/** The type that a domain, or a domain over a domain, is made of; any other type itself. */
export function baseType(catalog: Catalog, type: string): string {
  const domain = catalog.domains.get(type)
  return domain === undefined ? type : baseType(catalog, domain.type)
}

/** The privileges that roles other than its owner hold on a table or its columns. */
export function grantsOn(catalog: Catalog, table: Name): readonly Grant[] {
  return grantsOnObject(catalog, table).flatMap(([, grant]) => (grant.target === 'table' ? [grant] : []))
}

/** Whether roles were given something on a table, but nobody the right to change its rows. */
export function isAppendOnly(catalog: Catalog, table: Name): boolean {
  const grants = grantsOn(catalog, table)
  return grants.length > 0 && grants.every((grant) => grant.privilege !== 'UPDATE')
}

/** The fix that steps are, where there are any. */
export function fixInSteps(title: string, steps: readonly Step[] | undefined): { readonly fix?: Fix } {
  return steps === undefined || steps.length === 0 ? {} : { fix: { title, steps } }
}
