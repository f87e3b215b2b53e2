import type { Action, ActionOf } from './catalog/action.ts'
import type { Name } from './catalog/catalog.ts'
import { partsOf, qualify } from './catalog/names.ts'
import { type Build, tryAgain, tryBesideWriter } from './database/build-trials.ts'
import type { ServerError, Session } from './database/session.ts'
import type { BuildSeen } from './rule.ts'
import type { Statement } from './sql/statement.ts'
import type { Span } from './text/source-file.ts'

/** A build that left its index invalid, with its place. */
export interface WatchedBuild extends BuildSeen {
  readonly span: Span
}

/** A trial waits for a timeout of the migration's own; longer than this many milliseconds is not waited for. */
const PATIENCE = 5_000

/** What the next try comes to, where a statement that builds an index CONCURRENTLY was refused. */
export async function afterRefusal(
  session: Session,
  statement: Statement,
  actions: readonly Action[],
  refusal: ServerError,
): Promise<WatchedBuild | undefined> {
  const action = buildIn(actions)
  const build = action === undefined ? undefined : buildOf(statement, action)
  if (action === undefined || build === undefined) return undefined
  const failed = await tryAgain(session, build, refusal)
  return failed && { ...failed, ...build, occasion: 'refused', span: action.span }
}

/**
 * What becomes of a build CONCURRENTLY IF NOT EXISTS under a timeout while somebody else's
 * transaction is open. Without IF NOT EXISTS the retry tells of it, and nothing is tried.
 */
export async function besideWriter(
  session: Session,
  observer: Session,
  statement: Statement,
  actions: readonly Action[],
  made: { has(relation: Name): boolean },
): Promise<WatchedBuild | undefined> {
  const action = buildIn(actions)
  const build = action?.ifNotExists === true ? buildOf(statement, action) : undefined
  // Nobody has written to a table that the migration makes itself.
  if (action === undefined || build === undefined || made.has(build.table)) return undefined
  const failed = await tryBesideWriter(session, observer, build, PATIENCE)
  return failed && { ...failed, ...build, occasion: 'beside a writer', span: action.span }
}

function buildIn(actions: readonly Action[]): ActionOf<'createIndex'> | undefined {
  return actions.find((each) => each.kind === 'createIndex' && each.concurrently) as ActionOf<'createIndex'> | undefined
}

/** Undefined where the server chooses the name. */
function buildOf({ sql }: Statement, { index }: ActionOf<'createIndex'>): Build | undefined {
  if (index.name === undefined) return undefined
  return { index: qualify(partsOf(index.table).schema, index.name), table: index.table, sql }
}
