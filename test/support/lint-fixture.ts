import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { builtInRules } from '../../src/built-in-rules.ts'
import { emptyCatalog } from '../../src/catalog/empty-catalog.ts'
import { check } from '../../src/check.ts'
import type { Server } from '../../src/database/target.ts'
import type { Finding } from '../../src/finding.ts'
import { judgeMigrations } from '../../src/judge-migrations.ts'
import { judgeObserved } from '../../src/judge-observed.ts'
import { judgeActions, lint } from '../../src/lint.ts'
import type { NamedRule } from '../../src/loaded-rule.ts'
import { type Migration, type TransactionModel, wholeFile } from '../../src/migrations/migration.ts'
import { readProject } from '../../src/migrations/read-project.ts'
import { divide } from '../../src/newness.ts'
import { judgeDowns, proveDowns } from '../../src/prove-downs.ts'
import { readMigrations, transactionOf } from '../../src/read-migrations.ts'
import { loadHintGrammar } from '../../src/sql/hint-grammar.ts'
import { loadParser } from '../../src/sql/parser.ts'
import { readScript } from '../../src/sql/read-script.ts'
import { placed, type SourceFile } from '../../src/text/source-file.ts'
import type { Note } from './annotate.ts'
import { applyFiles } from './apply-fixture.ts'
import { emptyDatabase } from './empty-database.ts'
import type { FixtureCase } from './fixture.ts'

/** What one rule finds in migrations of which each file is one. */
export async function lintFiles(
  { name, rule }: NamedRule,
  files: readonly (SourceFile & { readonly before?: string; readonly isNew?: boolean })[],
  postgres: number,
  model?: TransactionModel,
): Promise<readonly Finding[]> {
  if (rule.scope === 'action' && rule.on.includes('misallow'))
    return inFolder(files, (from) => checkFolder(name, files, from, postgres))
  if (rule.scope === 'schema' && files.some(({ path }) => path === 'env.py'))
    return inFolder(files, (from) => lintWithModels({ name, rule }, from, postgres))
  if (rule.scope === 'migration') return inFolder(files, (from) => judgeFolder({ name, rule }, from, files))
  await loadParser()
  const migrations = []
  for (const file of files) {
    const statements = await readScript({ file, start: 0, end: file.text.length }, loadHintGrammar)
    const isPlain = { transaction: 'per-migration', unwrapped: 'own-transaction' } as const
    const transaction = model ?? transactionOf(isPlain, statements)
    migrations.push({ version: file.path, statements, unparsedDown: [], transaction })
  }
  return lint(migrations, [{ name, rule, severity: rule.severity }], emptyCatalog(postgres), postgres).findings
}

/** What one rule finds when a server is to take files and refuses one of their statements. */
export async function refuseFiles(
  { name, rule }: NamedRule,
  files: readonly SourceFile[],
  server: Server,
): Promise<readonly Finding[]> {
  await emptyDatabase(server)
  const { refused } = await applyFiles(server, files)
  return judgeActions(refused, [{ name, rule, severity: rule.severity }], emptyCatalog(server.major), server.major)
}

/**
 * What one rule finds when migrations go up, down and up on a server; of a pair such as
 * `1.up.sql` and `1.down.sql`, one is the other's half.
 */
export async function reverseFiles(
  { name, rule }: NamedRule,
  files: readonly SourceFile[],
  server: Server,
): Promise<readonly Finding[]> {
  const migrations = files
    .filter(({ path }) => !path.endsWith('.down.sql'))
    .map((file): Migration => {
      const down = files.find(({ path }) => path === file.path.replace('.up.', '.down.') && path !== file.path)
      const halves = { up: wholeFile(file), ...(down === undefined ? {} : { down: wholeFile(down) }) }
      return { version: file.path, transaction: 'per-migration', ...halves }
    })
  const open = async () => {
    await emptyDatabase(server)
    return { ...server, close: async () => undefined }
  }
  const proofs = await proveDowns(await readMigrations(migrations), { open, onProgress: () => undefined })
  return judgeDowns(proofs, [{ name, rule, severity: rule.severity }], server.major)
}

/** What one rule finds when a server is seen to take migrations. */
export async function observeFiles(
  { name, rule }: NamedRule,
  files: readonly SourceFile[],
  server: Server,
): Promise<readonly Finding[]> {
  await emptyDatabase(server)
  const { observed } = await applyFiles(server, files)
  return judgeObserved(observed, [{ name, rule, severity: rule.severity }], server.major)
}

/** Findings of a case as notes on the text of its fixture; what has no place is told at the end of the case. */
export function notesOn(fixtureCase: FixtureCase, findings: readonly Finding[]): readonly Note[] {
  const last = fixtureCase.files.at(-1)!
  const end = last.offset + last.text.trimEnd().length
  return findings.map(({ message, span }): Note => {
    const file = fixtureCase.files.find((each) => each.path === span?.file.path)
    if (file === undefined || span === undefined) return { start: end - 1, end, message: `(no place) ${message}` }
    return { start: file.offset + span.start, end: file.offset + span.end, message }
  })
}

/** What is said of comments that allow, which takes all the rules that they may name. */
async function checkFolder(
  name: string,
  files: readonly SourceFile[],
  from: string,
  postgres: number,
): Promise<readonly Finding[]> {
  const rules = (await builtInRules()).map((each) => ({ ...each, severity: each.rule.severity }))
  const paths = files.map((file) => file.path)
  const report = await check({ paths, from, postgres, rules, preset: 'strict', version: '0' })
  return report.findings.filter((finding) => finding.rule === name)
}

/** What a rule says of migrations as units, read as their runner reads them. */
async function judgeFolder(
  { name, rule }: NamedRule,
  from: string,
  files: readonly (SourceFile & { readonly before?: string; readonly isNew?: boolean })[],
): Promise<readonly Finding[]> {
  const changes = files.filter((each) => each.before !== undefined || each.isNew === true)
  const newness = changes.length === 0 ? undefined : { by: 'edited', changes }
  const history = divide(await readProject({ paths: ['.'], from }), newness)
  const migrations = await readMigrations(history.migrations)
  const [base, postgres] = [emptyCatalog(17), 17]
  const { catalogs } = lint(migrations, [], base, postgres)
  const rules = [{ name, rule, severity: rule.severity }]
  const findings = judgeMigrations(migrations, rules, { ...history, base, catalogs, postgres })
  return findings.map((each) => (each.span === undefined ? each : { ...each, span: placed(each.span) }))
}

/** What a schema rule says of revisions and the models that their env.py hands over. */
async function lintWithModels({ name, rule }: NamedRule, from: string, postgres: number): Promise<readonly Finding[]> {
  const alembic = { executes: true, runsEnvironment: true, onNote: () => undefined }
  const rules = [{ name, rule, severity: rule.severity }]
  return (await check({ paths: ['.'], from, postgres, rules, preset: 'strict', version: '0', alembic })).findings
}

async function inFolder<T>(files: readonly SourceFile[], work: (from: string) => Promise<T>): Promise<T> {
  const from = mkdtempSync(join(tmpdir(), 'fixture-'))
  try {
    for (const file of files) {
      mkdirSync(dirname(join(from, file.path)), { recursive: true })
      writeFileSync(join(from, file.path), file.text)
    }
    const isAlembic = files.some((file) => file.path.endsWith('.py'))
    if (isAlembic) writeFileSync(join(from, 'alembic.ini'), '[alembic]\nscript_location = .\n')
    return await work(from)
  } finally {
    rmSync(from, { recursive: true })
  }
}
