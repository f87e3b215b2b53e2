import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** A runner that is installed, to be run on the project of its name in fixtures/projects/runners. */
export interface RealRunner {
  readonly name: string
  /** Where its migrations are in that project. */
  readonly path: string
  /** What it keeps its own records in, to be dropped before schemas are compared. */
  readonly records: readonly string[]
  isInstalled(): boolean
  /** Runs all migrations on the database of a URL. */
  migrate(project: string, url: string): Promise<void>
}

/** The runners that npm and Debian have. */
export const REAL_RUNNERS: readonly RealRunner[] = [
  {
    name: 'dbmate',
    path: 'db/migrations',
    records: ['table schema_migrations'],
    isInstalled: () => hasPackage('@dbmate/linux-x64'),
    migrate: (project, url) =>
      run(
        join(folder, 'node_modules/@dbmate/linux-x64/bin/dbmate'),
        ['--url', `${url}?sslmode=disable`, '--no-dump-schema', 'up'],
        project,
      ),
  },
  {
    name: 'graphile-migrate',
    path: 'migrations',
    records: ['schema graphile_migrate'],
    isInstalled: () => hasPackage('graphile-migrate'),
    migrate: (project, url) => run(packaged('graphile-migrate'), ['migrate'], project, { DATABASE_URL: url }),
  },
  {
    name: 'node-pg-migrate',
    path: 'migrations',
    records: ['table pgmigrations'],
    isInstalled: () => hasPackage('node-pg-migrate'),
    migrate: (project, url) => run(packaged('node-pg-migrate'), ['up'], project, { DATABASE_URL: url }),
  },
  {
    name: 'postgres-migrations',
    path: 'migrations',
    records: ['table migrations'],
    isInstalled: () => hasPackage('postgres-migrations'),
    migrate: async (project, url) => {
      const { migrate } = packages('postgres-migrations')
      await withClient(url, (client) => migrate({ client }, join(project, 'migrations')))
    },
  },
  {
    name: 'drizzle',
    path: 'drizzle',
    records: ['schema drizzle'],
    isInstalled: () => hasPackage('drizzle-orm'),
    migrate: async (project, url) => {
      const { drizzle } = packages('drizzle-orm/node-postgres')
      const { migrate } = packages('drizzle-orm/node-postgres/migrator')
      await withClient(url, (client) => migrate(drizzle(client), { migrationsFolder: join(project, 'drizzle') }))
    },
  },
  {
    name: 'sqitch',
    path: '.',
    records: ['schema sqitch'],
    isInstalled: () => existsSync('/usr/bin/sqitch'),
    migrate: (project, url) =>
      run('/usr/bin/sqitch', ['deploy', `db:${url.replace('postgresql:', 'pg:')}`], project, {
        SQITCH_FULLNAME: 'Ada',
        SQITCH_EMAIL: 'ada@example.com',
      }),
  },
  {
    name: 'sql-migrate',
    path: 'migrations',
    records: ['table gorp_migrations'],
    isInstalled: () => existsSync('/usr/bin/sql-migrate'),
    migrate: async (project, url) => {
      const folder = mkdtempSync(join(tmpdir(), 'sql-migrate-'))
      const settings = { dialect: 'postgres', datasource: `${url}?sslmode=disable`, dir: join(project, 'migrations') }
      // YAML holds JSON.
      writeFileSync(join(folder, 'dbconfig.yml'), JSON.stringify({ development: settings }))
      try {
        await run('/usr/bin/sql-migrate', ['up', '-config', join(folder, 'dbconfig.yml')], project)
      } finally {
        rmSync(folder, { recursive: true })
      }
    },
  },
]

const folder = fileURLToPath(new URL('../runners/', import.meta.url))
const packages = createRequire(join(folder, 'package.json'))

function hasPackage(name: string): boolean {
  return existsSync(join(folder, 'node_modules', name))
}

function packaged(name: string): string {
  return join(folder, 'node_modules', '.bin', name)
}

async function run(
  program: string,
  options: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  await promisify(execFile)(program, options, { cwd, env: { ...process.env, ...env } })
}

async function withClient(url: string, work: (client: unknown) => Promise<unknown>): Promise<void> {
  const { Client } = packages('pg')
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
