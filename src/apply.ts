import type { Action, ActionOf } from './catalog/action.ts'
import type { Catalog, Identifier, Name } from './catalog/catalog.ts'
import type { Effect, LockMode } from './catalog/effect.ts'
import { effects } from './catalog/effects.ts'
import { emptyCatalog } from './catalog/empty-catalog.ts'
import { fold } from './catalog/fold.ts'
import { compareEffects, type EffectDifference } from './compare-effects.ts'
import { ServerError, type Session } from './database/session.ts'
import type { Server } from './database/target.ts'
import { reasonToLeaveOut, rolesMadeBy } from './left-out.ts'
import type { ReadMigration } from './lint.ts'
import { MadeRelations } from './made-relations.ts'
import type { Migration } from './migrations/migration.ts'
import { observeStatement, type SeenStatement } from './observe-statement.ts'
import { serverPosition } from './server-position.ts'
import type { Statement } from './sql/statement.ts'
import { type FilledTables, TableFiller } from './table-filler.ts'
import type { Span } from './text/source-file.ts'
import { TransactionLog } from './transaction-log.ts'
import { afterRefusal, besideWriter, type WatchedBuild } from './watched-build.ts'

/** What became of migrations on a server. */
export interface Applied {
  readonly counts: { readonly migrations: number; readonly statements: number }
  /** The statement the server refused, which ended the run, with its error's place. */
  readonly refused: readonly { readonly statement: Statement; readonly action: ActionOf<'refused'> }[]
  readonly leftOut: readonly { readonly span: Span; readonly reason: string }[]
  readonly createdRoles: readonly Identifier[]
  /** Whether some statements of a migration stay while others do not. */
  readonly isPartial: boolean
  /** What the statements did to relations, in order, as far as it could be seen. */
  readonly observed: readonly ObservedStatement[]
  /** The builds that left their index invalid. */
  readonly builds: readonly WatchedBuild[]
  /** Present where rows were asked for. */
  readonly rows?: FilledTables
}

/** What was predicted of a statement, and what a server did. */
export interface ObservedStatement {
  readonly statement: Statement
  readonly predicted: readonly Effect[]
  readonly seen: SeenStatement
  readonly differences: readonly EffectDifference[]
  /** The relations that the migration made itself, so that nobody can be waiting for them. */
  readonly newRelations: ReadonlySet<Name>
}

/** How a run tells of itself, and is ended. */
export interface ApplyOptions {
  readonly signal?: AbortSignal
  readonly onProgress: (text: string) => void
  /** How many rows every table is to hold before each migration. */
  readonly rows?: number
}

/**
 * Runs migrations one statement at a time, each message holding the very bytes of the file,
 * in the transactions that their runner would use. The first statement that the server
 * refuses ends the run, as it would end the runner's.
 */
export async function applyMigrations(
  server: Server,
  migrations: readonly (ReadMigration & Migration)[],
  options: ApplyOptions,
): Promise<Applied> {
  const observer = await server.connectAgain?.()
  const run = new Run(server, { observes: true, observer })
  const isWholeRun = migrations[0]?.transaction === 'whole-run'
  const fill = new TableFiller(server)
  try {
    if (isWholeRun) await run.begin()
    for (const [position, migration] of migrations.entries()) {
      options.signal?.throwIfAborted()
      if (options.rows !== undefined) await fill.before(migration, options.rows, isWholeRun)
      options.onProgress(`applying ${migration.version} (${position + 1} of ${migrations.length})`)
      if (!(await run.migration(migration))) break
      if (!isWholeRun) await resetSession(server.session)
    }
    const last = migrations.flatMap((each) => each.statements).at(-1)
    if (isWholeRun && run.applied.refused.length === 0 && last !== undefined) await run.commit(last)
    if (isWholeRun && (run.applied.refused.length > 0 || last === undefined)) await server.session.run('rollback')
    await resetSession(server.session)
  } finally {
    await observer?.close()
  }
  const { counts } = run.applied
  const isUndone = isWholeRun && run.applied.refused.length > 0
  return {
    ...run.applied,
    counts: isUndone ? { migrations: 0, statements: 0 } : counts,
    ...(options.rows === undefined ? {} : { rows: fill.filled }),
  }
}

/** Whether a run watches what statements do, and from where. */
export interface Watching {
  readonly observes: boolean
  readonly observer?: Session | undefined
}

/** One after the other, the migrations that a server is given, and what became of them. */
export class Run {
  readonly #server: Server
  #catalog: Catalog
  #migrations = 0
  #statements = 0
  #isPartial = false
  readonly #refused: Applied['refused'][number][] = []
  readonly #leftOut: Applied['leftOut'][number][] = []
  readonly #createdRoles = new Set<Identifier>()
  readonly #observed: ObservedStatement[] = []
  readonly #builds: WatchedBuild[] = []
  readonly #watching: Watching
  readonly #log = new TransactionLog()
  /** Whether the session has begun a transaction, and the locks that it holds in it. */
  #isOpen = false
  /** Whether a statement ended a transaction that the runner began, so that what it did stays. */
  #hasCommitted = false
  #held: ReadonlyMap<Name, LockMode> = new Map()

  constructor(server: Server, watching: Watching = { observes: false }) {
    this.#server = server
    this.#watching = watching
    this.#catalog = server.startsFrom ?? emptyCatalog(server.major)
  }

  get applied(): Applied {
    return {
      counts: { migrations: this.#migrations, statements: this.#statements },
      refused: this.#refused,
      leftOut: this.#leftOut,
      createdRoles: [...this.#createdRoles],
      isPartial: this.#isPartial,
      observed: this.#observed,
      builds: this.#builds,
    }
  }

  async begin(): Promise<void> {
    await this.#server.session.run('begin')
    this.#isOpen = true
    this.#hasCommitted = false
    this.#held = new Map()
  }

  /** Whether the server took what a transaction did; a deferred constraint is only then looked at. */
  async commit(last: Statement): Promise<boolean> {
    this.#isOpen = false
    try {
      await this.#server.session.run('commit')
      return true
    } catch (error) {
      if (!(error instanceof ServerError)) throw error
      this.#refused.push({ statement: last, action: refusal(last, error) })
      return false
    }
  }

  /** Whether the server took the whole migration. */
  async migration(migration: ReadMigration & Migration): Promise<boolean> {
    const { session } = this.#server
    const last = migration.statements.at(-1)
    const isWrapped = last !== undefined && migration.transaction === 'per-migration' && !managesTransactions(migration)
    const before = this.#statements
    const course = { made: new MadeRelations(), isJudged: migration.standing !== 'context' }
    if (isWrapped) await this.begin()
    for (const statement of migration.statements) {
      if (await this.#statement(statement, course)) continue
      // A file that opened a transaction of its own leaves it open and failed.
      await session.run('rollback').catch(() => undefined)
      this.#isOpen = false
      if (isWrapped) this.#statements = before
      else this.#isPartial = migration.transaction === 'whole-run' ? this.#hasCommitted : this.#statements > before
      return false
    }
    if (isWrapped && !(await this.commit(last))) {
      this.#statements = before
      return false
    }
    this.#migrations++
    return true
  }

  /** Whether the server took a statement, or it was left out for a reason. */
  async #statement(statement: Statement, course: Course): Promise<boolean> {
    const { major } = this.#server
    const actions = statement.parsed ? statement.actions(this.#catalog, major) : []
    const reason = reasonToLeaveOut(statement, actions, this.#server.rolesBefore)
    if (reason !== undefined) {
      this.#leftOut.push({ span: statement.span, reason })
      return true
    }
    for (const role of rolesMadeBy(actions)) this.#createdRoles.add(role)
    try {
      await this.#send(statement, actions, course)
    } catch (error) {
      if (!(error instanceof ServerError)) throw error
      this.#refused.push({ statement, action: refusal(statement, error) })
      await this.#noteBuild(() => afterRefusal(this.#server.session, statement, actions, error))
      return false
    }
    this.#statements++
    for (const action of actions) this.#catalog = this.#log.fold(this.#catalog, action, major)
    return true
  }

  async #send(statement: Statement, actions: readonly Action[], { made, isJudged }: Course): Promise<void> {
    const { session, major } = this.#server
    const { observes, observer } = this.#watching
    for (const action of actions) made.recordMaking(action)
    if (isJudged && observer !== undefined)
      await this.#noteBuild(() => besideWriter(session, observer, statement, actions, made))
    const watch = { session, observer, isOpen: this.#isOpen, held: this.#held }
    const seen = observes ? await observeStatement(statement, actions, watch) : await runOnly(session, statement)
    this.#noteTransaction(actions)
    if (seen !== undefined) {
      this.#held = seen.held
      const predicted = predictionFor(actions, this.#catalog, major)
      const differences = compareEffects(predicted, seen, this.#catalog)
      const relations = [...predicted, ...seen.effects].map(({ relation }) => relation)
      const newRelations = new Set(relations.filter((each) => made.has(each) || seen.made.includes(each)))
      this.#observed.push({ statement, predicted, seen, differences, newRelations })
    }
    for (const action of actions) made.recordLeaving(action)
  }

  /** A build CONCURRENTLY is watched as other statements are, and outside of transactions, where alone it can be. */
  async #noteBuild(look: () => Promise<WatchedBuild | undefined>): Promise<void> {
    if (!this.#watching.observes || this.#isOpen) return
    const build = await look()
    if (build !== undefined) this.#builds.push(build)
  }

  #noteTransaction(actions: readonly Action[]): void {
    for (const { kind } of actions) {
      if (kind === 'beginTransaction') this.#isOpen = true
      if (kind === 'commitTransaction' || kind === 'rollBackTransaction') {
        this.#isOpen = false
        this.#hasCommitted ||= kind === 'commitTransaction'
        this.#held = new Map()
      }
    }
  }
}

/** The migration that a statement belongs to. */
interface Course {
  readonly made: MadeRelations
  readonly isJudged: boolean
}

async function runOnly(session: Session, { sql }: Statement): Promise<undefined> {
  await session.run(sql)
}

/** The effects of each action on the catalog that the ones before it in the statement leave. */
function predictionFor(actions: readonly Action[], before: Catalog, major: number): readonly Effect[] {
  let catalog = before
  return actions.flatMap((action) => {
    const predicted = effects(action, catalog, major)
    catalog = fold(catalog, action, major)
    return predicted
  })
}

/** A file with its own BEGIN is sent as it is. */
function managesTransactions(migration: ReadMigration): boolean {
  return migration.statements.some((each) => /^(BEGIN|START TRANSACTION|COMMIT|END)\b/.test(each.kind))
}

function refusal(statement: Statement, error: ServerError): ActionOf<'refused'> {
  const { sqlstate, message, hint } = error
  const span = serverPosition(statement.span, error.position, message)
  return { kind: 'refused', span, sqlstate, reason: message, ...(hint === undefined ? {} : { hint }) }
}

/** Each migration finds the session as the runner's connection would be at the start. */
export async function resetSession(session: Session): Promise<void> {
  await session.run('reset role')
  await session.run('reset all')
}
