import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import { DEEPEST, isAlembicFolder, NOT_OF_THE_PROJECT } from '../migrations/alembic/alembic-folders.ts'
import type { Preset } from '../rule.ts'

/** What a repository shows of how it works with migrations. */
export interface Layout {
  /** Folders that hold migrations, relative to the repository, with slashes. */
  readonly migrations: readonly string[]
  readonly preset: Preset
  /** Why that preset, in a few words. */
  readonly reason: string
  /** The major version of PostgreSQL that its containers run. */
  readonly postgres?: number
  readonly isPython: boolean
  readonly hasManifest: boolean
  readonly hasHusky: boolean
}

/** Looks at a repository; nothing of it is run. */
export function readLayout(root: string): Layout {
  const migrations = migrationFolders(root)
  const stack = serviceStack(root, migrations)
  const postgres = containerVersion(root)
  return {
    migrations,
    preset: stack === undefined ? 'recommended' : 'service',
    reason: stack === undefined ? 'real hazards only' : `there is ${stack}`,
    ...(postgres === undefined ? {} : { postgres }),
    isPython: migrations.some((folder) => isAlembicFolder(join(root, folder))),
    hasManifest: existsSync(join(root, 'package.json')),
    hasHusky: existsSync(join(root, '.husky')),
  }
}

const OTHER_DATABASES = /clickhouse|mysql|sqlite|cassandra|bigquery/i

/** Projects of Alembic, and the outermost folders named after migrations that hold SQL. */
function migrationFolders(root: string): readonly string[] {
  const found: string[] = []
  const visit = (folder: string, depth: number): void => {
    const shown = relative(root, folder).split(sep).join('/') || '.'
    if (isAlembicFolder(folder)) {
      found.push(shown)
      return
    }
    if (/^(?:migrations?|drizzle)$/.test(basename(folder)) && holdsSql(folder, 2)) {
      found.push(shown)
      return
    }
    if (depth === DEEPEST) return
    for (const each of readdirSync(folder, { withFileTypes: true })) {
      const isPassed = NOT_OF_THE_PROJECT.test(each.name) || OTHER_DATABASES.test(each.name)
      if (each.isDirectory() && !isPassed) visit(join(folder, each.name), depth + 1)
    }
  }
  visit(root, 0)
  return found.toSorted()
}

function holdsSql(folder: string, depth: number): boolean {
  return readdirSync(folder, { withFileTypes: true }).some(
    (each) =>
      (each.isFile() && each.name.endsWith('.sql')) ||
      (depth > 0 && each.isDirectory() && holdsSql(join(folder, each.name), depth - 1)),
  )
}

/** A service on PostgreSQL in Python: FastAPI, SQLAlchemy or Alembic. */
function serviceStack(root: string, migrations: readonly string[]): string | undefined {
  if (migrations.some((folder) => isAlembicFolder(join(root, folder)))) return 'Alembic'
  const folders = [root, ...migrations.map((folder) => dirname(join(root, folder)))]
  for (const folder of folders) {
    for (const name of ['pyproject.toml', 'requirements.txt', 'requirements/base.txt', 'Pipfile']) {
      const text = textOf(join(folder, name))
      const match = /(?:^\s*|["'])(fastapi|sqlalchemy|sqlmodel|alembic)\b/im.exec(text)?.[1]
      if (match !== undefined) return STACK[match.toLowerCase()] ?? match
    }
  }
  return undefined
}

const STACK: Readonly<Record<string, string>> = {
  fastapi: 'FastAPI',
  sqlalchemy: 'SQLAlchemy',
  sqlmodel: 'SQLModel',
  alembic: 'Alembic',
}

function containerVersion(root: string): number | undefined {
  for (const name of ['compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml']) {
    const version = /image:\s*["']?(?:[\w.-]+\/)*postgres:(\d+)/.exec(textOf(join(root, name)))?.[1]
    if (version !== undefined) return Number(version)
  }
  return undefined
}

function textOf(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}
