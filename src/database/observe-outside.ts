import { setTimeout as delay } from 'node:timers/promises'
import type { Name } from '../catalog/catalog.ts'
import type { LockMode } from '../catalog/effect.ts'
import { qualify } from '../catalog/names.ts'
import { strongest } from './observe.ts'
import type { Session } from './session.ts'

/**
 * Runs one statement outside a transaction, as CREATE INDEX CONCURRENTLY asks for, and gives
 * the strongest lock that it was seen to hold or wait for on each relation. Another session
 * of the same database first stands in its way, so that it waits at its first lock and is
 * seen; later ones are seen only as far as they last. Throws ServerError where the server
 * refuses the statement.
 */
export async function observeOutside(
  session: Session,
  observer: Session,
  statement: string,
): Promise<ReadonlyMap<Name, LockMode>> {
  const [own] = await session.query<{ readonly pid: number }>('select pg_backend_pid() as pid')
  const tables = await observer.query<{ readonly name: string }>(tablesQuery)
  const seen: { oid: Name; mode: LockMode }[] = []
  const poll = async () => {
    const locks = await observer.query<LockRow>(locksQuery, [own?.pid])
    for (const { schema, name, mode } of locks) seen.push({ oid: qualify(schema, name), mode })
    const [waits] = await observer.query<{ readonly waiting: boolean }>(waitingQuery, [own?.pid])
    return waits?.waiting === true
  }
  await observer.run('begin')
  if (tables.length > 0)
    await observer.run(
      `lock table ${tables.map(({ name }) => `only ${name}`).join(', ')} in share update exclusive mode`,
    )
  let isRunning = true
  const running = session.run(statement).finally(() => {
    isRunning = false
  })
  // What it throws is thrown below, when the observer is out of the way.
  running.catch(() => undefined)
  try {
    while (isRunning && !(await poll())) await delay(1)
  } finally {
    await observer.run('rollback')
  }
  while (isRunning) {
    await poll()
    await delay(1)
  }
  await running
  return strongest(seen)
}

interface LockRow {
  readonly schema: string
  readonly name: string
  readonly mode: LockMode
}

const tablesQuery = `
  select format('%I.%I', n.nspname, c.relname) as name
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
  order by c.oid`

const locksQuery = `
  select n.nspname as schema, c.relname as name, l.mode
  from pg_catalog.pg_locks l
    join pg_catalog.pg_class c on c.oid = l.relation
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where l.pid = $1 and l.locktype = 'relation' and c.relkind in ('r', 'p', 'm', 'v', 'f', 'S')
    and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`

/** Also for another transaction to end, as a build does that the observer could not stand in the way of. */
const waitingQuery = `
  select exists (select from pg_catalog.pg_locks where pid = $1 and not granted) as waiting`
