import { createHash } from 'node:crypto'
import type { Action, ActionKind, Reach } from './catalog/action.ts'
import type { Catalog, Name } from './catalog/catalog.ts'
import { blocksWriters, type Effect } from './catalog/effect.ts'
import { effects } from './catalog/effects.ts'
import { fold } from './catalog/fold.ts'
import type { Finding, Hazard, SeenEffect } from './finding.ts'
import type { ChosenRule } from './loaded-rule.ts'
import { MadeRelations } from './made-relations.ts'
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
  for (const migration of migrations) {
    const deployed = catalog
    const made = new MadeRelations()
    const inUse = (relation: Name) => !made.has(relation)
    const log = new TransactionLog()
    const earlier: Action[] = []
    tracker.enter(migration.transaction)
    for (const statement of migration.statements) {
      statements++
      for (const action of statement.actions(catalog, postgres)) {
        if (action.kind === 'unmodelled') notModelled.push(action)
        const after = log.restore(catalog, action) ?? fold(catalog, action, postgres)
        made.recordMaking(action)
        const { transaction } = tracker
        judge.judge({ action, deployed, before: catalog, after, inUse, postgres, transaction, earlier }, statement)
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
  const isWhole = !notModelled.some((each) => each.reach === 'anything')
  return {
    findings: [...judge.findings, ...lintSchema({ catalog, postgres, isWhole }, rules, 'migrations')],
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
      for (const problem of rule.check(moment))
        this.findings.push(this.#finding(chosen, rule, problem, moment, statement))
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
