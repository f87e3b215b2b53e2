import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readServerAddress } from '../../src/database/connection-url.ts'
import { connect } from '../../src/database/postgres-session.ts'
import type { Session } from '../../src/database/session.ts'
import { ServerError } from '../../src/database/session.ts'
import { openServer } from '../../src/database/target.ts'
import { UserError } from '../../src/text/user-error.ts'
import type { TestServer } from '../support/servers.ts'
import { availableServers } from '../support/servers.ts'

const timeout = 180_000
const none = { extensions: [] }
let servers: readonly TestServer[] = []
let url = ''

beforeAll(async () => {
  servers = await availableServers()
  for (const { target } of servers) if (target.kind === 'url') url = target.url
}, timeout)

afterAll(async () => {
  for (const server of servers) await server.stop()
}, timeout)

test('every server gives an empty database and the errors of its statements', { timeout }, async () => {
  for (const { name, target } of servers) {
    const progress: string[] = []
    const server = await openServer(target, { ...none, onProgress: (text) => progress.push(text) })
    try {
      const { session, description, major } = server
      expect(description, name).toMatch(patterns[target.kind])
      expect(description).toContain(`PostgreSQL ${major}.`)
      expect(progress.length).toBeGreaterThan(0)
      const [row] = await session.query<{ readonly count: number }>(
        `select count(*)::int as count from pg_class where relnamespace = 'public'::regnamespace and relname <> $1`,
        ['nothing'],
      )
      expect(row?.count).toBe(0)
      expect(server.rolesBefore).toContain('pg_monitor')
      const error = await session.run("select 'é🦀', nowhere").catch((reason: unknown) => reason)
      expect(error).toBeInstanceOf(ServerError)
      expect(error).toMatchObject({ sqlstate: '42703', position: 14, message: 'column "nowhere" does not exist' })
      await session.run('create table t (id integer check (id > 0))')
      await expect(session.run('insert into t values (0)')).rejects.toMatchObject({ constraint: 't_id_check' })
      await expect(session.run('copy t from stdin')).rejects.toBeInstanceOf(ServerError)
      await session.run('insert into t values (1)')
      expect(await session.query('select * from t')).toEqual([{ id: 1 }])
    } finally {
      await server.close()
      await server.close()
    }
  }
})

const patterns = {
  embedded: /^PGlite \d+\.\d+\.\d+ \(PostgreSQL \d+\.\d+, embedded\)$/,
  url: /^PostgreSQL \d+\.\d+ at 127\.0\.0\.1:\d+$/,
  container: /^PostgreSQL \d+\.\d+ \(container .+\)$/,
  local: /^PostgreSQL \d+\.\d+ \(local\)$/,
  engine: /^PostgreSQL \d+\.\d+ \(npm package\)$/,
}

test('an embedded server has the contrib extensions that were asked for', { timeout }, async () => {
  const wanted = ['uuid-ossp', 'citext', 'moddatetime', 'earthdistance', 'postgis', '../evil']
  const server = await openServer({ kind: 'embedded' }, { extensions: wanted })
  await server.session.run('create extension "uuid-ossp"')
  await server.session.run('create extension moddatetime')
  await server.session.run('create extension earthdistance cascade')
  await expect(server.session.run('create extension postgis')).rejects.toMatchObject({ sqlstate: '0A000' })
  await server.close()
  await expect(server.session.run('select 1')).rejects.toBeInstanceOf(ServerError)
})

test('an abort refuses further statements with its reason', { timeout }, async () => {
  const interruption = new AbortController()
  const server = await openServer({ kind: 'embedded' }, { ...none, signal: interruption.signal })
  interruption.abort(new Error('stopped'))
  await expect(server.session.run('select 1')).rejects.toThrow('stopped')
  await server.close()
  await expect(openServer({ kind: 'embedded' }, { ...none, signal: interruption.signal })).rejects.toThrow('stopped')
})

describe('a server at a URL', () => {
  test('loses the database and the roles of the run, and no others', { timeout }, async (context) => {
    if (url === '') return context.skip()
    await onServer(async (session) => {
      await session.run('drop role if exists there_before')
      await session.run('create role there_before')
    })
    const server = await openServer({ kind: 'url', url }, none)
    const name = await databaseOf(server.session)
    expect(name).toMatch(/^schemalint_\d{8}t\d{6}_[0-9a-f]{8}$/)
    await server.session.run('create role "made by it" createrole')
    await server.session.run('create role made_too in role "made by it"')
    await server.session.run('grant "made by it" to there_before')
    await server.session.run('create table t () ')
    await server.session.run('alter table t owner to made_too')
    await server.session.run('create role not_named')
    await server.close({ createdRoles: ['made by it', 'made_too', 'there_before', 'never_made'] })
    const roles = await onServer((session) =>
      session.query('select rolname from pg_roles where rolname !~ $1', ['^pg_']),
    )
    expect(roles).toEqual(
      expect.arrayContaining([{ rolname: 'there_before' }, { rolname: 'not_named' }, { rolname: 'postgres' }]),
    )
    expect(roles).not.toEqual(expect.arrayContaining([{ rolname: 'made_too' }]))
    expect(roles).not.toEqual(expect.arrayContaining([{ rolname: 'made by it' }]))
    expect(await exists(name)).toBe(false)
    await onServer(async (session) => session.run('drop role there_before, not_named'))
  })

  test('is dropped from under other connections and after its own is lost', { timeout }, async (context) => {
    if (url === '') return context.skip()
    const server = await openServer({ kind: 'url', url }, none)
    const name = await databaseOf(server.session)
    const other = await connect(readServerAddress(url), name)
    await expect(server.session.run('select pg_terminate_backend(pg_backend_pid())')).rejects.toMatchObject({
      sqlstate: '57P01',
    })
    await expect(server.session.query('select 1')).rejects.toMatchObject({ sqlstate: '08006' })
    await server.close()
    expect(await exists(name)).toBe(false)
    await expect(other.query('select 1')).rejects.toBeInstanceOf(ServerError)
    await other.close()
  })

  test('is dropped after SIGINT in the middle of a statement', { timeout }, async (context) => {
    if (url === '') return context.skip()
    const script = fileURLToPath(new URL('interrupted-run.ts', import.meta.url))
    const child = spawn(process.execPath, ['--import', 'jiti/register', script, url], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const lines: string[] = []
    for await (const line of createInterface(child.stdout)) {
      lines.push(line)
      if (lines.length === 1) setTimeout(() => child.kill('SIGINT'), 300)
    }
    if (child.exitCode === null) await once(child, 'exit')
    expect(lines.slice(1)).toEqual(['interrupted'])
    expect(child.exitCode).toBe(0)
    expect(await exists(lines[0]!)).toBe(false)
  })

  test('is found by way of postgres where the named database does not exist', { timeout }, async (context) => {
    if (url === '') return context.skip()
    const server = await openServer({ kind: 'url', url: url.replace(/\/postgres$/, '/never_made') }, none)
    await server.close()
  })

  test('elsewhere must offer TLS', { timeout }, async (context) => {
    if (url === '') return context.skip()
    const elsewhere = url.replace('127.0.0.1', '0.0.0.0')
    const refusal = await openServer({ kind: 'url', url: elsewhere }, none).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(UserError)
    expect(refusal).toMatchObject({
      message: expect.stringContaining('does not offer TLS'),
      hint: expect.stringContaining('sslmode=disable'),
    })
    await (await openServer({ kind: 'url', url: `${elsewhere}?sslmode=prefer` }, none)).close()
  })

  test('refuses a role that may not make databases', { timeout }, async (context) => {
    if (url === '') return context.skip()
    await onServer(async (session) => {
      await session.run('drop role if exists weak')
      await session.run('create role weak login')
    })
    const refusal = await openServer({ kind: 'url', url: url.replace('postgres@', 'weak@') }, none).catch(
      (error) => error,
    )
    expect(refusal).toMatchObject({
      message: 'no database can be made for this run: permission denied to create database',
      hint: 'connect as a role with CREATEDB',
    })
    await onServer((session) => session.run('drop role weak'))
  })
})

test.each([
  ['postgresql://127.0.0.1:1/x', 'no PostgreSQL answers at 127.0.0.1:1'],
  ['postgresql://nowhere.invalid/x', 'no such host: nowhere.invalid:5432'],
  ['postgresql:///x?host=/nowhere', 'no PostgreSQL answers at /nowhere:5432'],
])('%s: %s', { timeout }, async (address, message) => {
  const refusal = await openServer({ kind: 'url', url: address }, none).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(UserError)
  expect(refusal).toMatchObject({ message })
})

async function onServer<T>(work: (session: Session) => Promise<T>): Promise<T> {
  const session = await connect(readServerAddress(url))
  try {
    return await work(session)
  } finally {
    await session.close()
  }
}

async function databaseOf(session: Session): Promise<string> {
  const [row] = await session.query<{ readonly name: string }>('select current_database() as name')
  return row!.name
}

async function exists(database: string): Promise<boolean> {
  const rows = await onServer((session) => session.query('select from pg_database where datname = $1', [database]))
  return rows.length > 0
}
