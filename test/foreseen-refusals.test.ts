import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fold } from '../src/catalog/fold.ts'
import { foreseeRefusal } from '../src/catalog/foresee-refusal.ts'
import { ServerError } from '../src/database/session.ts'
import { openServer, type Server } from '../src/database/target.ts'
import { emptyDatabase } from './support/empty-database.ts'
import { foldSql, readSql } from './support/read-sql.ts'
import { listOf, REFUSED, SETTING, TAKEN, UNFIT } from './support/refused-statements.ts'
import { availableServers } from './support/servers.ts'

const servers = await availableServers()
afterAll(async () => {
  for (const server of servers) await server.stop()
})

describe.each(servers)('on $name', ({ target }) => {
  let server: Server
  beforeAll(async () => {
    server = await openServer(target, { extensions: ['moddatetime', 'citext'] })
  }, 120_000)
  afterAll(async () => server.close({ createdRoles: [] }))

  test('what is foreseen is what the server says, word by word', async () => {
    await emptyDatabase(server)
    await server.session.run(SETTING)
    for (const sql of [...listOf(REFUSED), ...listOf(UNFIT)]) {
      const said = await answer(server, sql)
      expect.soft(said, `${sql} is refused`).toBeDefined()
      expect.soft(await foreseen(sql, server.major), sql).toEqual(said)
    }
    for (const sql of listOf(TAKEN)) {
      expect.soft(await answer(server, sql), `${sql} is taken`).toBeUndefined()
      expect.soft(await foreseen(sql, server.major), sql).toBeUndefined()
    }
  }, 120_000)
})

/** What the server says against a statement, in a transaction that is taken back. */
async function answer({ session }: Server, sql: string): Promise<string | undefined> {
  await session.run('begin')
  try {
    await session.run(sql)
    return undefined
  } catch (error) {
    if (!(error instanceof ServerError)) throw error
    return `${error.message} (${error.sqlstate})`
  } finally {
    await session.run('rollback')
  }
}

/** What is foreseen of a statement after the setting. */
async function foreseen(sql: string, major: number): Promise<string | undefined> {
  settings.set(major, settings.get(major) ?? (await foldSql(SETTING, major)).catalog)
  const before = settings.get(major)!
  const [statement] = await readSql(sql)
  let catalog = before
  const actions = statement!.actions(before, major)
  for (const action of actions) {
    const found = foreseeRefusal(action, catalog, { untouched: before, statement: actions, postgres: major })
    if (found !== undefined) return `${found.reason} (${found.sqlstate})`
    catalog = fold(catalog, action, major)
  }
  return undefined
}

const settings = new Map<number, Awaited<ReturnType<typeof foldSql>>['catalog']>()
