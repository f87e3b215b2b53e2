import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { installedMajors, type NativeServer, startNativeServer } from './support/native-server.ts'
import { root } from './support/run-cli.ts'
import { skip } from './support/servers.ts'

const run = promisify(execFile)

describe('the reference migrations under Alembic', () => {
  let server: NativeServer | undefined
  beforeAll(async () => {
    // The reference schema needs 15 or newer.
    const major = installedMajors().findLast((each) => each >= 15)
    const hasAlembic = await run('alembic', ['--version']).then(
      () => true,
      () => false,
    )
    if (!hasAlembic) skip('alembic', 'there is no alembic on the PATH')
    else if (major === undefined)
      skip('native', 'no PostgreSQL is installed under test/servers: npm ci --prefix test/servers')
    else server = await startNativeServer(major)
  })
  afterAll(() => server?.stop())

  test('go up, down to nothing, and up again to the same', async (context) => {
    if (server === undefined) return context.skip()
    const { url } = server
    const before = await inventory(url)
    await alembic(url, 'upgrade', 'head')
    const first = await inventory(url)
    expect(first.length).toBeGreaterThan(before.length + 100)
    const { stdout } = await alembic(url, 'current')
    expect(stdout.trim()).toBe('0008 (head)')
    await alembic(url, 'downgrade', 'base')
    const left = (await inventory(url)).filter((each) => !before.includes(each))
    // Alembic's own table stays, empty.
    expect(left.filter((each) => !each.includes('alembic_version'))).toEqual([])
    await alembic(url, 'upgrade', 'head')
    expect(await inventory(url)).toEqual(first)
    await alembic(url, 'downgrade', 'base')
  })

  test('are printed offline without a connection', async (context) => {
    if (server === undefined) return context.skip()
    const { stdout } = await alembic(undefined, 'upgrade', 'head', '--sql')
    expect(stdout.match(/^BEGIN;$/gm)?.length).toBe(8)
    expect(stdout).toContain('create table app.orders')
  })

  test('ask for the connection in one line where the environment has none', async (context) => {
    if (server === undefined) return context.skip()
    await expect(alembic(undefined, 'upgrade', 'head')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/DATABASE_URL is not set/),
    })
  })

  test('refuse a connection without TLS to another host', async (context) => {
    if (server === undefined) return context.skip()
    const url = 'postgresql://app@db.example.com/app?sslmode=disable'
    await expect(alembic(url, 'upgrade', 'head')).rejects.toMatchObject({ code: 1 })
  })
})

test('sqlfluff finds nothing in the SQL of the reference migrations', async (context) => {
  try {
    await run('sqlfluff', ['--version'])
  } catch {
    skip('sqlfluff', 'there is no sqlfluff on the PATH')
    return context.skip()
  }
  const { stdout } = await run('sqlfluff', ['lint', 'migrations/sql'], { cwd: root })
  expect(stdout).toContain('All Finished')
  expect(stdout).not.toContain('FAIL')
})

function alembic(url: string | undefined, ...args: string[]) {
  const { DATABASE_URL: _, ...inherited } = process.env
  const env = { ...inherited, PYTHONDONTWRITEBYTECODE: '1', ...(url === undefined ? {} : { DATABASE_URL: url }) }
  return run('alembic', ['-c', 'migrations/alembic.ini', ...args], { cwd: root, env })
}

/** Every object, privilege and role of a server that a migration could leave behind, one line each. */
async function inventory(url: string): Promise<readonly string[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query<{ line: string }>(INVENTORY)).rows.map((row) => row.line)
  } finally {
    await client.end()
  }
}

const INVENTORY = `
  select line from (
    select concat_ws(' ', 'schema', nspname, nspacl::text) from pg_namespace where nspname !~ '^pg_(toast|temp)'
    union all select concat_ws(' ', 'relation', relkind, oid::regclass, pg_get_userbyid(relowner), relacl::text)
      from pg_class where relnamespace::regnamespace::text in ('public', 'app', 'audit')
    union all select concat_ws(' ', 'column', attrelid::regclass, attname, format_type(atttypid, atttypmod), attnotnull,
        pg_get_expr(adbin, adrelid))
      from pg_attribute join pg_class on pg_class.oid = attrelid left join pg_attrdef on adrelid = attrelid and adnum = attnum
      where relnamespace::regnamespace::text in ('public', 'app', 'audit') and attnum > 0 and not attisdropped
    union all select concat_ws(' ', 'constraint', conrelid::regclass, conname, pg_get_constraintdef(oid))
      from pg_constraint where connamespace::regnamespace::text in ('public', 'app', 'audit')
    union all select concat_ws(' ', 'function', oid::regprocedure, prosrc, proacl::text)
      from pg_proc where pronamespace::regnamespace::text in ('public', 'app', 'audit')
    union all select concat_ws(' ', 'trigger', tgrelid::regclass, pg_get_triggerdef(oid)) from pg_trigger where not tgisinternal
    union all select concat_ws(' ', 'role', rolname, rolcanlogin, rolsuper) from pg_roles
    union all select concat_ws(' ', 'default', defaclobjtype, pg_get_userbyid(defaclrole), defaclacl::text) from pg_default_acl
  ) as every(line) order by line
`
