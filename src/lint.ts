import { createHash } from 'node:crypto'
import type { Action, ActionKind, Reach } from './catalog/action.ts'
import type { Catalog, Name } from './catalog/catalog.ts'
import { blocksWriters, type Effect } from './catalog/effect.ts'
import { effects } from './catalog/effects.ts'
import { Deploys } from './deploys.ts'
import type { Finding, Hazard, SeenEffect } from './finding.ts'
import type { ChosenRule } from './loaded-rule.ts'
import type { TransactionModel } from './migrations/migration.ts'
import type { ActionRule, Moment, Problem, SchemaSubject } from './rule.ts'
import type { Statement } from './sql/statement.ts'
import { type Span, textOf } from './text/source-file.ts'
import { TransactionLog } from './transaction-log.ts'
import { TransactionTracker } from './transaction-tracker.ts'

/** A migration whose statements have been read. */
export interface ReadMigration {
  readonly version: string
  readonly statements: readonly Statement[]
  /** Statements of the down half that the grammar refuses. */
  readonly unparsedDown: readonly Statement[]
  /** Which statements its runner puts into one transaction. */
  readonly transaction: TransactionModel
  /** All statements of the down half, where there is one. */
  readonly downStatements?: readonly Statement[]
  /** See Migration. */
  readonly standing?: 'context' | 'new'
}

/** Something that schemalint did not understand, by name and place. */
export interface NotModelled {
  readonly statement: string
  readonly span: Span
  readonly reach: Reach
}

/** What linting gives: the findings and the catalog that the migrations add up to. */
export interface Linted {
  readonly findings: readonly Finding[]
  readonly catalog: Catalog
  /** The catalog after each migration, in order. */
  readonly catalogs: readonly Catalog[]
  readonly notModelled: readonly NotModelled[]
  /** Fingerprints of what was found in the schema at the boundary, where there is one. */
  readonly knownBefore: ReadonlySet<string>
  readonly statements: number
}

/** Folds migrations from a base and judges every action, then the schema they add up to. */
export function lint(
  migrations: readonly ReadMigration[],
  rules: readonly ChosenRule[],
  base: Catalog,
  postgres: number,
): Linted {
  const judge = new ActionJudge(rules)
  const notModelled: NotModelled[] = []
  const catalogs: Catalog[] = []
  const tracker = new TransactionTracker()
  let catalog = base
  let statements = 0
  const deploys = new Deploys(base)
  for (const migration of migrations) {
    const { deployed, made, inUse } = deploys.enter(migration, catalog)
    judge.isTelling = migration.standing !== 'context'
    const log = new TransactionLog()
    const earlier: Action[] = []
    tracker.enter(migration.transaction)
    for (const statement of migration.statements) {
      statements++
      for (const action of statement.actions(catalog, postgres)) {
        if (action.kind === 'unmodelled') notModelled.push(action)
        const after = log.fold(catalog, action, postgres)
        made.recordMaking(action)
        const moment = { deployed, before: catalog, after, inUse, postgres, transaction: tracker.transaction, earlier }
        judge.judge({ action, ...moment }, statement)
        made.recordLeaving(action)
        tracker.record(action)
        earlier.push(action)
        catalog = after
      }
    }
    const left = { deployed, before: catalog, after: catalog, inUse, postgres, transaction: NONE_OPEN, earlier }
    judgeLeftOpen(judge, tracker, migration, left)
    // What SET leaves behind ends with the session: each migration starts with the base's settings.
    catalog = { ...catalog, session: base.session }
    catalogs.push(catalog)
    judgeDown(judge, migration, { ...left, before: catalog, after: catalog, earlier: [] })
  }
  const { fresh, knownBefore } = schemaFindings(migrations, catalogs, base, schemaFinder(rules, postgres, notModelled))
  return {
    knownBefore,
    findings: [...judge.findings, ...fresh],
    catalog,
    catalogs,
    notModelled,
    statements,
  }
}

type Circumstances = Omit<Happening, 'action'>

/** A transaction that a migration begins and does not end. */
function judgeLeftOpen(
  judge: ActionJudge,
  tracker: TransactionTracker,
  { statements }: ReadMigration,
  circumstances: Circumstances,
): void {
  const open = tracker.leave()
  const last = statements.at(-1)
  if (open === undefined || last === undefined) return
  judge.judge({ ...circumstances, action: { kind: 'leaveTransactionOpen', span: open.span } }, last)
}

/** Of a down half, what does not parse. */
function judgeDown(judge: ActionJudge, { unparsedDown }: ReadMigration, circumstances: Circumstances): void {
  for (const statement of unparsedDown) {
    for (const action of statement.actions(circumstances.before, circumstances.postgres))
      judge.judge({ ...circumstances, action }, statement)
  }
}

function schemaFinder(rules: readonly ChosenRule[], postgres: number, notModelled: readonly NotModelled[]) {
  const isWhole = !notModelled.some((each) => each.reach === 'anything')
  return (catalog: Catalog) => lintSchema({ catalog, postgres, isWhole }, rules, 'migrations')
}

/** What is found in the schema, and by fingerprint what was found there at the boundary and is not told again. */
function schemaFindings(
  migrations: readonly ReadMigration[],
  catalogs: readonly Catalog[],
  base: Catalog,
  find: (catalog: Catalog) => readonly Finding[],
) {
  const knownBefore = knownAtBoundary(migrations, catalogs, base, find)
  return { knownBefore, fresh: find(catalogs.at(-1) ?? base).filter(isNewIn(migrations, knownBefore)) }
}

/** What is found in the schema as it was before the first new migration; where none is new, in the whole. */
function knownAtBoundary(
  migrations: readonly ReadMigration[],
  catalogs: readonly Catalog[],
  base: Catalog,
  find: (catalog: Catalog) => readonly Finding[],
): ReadonlySet<string> {
  if (!migrations.some((each) => each.standing !== undefined)) return new Set()
  const first = migrations.findIndex((each) => each.standing === 'new')
  const boundary = first < 0 ? catalogs.at(-1) : catalogs[first - 1]
  return new Set(find(boundary ?? base).map((each) => each.fingerprint))
}

/** Whether something was not known at the boundary; what an older migration brings that runs after a new one is no news. */
function isNewIn(
  migrations: readonly ReadMigration[],
  knownBefore: ReadonlySet<string>,
): (finding: Finding) => boolean {
  const first = migrations.findIndex((each) => each.standing === 'new')
  const later = first < 0 ? [] : migrations.slice(first).filter((each) => each.standing === 'context')
  const older = new Set(later.flatMap((each) => each.statements.map((statement) => statement.span.file.path)))
  return ({ fingerprint: print, span }) => !knownBefore.has(print) && !older.has(span?.file.path ?? '')
}

/** Judges a catalog by the schema rules. */
export function lintSchema(
  subject: SchemaSubject,
  rules: readonly ChosenRule[],
  seenIn: 'migrations' | 'database',
): readonly Finding[] {
  return rules.flatMap(({ name, rule, severity }) => {
    if (rule.scope !== 'schema') return []
    return [...rule.check(subject)].map((problem) => schemaFinding({ name, rule, severity }, problem, seenIn))
  })
}

/** A problem about an object of the schema as a finding. */
export function schemaFinding(chosen: ChosenRule, problem: Problem, seenIn: Finding['seenIn']): Finding {
  const { effects: _, ...rest } = problem
  const { name, rule, severity } = chosen
  const hazard = rule.hazard ?? 'none'
  return { ...rest, rule: name, severity, hazard, seenIn, fingerprint: fingerprint(name, problem.subject) }
}

/** Judges actions that no migration's text shows, such as a server's refusal, against one catalog. */
export function judgeActions(
  happened: readonly { readonly statement: Statement; readonly action: Action }[],
  rules: readonly ChosenRule[],
  catalog: Catalog,
  postgres: number,
  inUse = (relation: Name) => catalog.tables.has(relation),
): readonly Finding[] {
  const judge = new ActionJudge(rules)
  for (const { statement, action } of happened) {
    judge.judge(
      {
        action,
        deployed: catalog,
        before: catalog,
        after: catalog,
        inUse,
        postgres,
        transaction: NONE_OPEN,
        earlier: [],
      },
      statement,
    )
  }
  return judge.findings
}

/** A stable short name for what is found: equal parts give an equal one. */
export function fingerprint(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 16)
}

/** For what happens outside of a migration's course. */
const NONE_OPEN = { openedBy: undefined, earlier: [], settings: new Map<string, string>() } as const

type Happening = Omit<Moment, 'effects'> & { readonly action: Action }

/** Asks the action rules about each moment; effects are computed only when one of them looks. */
class ActionJudge {
  readonly findings: Finding[] = []
  /** Whether what is found is told. Occurrences are counted in any case, so that fingerprints stay. */
  isTelling = true
  readonly #byKind = new Map<ActionKind, { readonly chosen: ChosenRule; readonly rule: ActionRule }[]>()
  readonly #occurrences = new Map<string, number>()

  constructor(rules: readonly ChosenRule[]) {
    for (const chosen of rules) {
      const { rule } = chosen
      if (rule.scope !== 'action') continue
      for (const kind of rule.on) this.#byKind.set(kind, [...(this.#byKind.get(kind) ?? []), { chosen, rule }])
    }
  }

  judge(happening: Happening, statement: Statement): void {
    const asked = this.#byKind.get(happening.action.kind)
    if (asked === undefined) return
    const moment = withEffects(happening)
    for (const { chosen, rule } of asked) {
      for (const problem of rule.check(moment)) {
        const finding = this.#finding(chosen, rule, problem, moment, statement)
        if (this.isTelling) this.findings.push(finding)
      }
    }
  }

  #finding(chosen: ChosenRule, rule: ActionRule, problem: Problem, moment: Moment, statement: Statement): Finding {
    const seen = problem.effects?.map((effect): SeenEffect => ({ ...effect, isNew: !moment.inUse(effect.relation) }))
    const content = textOf(statement.span).replace(/\s+/g, ' ')
    const key = fingerprint(chosen.name, problem.subject, content)
    const occurrence = this.#occurrences.get(key) ?? 0
    this.#occurrences.set(key, occurrence + 1)
    const { effects: _, ...rest } = problem
    return {
      ...rest,
      span: problem.span ?? moment.action.span,
      ...(seen === undefined ? {} : { effects: seen }),
      rule: chosen.name,
      severity: chosen.severity,
      hazard: hazardOf(seen) ?? rule.hazard ?? 'none',
      seenIn: 'migrations',
      fingerprint: occurrence === 0 ? key : fingerprint(key, String(occurrence)),
    }
  }
}

function withEffects(happening: Happening): Moment {
  let computed: readonly Effect[] | undefined
  return {
    ...happening,
    get effects() {
      computed ??= effects(happening.action, happening.before, happening.postgres)
      return computed
    },
  }
}

function hazardOf(seen: readonly SeenEffect[] | undefined): Hazard | undefined {
  const waiting = seen?.filter((effect) => !effect.isNew && blocksWriters(effect.lock)) ?? []
  if (waiting.length === 0) return undefined
  return waiting.some((effect) => effect.work !== 'none') ? 'blocks' : 'queues'
}
