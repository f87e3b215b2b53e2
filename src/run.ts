import type { Applied, ObservedStatement } from './apply.ts'
import type { Action, ActionOf } from './catalog/action.ts'
import type { Catalog, Identifier, Name } from './catalog/catalog.ts'
import { sessionAtStart } from './catalog/database-settings.ts'
import type { Effect, LockMode } from './catalog/effect.ts'
import { effects } from './catalog/effects.ts'
import { emptyCatalog } from './catalog/empty-catalog.ts'
import { fold } from './catalog/fold.ts'
import { type Learned, learn } from './catalog/learned.ts'
import { compareEffects } from './compare-effects.ts'
import type { Contest } from './contention.ts'
import { introspect, introspectWithin } from './database/introspect.ts'
import { ServerError, type Session } from './database/session.ts'
import type { Server } from './database/target.ts'
import { reasonToLeaveOut, rolesMadeBy } from './left-out.ts'
import type { ReadMigration } from './lint.ts'
import { MadeRelations } from './made-relations.ts'
import type { Migration } from './migrations/migration.ts'
import { observeStatement, type Watch } from './observe-statement.ts'
import { serverPosition } from './server-position.ts'
import type { Statement } from './sql/statement.ts'
import { textReaders } from './sql/text-readers.ts'
import { TransactionLog } from './transaction-log.ts'
import { afterRefusal, besideWriter, type WatchedBuild } from './watched-build.ts'

/** Whether a run watches what statements do, and from where. */
export interface Watching {
  readonly observes: boolean
  readonly observer?: Session | undefined
  /** Who reads and writes the tables meanwhile. */
  readonly contest?: Contest | undefined
}

/** One after the other, the migrations that a server is given, and what became of them. */
export class Run {
  readonly #server: Server
  #catalog: Catalog
  /** What each migration begins with. */
  readonly #session: Catalog['session']
  #migrations = 0
  #statements = 0
  #isPartial = false
  readonly #refused: Applied['refused'][number][] = []
  readonly #leftOut: Applied['leftOut'][number][] = []
  readonly #createdRoles = new Set<Identifier>()
  readonly #observed: ObservedStatement[] = []
  readonly #builds: WatchedBuild[] = []
  readonly #learned = new Map<Statement, Learned>()
  readonly #watching: Watching
  readonly #log = new TransactionLog(false)
  /** Whether the session has begun a transaction, and the locks that it holds in it. */
  #isOpen = false
  /** Whether a statement ended a transaction that the runner began, so that what it did stays. */
  #hasCommitted = false
  #held: ReadonlyMap<Name, LockMode> = new Map()
  readonly #last: Watch['last'] = {}

  constructor(server: Server, watching: Watching = { observes: false }) {
    this.#server = server
    this.#watching = watching
    const begun = server.startsFrom ?? emptyCatalog(server.major)
    this.#session = sessionAtStart(begun, begun.session)
    this.#catalog = { ...begun, session: this.#session }
  }

  get catalog(): Catalog {
    return this.#catalog
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
      learned: this.#learned,
    }
  }

  async begin(): Promise<void> {
    await this.#server.session.run('begin')
    this.#isOpen = true
    this.#log.open()
    this.#hasCommitted = false
    this.#held = new Map()
  }

  /** Whether the server took what a transaction did; a deferred constraint is only then looked at. */
  async commit(last: Statement): Promise<boolean> {
    this.#isOpen = false
    this.#catalog = this.#log.commit(this.#catalog)
    try {
      await this.#server.session.run('commit')
      await this.#watching.contest?.after(undefined, this.#catalog)
      return true
    } catch (error) {
      if (!(error instanceof ServerError)) throw error
      this.#refused.push({ statement: last, action: refusal(last, error) })
      return false
    } finally {
      this.#watching.contest?.forget()
    }
  }

  /** Whether the server took the whole migration. */
  async migration(migration: ReadMigration & Migration): Promise<boolean> {
    const { session } = this.#server
    // Between two migrations tables may have been filled.
    this.#last.look = undefined
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
    // A file that divides its runner's transaction leaves the last part of it to the runner.
    const isLeftOpen = !isWrapped && this.#isOpen && migration.transaction !== 'whole-run'
    if (last !== undefined && (isWrapped || isLeftOpen) && !(await this.commit(last))) {
      if (isWrapped) this.#statements = before
      else this.#isPartial = true
      return false
    }
    this.#migrations++
    if (migration.transaction !== 'whole-run')
      this.#catalog = { ...this.#catalog, session: sessionAtStart(this.#catalog, this.#session) }
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
      await this.#learning(statement, actions, () => this.#send(statement, actions, course))
    } catch (error) {
      if (!(error instanceof ServerError)) throw error
      this.#refused.push({ statement, action: refusal(statement, error) })
      await this.#noteBuild(() => afterRefusal(this.#server.session, statement, actions, error))
      return false
    }
    this.#statements++
    const before = this.#catalog
    for (const action of actions) this.#catalog = this.#log.fold(this.#catalog, action, major)
    const learned = this.#learned.get(statement)
    if (learned !== undefined) this.#catalog = learn(before, this.#catalog, learned, statement.span)
    return true
  }

  /** Notes what the server's catalog shows that a statement did which is not modelled. */
  async #learning(statement: Statement, actions: readonly Action[], send: () => Promise<void>): Promise<void> {
    const isModelled = actions.every(({ kind }) => kind !== 'unmodelled')
    const before = isModelled || !this.#watching.observes ? undefined : await this.#look()
    await send()
    const after = before && (await this.#look())
    if (before !== undefined && after !== undefined) this.#learned.set(statement, { before, after })
  }

  /** The server's catalog as the session sees it; undefined where it cannot be read. */
  async #look(): Promise<Catalog | undefined> {
    const { session, rolesBefore } = this.#server
    const read = this.#isOpen ? introspectWithin : introspect
    try {
      return await read(session, textReaders, { ignoredRoles: rolesBefore })
    } catch (error) {
      if (!(error instanceof ServerError)) throw error
      return undefined
    }
  }

  async #send(statement: Statement, actions: readonly Action[], { made, isJudged }: Course): Promise<void> {
    const { session, major } = this.#server
    const { observes, observer } = this.#watching
    for (const action of actions) made.recordMaking(action)
    if (isJudged && observer !== undefined)
      await this.#noteBuild(() => besideWriter(session, observer, statement, actions, made))
    const watch = { session, observer, isOpen: this.#isOpen, held: this.#held, last: this.#last }
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
    await this.#watching.contest?.after(seen && this.#observed.at(-1), this.#catalog)
    if (!this.#isOpen) this.#watching.contest?.forget()
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
      if (kind === 'beginTransaction') {
        this.#isOpen = true
        this.#held = new Map()
      }
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

/** Each migration finds the session as the runner's connection would be at the start, with what is said of the database. */
export async function resetSession(session: Session): Promise<void> {
  await session.run('reset role')
  await session.run('reset all')
  await session.query(SETTINGS_OF_DATABASE)
}

const SETTINGS_OF_DATABASE = `
  select set_config(split_part(setting, '=', 1), substr(setting, strpos(setting, '=') + 1), false)
  from pg_db_role_setting, unnest(setconfig) as setting
  where setdatabase = (select oid from pg_database where datname = current_database()) and setrole = 0
    and (
      setting like '%.%=%'
      or split_part(setting, '=', 1) in (select name from pg_settings where context in ('user', 'superuser'))
    )`
