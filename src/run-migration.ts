import type { ActionJudge } from './action-judge.ts'
import type { Action } from './catalog/action.ts'
import type { Catalog } from './catalog/catalog.ts'
import { effects } from './catalog/effects.ts'
import { type Learned, learn } from './catalog/learned.ts'
import type { Certainty } from './certainty.ts'
import type { Deploy } from './deploys.ts'
import type { NotModelled, ReadMigration } from './lint.ts'
import type { Statement } from './sql/statement.ts'
import { withinDepth } from './text/within-depth.ts'
import { TransactionLog } from './transaction-log.ts'
import type { TransactionTracker } from './transaction-tracker.ts'

/** What is carried from one migration to the next. */
export interface Run {
  readonly judge: ActionJudge
  readonly tracker: TransactionTracker
  readonly certainty: Certainty
  readonly notModelled: NotModelled[]
  readonly postgres: number
  /** What a server showed of statements that are not modelled. */
  readonly learned: ReadonlyMap<Statement, Learned>
  catalog: Catalog
}

/** Folds and judges what a migration does, and gives its actions. */
export function runMigration(
  run: Run,
  { statements, revision, transaction }: ReadMigration,
  deploy: Deploy,
): readonly Action[] {
  const { certainty } = run
  const earlier: Action[] = []
  const start = run.catalog
  certainty.recordRevision(revision, start)
  const course = { log: new TransactionLog(transaction !== 'per-statement'), earlier, start, deploy }
  for (const statement of statements) withinDepth(statement.span, () => runStatement(run, statement, course))
  certainty.recordRevision(revision, run.catalog)
  return earlier
}

/** What the statements of a migration have in common. */
interface Course {
  readonly log: TransactionLog
  readonly deploy: Deploy
  /** What the migration has done. */
  readonly earlier: Action[]
  /** What it began with. */
  readonly start: Catalog
}

function runStatement(run: Run, statement: Statement, { log, deploy, earlier, start }: Course): void {
  const { judge, tracker, certainty, postgres } = run
  const { deployed, made, inUse } = deploy
  const { mayDiffer } = certainty
  const untouched = run.catalog
  const actions = statement.actions(untouched, postgres)
  let isRefused = false
  for (const action of actions) {
    if (action.kind === 'unmodelled') run.notModelled.push(action)
    const before = run.catalog
    const after = log.fold(before, action, postgres)
    made.recordMaking(action)
    const { transaction } = tracker
    const moment = { action, deployed, before, after, inUse, mayDiffer, postgres, transaction, earlier }
    const refusal = isRefused
      ? undefined
      : certainty.refusalOf(action, before, { statement: actions, untouched, start, postgres })
    if (refusal !== undefined) {
      isRefused = true
      judge.judge({ ...moment, action: { kind: 'foreseeRefusal', span: action.span, refusal } }, statement)
    }
    judge.judge(moment, statement)
    made.recordLeaving(action)
    tracker.record(action, { effects: () => effects(action, before, postgres), inUse })
    earlier.push(action)
    certainty.record(action, after)
    run.catalog = after
  }
  const learned = run.learned.get(statement)
  if (learned !== undefined) run.catalog = learn(untouched, run.catalog, learned, statement.span)
  // A statement that is refused does nothing.
  if (isRefused) run.catalog = untouched
}
