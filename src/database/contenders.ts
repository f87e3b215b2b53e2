import { setTimeout as delay } from 'node:timers/promises'
import type { Name } from '../catalog/catalog.ts'
import { qualify } from '../catalog/names.ts'
import { ServerError, type Session } from './session.ts'

/** What a session waits to do. */
export type Waiting = 'reads' | 'writes'

/** One time that a session had to wait for the session that is watched. */
export interface Wait {
  readonly relation: Name
  readonly waiting: Waiting
  /** From when it asked until it was served; 0 while it still waits. */
  milliseconds: number
}

/** More would take the server's time from what is watched. */
const MOST_TABLES = 20

/** Milliseconds between two looks at who waits: what is over sooner passes for an instant. */
const POLL = 2

/**
 * Sessions that read and write tables over and over, one for the reading and one for the
 * writing of each, while another session works. That one has to wait is seen in the server's
 * own list of who waits for whom, so that no slowness of a machine is taken for a wait.
 */
export class Contenders {
  readonly #connect: () => Promise<Session>
  readonly #monitor: Session
  readonly #watched: number
  readonly #idle: Contender[] = []
  #busy: readonly Contender[] = []
  #waits: Wait[] = []
  #polling: Promise<void> = Promise.resolve()
  #isOver = true

  private constructor(connect: () => Promise<Session>, monitor: Session, watched: number) {
    this.#connect = connect
    this.#monitor = monitor
    this.#watched = watched
  }

  /** Contenders for what a session will lock; `connect` opens others beside it. */
  static async beside(session: Session, connect: () => Promise<Session>): Promise<Contenders> {
    const watched = await pidOf(session)
    return new Contenders(connect, await connect(), watched)
  }

  /**
   * Begins to read and write the tables that are there for everybody, `first` ones before
   * others where there are too many. Gives those, and how many are left.
   */
  async begin(first: readonly Name[]): Promise<{ readonly tables: readonly Name[]; readonly left: number }> {
    const rows = await this.#monitor.query<TableRow>(tablesQuery)
    const all = rows.map(({ schema, name, kind }) => ({ name: qualify(schema, name), isWritten: kind !== 'm' }))
    const wanted = new Set(first)
    const ordered = [...all.filter(({ name }) => wanted.has(name)), ...all.filter(({ name }) => !wanted.has(name))]
    const busy: Contender[] = []
    const tables: Name[] = []
    this.#isOver = false
    for (const { name, isWritten } of ordered.slice(0, MOST_TABLES)) {
      const kinds: readonly Waiting[] = isWritten ? ['reads', 'writes'] : ['reads']
      const contenders = await this.#take(kinds.length)
      if (contenders === undefined) break
      for (const [place, waiting] of kinds.entries()) contenders[place]!.begin(name, waiting)
      busy.push(...contenders)
      tables.push(name)
    }
    this.#busy = busy
    this.#polling = this.#poll()
    // What it throws is thrown at the end.
    this.#polling.catch(() => undefined)
    return { tables, left: all.length - tables.length }
  }

  /** The waits that began since the last call; their time is known once they are over. */
  async begun(): Promise<readonly Wait[]> {
    await this.#look()
    const waits = this.#waits
    this.#waits = []
    return waits
  }

  /** Ends the reading and writing, which nobody may block any more. */
  async end(): Promise<void> {
    this.#isOver = true
    await this.#polling
    await Promise.all(this.#busy.map((each) => each.end()))
    this.#idle.push(...this.#busy)
    this.#busy = []
  }

  /** Whoever still waits, as a transaction was left open, waits no more. */
  async close(): Promise<void> {
    this.#isOver = true
    const pids = this.#busy.map(({ pid }) => pid)
    await this.#monitor.query('select pg_cancel_backend(pid) from unnest($1::int[]) pid', [pids]).catch(() => undefined)
    await this.end().catch(() => undefined)
    await Promise.all(this.#idle.map((each) => each.close()))
    await this.#monitor.close()
  }

  /** Sessions that are free; undefined where the server has no more of them. */
  async #take(count: number): Promise<readonly Contender[] | undefined> {
    try {
      while (this.#idle.length < count) this.#idle.push(await Contender.on(await this.#connect()))
    } catch (error) {
      if (error instanceof ServerError && error.sqlstate === TOO_MANY_CONNECTIONS) return undefined
      throw error
    }
    return this.#idle.splice(0, count)
  }

  async #poll(): Promise<void> {
    while (!this.#isOver) {
      await this.#look()
      await delay(POLL)
    }
  }

  async #look(): Promise<void> {
    const since = performance.now()
    const pids = this.#busy.map(({ pid }) => pid)
    const rows = await this.#monitor.query<{ readonly pid: number }>(waitingQuery, [pids, this.#watched])
    for (const { pid } of rows) {
      const wait = this.#busy.find((each) => each.pid === pid)?.noteWait(since)
      if (wait !== undefined) this.#waits.push(wait)
    }
  }
}

/** One session that does one thing to one table, over and over. */
class Contender {
  readonly pid: number
  readonly #session: Session
  #running: Promise<void> = Promise.resolve()
  #isOver = true
  #current: { readonly since: number; readonly wait: Wait; isWaiting: boolean } | undefined

  private constructor(session: Session, pid: number) {
    this.#session = session
    this.pid = pid
  }

  static async on(session: Session): Promise<Contender> {
    return new Contender(session, await pidOf(session))
  }

  begin(relation: Name, waiting: Waiting): void {
    this.#isOver = false
    this.#running = this.#loop(relation, waiting)
    this.#running.catch(() => undefined)
  }

  /** The wait that goes on, where it is not noted yet and went on at a moment. */
  noteWait(moment: number): Wait | undefined {
    if (this.#current === undefined || this.#current.isWaiting || this.#current.since > moment) return undefined
    this.#current.isWaiting = true
    return this.#current.wait
  }

  async end(): Promise<void> {
    this.#isOver = true
    await this.#running
  }

  async close(): Promise<void> {
    await this.#session.close()
  }

  async #loop(relation: Name, waiting: Waiting): Promise<void> {
    while (!this.#isOver) {
      const current = { since: performance.now(), wait: { relation, waiting, milliseconds: 0 }, isWaiting: false }
      this.#current = current
      try {
        await this.#session.run(STATEMENTS[waiting](relation))
      } catch (error) {
        // The table may be gone, or another one by now. A lost connection is the watched session's affair too.
        if (!(error instanceof ServerError)) throw error
        this.#isOver = true
      }
      current.wait.milliseconds = Math.round(performance.now() - current.since)
      this.#current = undefined
      if (!this.#isOver) await delay(PAUSE)
    }
  }
}

/** Milliseconds between two statements of one session. */
const PAUSE = 4

/**
 * What is planned is locked, and its indexes are, as if it were run. A DELETE is only
 * planned, so that no row, trigger or rule has anything to do with it.
 */
const STATEMENTS: Readonly<Record<Waiting, (relation: Name) => string>> = {
  reads: (relation) => `select 1 from only ${relation} limit 1`,
  writes: (relation) => `explain delete from only ${relation}`,
}

const TOO_MANY_CONNECTIONS = '53300'

async function pidOf(session: Session): Promise<number> {
  const [row] = await session.query<{ readonly pid: number }>('select pg_backend_pid() as pid')
  return row!.pid
}

interface TableRow {
  readonly schema: string
  readonly name: string
  readonly kind: 'r' | 'p' | 'm'
}

const tablesQuery = `
  select n.nspname as schema, c.relname as name, c.relkind as kind
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'm') and c.relpersistence <> 't'
    and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
  order by c.oid`

/** Also those that wait behind the session, while it waits itself. */
const waitingQuery = `
  select distinct pid from pg_catalog.pg_locks
  where not granted and pid = any ($1::int[]) and $2::int = any (pg_blocking_pids(pid))`
