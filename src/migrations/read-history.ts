import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { UserError } from '../text/user-error.ts'
import { type FoundFile, findFiles } from './find-files.ts'
import { type FileRole, inOrder, isDrizzle, roleOf } from './layout.ts'
import { type History, type Migration, type TransactionModel, wholeFile } from './migration.ts'
import { refusesTransaction, sectionsOf } from './sections.ts'

/**
 * Reads the migrations at and below the given paths in the order their runner applies them.
 * @throws UserError where a path does not exist or cannot be read.
 */
export function readHistory(paths: readonly string[], from: string): History {
  const files = findFiles(paths, from)
  if (files.length === 0) refuseRevisionsInPython(paths, from)
  const all = files
    .map((found) => ({ found, role: roleOf(found.file.path) }))
    .toSorted((a, b) => inOrder(a.role, b.role))
  // Where each migration is a folder, a file beside the folders is something else.
  const layout = FOLDER_LAYOUTS.find((runner) => all.some(({ role }) => role.runner === runner))
  const placed = layout === undefined ? all : all.filter(({ role }) => role.runner === layout)
  const passedOver = all.filter((each) => !placed.includes(each)).map(({ found }) => found.file.path)
  const model: TransactionModel = isDrizzle(files) ? 'whole-run' : 'per-migration'
  const downs = new Map(placed.filter(isDown).map((each) => [keyOf(each.role), each.found]))
  const ups = new Set(placed.filter((each) => !isDown(each)).map((each) => keyOf(each.role)))
  const migrations: Migration[] = []
  const runners: string[] = []
  for (const { found, role } of placed) {
    if (isDown({ role }) && ups.has(keyOf(role))) continue
    const sections = found.unreadable === undefined ? sectionsOf(found.file) : undefined
    runners.push(sections?.runner ?? role.runner)
    migrations.push(migrationFrom(found, role, downs.get(keyOf(role)), sections, model))
  }
  const runner = isDrizzle(files) ? 'drizzle' : (mostFrequent(runners) ?? 'sql')
  return { runner, transaction: model, migrations, passedOver }
}

const FOLDER_LAYOUTS = ['diesel', 'prisma']

/** Revisions in Python are not SQL: to pass over them without a word would look like a clean result. */
function refuseRevisionsInPython(paths: readonly string[], from: string): void {
  for (const path of paths) {
    const isAlembic = ['alembic.ini', 'versions', 'alembic/versions', 'env.py'].some((each) =>
      existsSync(resolve(from, path, each)),
    )
    if (!isAlembic) continue
    throw new UserError(
      `${path} holds Alembic revisions in Python and no SQL`,
      'print them with `alembic upgrade head --sql > revisions.sql` and check that file',
    )
  }
}

function migrationFrom(
  found: FoundFile,
  role: FileRole,
  down: FoundFile | undefined,
  sections: ReturnType<typeof sectionsOf>,
  model: TransactionModel,
): Migration {
  const transaction = refusesTransaction(found.file.text) ? 'per-statement' : model
  const base = { version: role.version, transaction }
  if (sections !== undefined)
    return { ...base, up: sections.up, ...(sections.down === undefined ? {} : { down: sections.down }) }
  const up = wholeFile(found.file, found.unreadable)
  return down === undefined || role.direction === 'down'
    ? { ...base, up }
    : { ...base, up, down: wholeFile(down.file, down.unreadable) }
}

function isDown({ role }: { readonly role: FileRole }): boolean {
  return role.direction === 'down'
}

function keyOf(role: FileRole): string {
  return `${role.folder} ${role.order.length > 0 ? role.order.join('.') : role.version}`
}

function mostFrequent(names: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0]
}
