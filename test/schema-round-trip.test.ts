import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import { emptyCatalog } from '../src/catalog/empty-catalog.ts'
import { openServer, type Server } from '../src/database/target.ts'
import { lint, type ReadMigration } from '../src/lint.ts'
import type { Migration } from '../src/migrations/migration.ts'
import { readProject } from '../src/migrations/read-project.ts'
import { readMigrations } from '../src/read-migrations.ts'
import { Run, resetSession } from '../src/run.ts'
import { printSchemaSql } from '../src/schema/print-sql.ts'
import { readFiles } from './support/apply-fixture.ts'
import { readFixture } from './support/fixture.ts'
import { startNativeServer } from './support/native-server.ts'
import { skip } from './support/servers.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const run = promisify(execFile)
const dumper = await dumpingServer()
afterAll(async () => {
  await dumper?.server.stop()
})

const PROJECTS = ['flyway', 'goose', 'prisma', 'sql', 'sqlx', 'supabase'].map(
  (runner) => `fixtures/projects/runners/${runner}`,
)

describe.skipIf(dumper === undefined)(
  'pg_dump cannot tell the schema that is printed from that of the migrations',
  () => {
    test.each(PROJECTS)('in %s', async (path) => {
      const { migrations } = await readProject({ paths: [path], from: root })
      await expectRoundTrip(await readMigrations(migrations))
    })

    for (const file of readdirSync(join(root, 'test/parity'))) {
      test(`in each case of parity/${file}`, { timeout: 240_000 }, async () => {
        for (const each of readFixture(join(root, 'test/parity', file)).cases) {
          if (each.refused || (each.postgres !== 17 && each.postgres > dumper!.server.major)) continue
          await expectRoundTrip(await readFiles(each.files, each.transaction), each.name)
        }
      })
    }
  },
)

/** Cases of which the schema does not hold everything: what is granted on the server's own objects. */
const KNOWN_GAPS: ReadonlySet<string> = new Set(["privileges on what is the server's own"])

/** Applies migrations to one database and the DDL that is printed of them to another, and compares their dumps. */
async function expectRoundTrip(migrations: readonly (ReadMigration & Migration)[], name?: string): Promise<void> {
  const { server } = dumper!
  const folded = lint(migrations, [], emptyCatalog(server.major), server.major)
  // What is not modelled is named as such by a rule of its own.
  if (folded.notModelled.length > 0) return
  const first = await openServer({ kind: 'url', url: server.url }, { extensions: [] })
  const second = await openServer({ kind: 'url', url: server.url }, { extensions: [] })
  const applying = new Run(first)
  try {
    const isWhole = migrations[0]?.transaction === 'whole-run'
    if (isWhole) await applying.begin()
    for (const each of migrations) {
      expect(await applying.migration(each), `${name}: ${applying.applied.refused[0]?.action.reason}`).toBe(true)
      if (!isWhole) await resetSession(first.session)
    }
    if (isWhole) await first.session.run('commit')
    await applyScript(await urlOf(second), printSchemaSql(folded.catalog, server.major))
    const [printed, applied] = [await dump(await urlOf(second)), await dump(await urlOf(first))]
    if (KNOWN_GAPS.has(name ?? '')) expect.soft(printed, `${name}: no gap any more`).not.toBe(applied)
    else expect.soft(printed, name).toBe(applied)
  } finally {
    await second.close()
    await first.close({ createdRoles: applying.applied.createdRoles })
  }
}

async function urlOf({ session }: Server): Promise<string> {
  const [row] = await session.query<{ name: string }>('select current_database() as name')
  const url = new URL(dumper!.server.url)
  url.pathname = `/${row!.name}`
  return url.href
}

async function applyScript(url: string, script: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'schemalint-'))
  const file = join(folder, 'schema.sql')
  try {
    writeFileSync(file, script)
    await run('psql', ['--quiet', '--no-psqlrc', '--set', 'ON_ERROR_STOP=1', '--dbname', url, '--file', file])
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What pg_dump says of a schema, but for the key that is another one in each dump. */
async function dump(url: string): Promise<string> {
  const { stdout } = await run('pg_dump', ['--schema-only', '--dbname', url], { maxBuffer: 1e8 })
  return stdout.replaceAll(/^\\(?:un)?restrict .*\n/gm, '')
}

/** The newest server that this machine's pg_dump can read; what it prints is compared as text. */
async function dumpingServer() {
  const version = await run('pg_dump', ['--version']).catch(() => undefined)
  const isThere = version !== undefined && (await run('psql', ['--version']).catch(() => undefined)) !== undefined
  const newest = Number(/(\d+)/.exec(version?.stdout ?? '')?.[1] ?? 0)
  if (!isThere || !existsSync(join(root, 'test/servers/node_modules'))) {
    skip('pg_dump', 'no pg_dump, psql or server is installed here')
    return undefined
  }
  for (let major = newest; major >= 14; major--) {
    const server = await startNativeServer(major)
    if (server !== undefined) return { server }
  }
  skip('pg_dump', `pg_dump ${newest} reads none of the servers that are installed`)
  return undefined
}
