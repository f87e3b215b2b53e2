import { ActionJudge, type Happening, NONE_OPEN } from './action-judge.ts'
import type { Action, Reach } from './catalog/action.ts'
import type { Catalog, Name } from './catalog/catalog.ts'
import { sessionAtStart } from './catalog/database-settings.ts'
import { forgetBetween } from './catalog/edit-catalog.ts'
import type { Learned } from './catalog/learned.ts'
import { withoutMembers } from './catalog/members.ts'
import { Certainty } from './certainty.ts'
import { Deploys } from './deploys.ts'
import type { Finding } from './finding.ts'
import { fingerprint } from './fingerprint.ts'
import type { ChosenRule } from './loaded-rule.ts'
import type { TransactionModel } from './migrations/migration.ts'
import { modelledEnums } from './modelled-enums.ts'
import type { ModelledEnum, Problem, SchemaRule, SchemaSubject } from './rule.ts'
import { type Run, runMigration } from './run-migration.ts'
import type { Statement } from './sql/statement.ts'
import type { ModelEnum } from './text/models.ts'
import type { RevisionFacts } from './text/revision.ts'
import type { Span } from './text/source-file.ts'
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
  readonly revision?: RevisionFacts
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

/**
 * Folds migrations from a base and judges every action, then the schema they add up to, and
 * what the models of the application expect of it.
 */
export function lint(
  migrations: readonly ReadMigration[],
  rules: readonly ChosenRule[],
  base: Catalog,
  postgres: number,
  models: readonly ModelEnum[] = [],
  learned: ReadonlyMap<Statement, Learned> = NOTHING_LEARNED,
): Linted {
  const judge = new ActionJudge(rules)
  const tracker = new TransactionTracker()
  const begun = { ...base, session: sessionAtStart(base, base.session) }
  const certainty = new Certainty()
  const run: Run = { judge, tracker, certainty, notModelled: [], catalog: begun, postgres, learned }
  const catalogs: Catalog[] = []
  const deploys = new Deploys(base)
  for (const migration of migrations) {
    const found = run.catalog
    const deploy = deploys.enter(migration, found)
    const { deployed, inUse } = deploy
    judge.enter(migration)
    tracker.enter(migration.transaction)
    const earlier = runMigration(run, migration, deploy)
    const { catalog } = run
    forgetBetween(found, catalog)
    const { mayDiffer } = certainty
    const here = { deployed, before: catalog, after: catalog, inUse, mayDiffer, postgres }
    const left = { ...here, transaction: NONE_OPEN, earlier }
    judgeLeftOpen(judge, tracker, migration, left)
    // What SET leaves behind ends with the session: each migration starts with the base's settings.
    run.catalog = { ...catalog, session: sessionAtStart(catalog, base.session) }
    catalogs.push(run.catalog)
    judgeDown(judge, migration, { ...left, before: run.catalog, after: run.catalog, earlier: [] })
  }
  const { catalog, notModelled } = run
  const expected = modelledEnums(models, catalog).filter(({ type }) => !certainty.mayDiffer(type))
  const find = schemaFinder(rules, postgres, notModelled)
  const { fresh, knownBefore } = schemaFindings(migrations, catalogs, base, { find, expected })
  return {
    knownBefore,
    findings: [...judge.findings, ...fresh],
    catalog,
    catalogs,
    notModelled,
    statements: migrations.reduce((sum, each) => sum + each.statements.length, 0),
  }
}

const NOTHING_LEARNED: ReadonlyMap<Statement, Learned> = new Map()

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
  return (catalog: Catalog, models: readonly ModelledEnum[] = []) =>
    lintSchema({ catalog, postgres, isWhole, models }, rules, 'migrations')
}

/**
 * What is found in the schema, and by fingerprint what was found there at the boundary and is
 * not told again. What the models were at the boundary is not known.
 */
function schemaFindings(
  migrations: readonly ReadMigration[],
  catalogs: readonly Catalog[],
  base: Catalog,
  { find, expected }: { readonly find: SchemaFinder; readonly expected: readonly ModelledEnum[] },
) {
  const knownBefore = knownAtBoundary(migrations, catalogs, base, find)
  return { knownBefore, fresh: find(catalogs.at(-1) ?? base, expected).filter(isNewIn(migrations, knownBefore)) }
}

type SchemaFinder = ReturnType<typeof schemaFinder>

/** What is found in the schema as it was before the first new migration; where none is new, in the whole. */
function knownAtBoundary(
  migrations: readonly ReadMigration[],
  catalogs: readonly Catalog[],
  base: Catalog,
  find: SchemaFinder,
): ReadonlySet<string> {
  const isDivided = migrations.some((each) => each.standing !== undefined)
  if (!isDivided && isEmpty(base)) return new Set()
  const first = migrations.findIndex((each) => each.standing === 'new')
  const boundary = isDivided ? (first < 0 ? catalogs.at(-1) : catalogs[first - 1]) : base
  return new Set(find(boundary ?? base).map((each) => each.fingerprint))
}

function isEmpty({ tables, views, sequences, functions, enums, domains, types }: Catalog): boolean {
  return [tables, views, sequences, functions, enums, domains, types].every((each) => each.size === 0)
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

/** Judges a catalog by the schema rules; what belongs to extensions is none of the schema. */
export function lintSchema(
  subject: SchemaSubject,
  rules: readonly ChosenRule[],
  seenIn: 'migrations' | 'database',
): readonly Finding[] {
  const own = { ...subject, catalog: withoutMembers(subject.catalog) }
  return askSchemaRules(rules, seenIn, (rule) => rule.check(own))
}

/** What the schema rules find when each is asked in the same way. */
export function askSchemaRules(
  rules: readonly ChosenRule[],
  seenIn: Finding['seenIn'],
  ask: (rule: SchemaRule) => Iterable<Problem>,
): readonly Finding[] {
  return rules.flatMap(({ name, rule, severity }) => {
    if (rule.scope !== 'schema') return []
    const hazard = rule.hazard ?? 'none'
    return [...ask(rule)].map(({ effects: _, ...problem }): Finding => {
      return { ...problem, rule: name, severity, hazard, seenIn, fingerprint: fingerprint(name, problem.subject) }
    })
  })
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
        mayDiffer: () => false,
        postgres,
        transaction: NONE_OPEN,
        earlier: [],
      },
      statement,
    )
  }
  return judge.findings
}
