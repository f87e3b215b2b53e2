import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { builtInRules } from '../../src/built-in-rules.ts'
import type { Catalog } from '../../src/catalog/catalog.ts'
import { emptyCatalog } from '../../src/catalog/empty-catalog.ts'
import { fold } from '../../src/catalog/fold.ts'
import { lint, type ReadMigration } from '../../src/lint.ts'
import { wholeFile } from '../../src/migrations/migration.ts'
import { readMigrations } from '../../src/read-migrations.ts'
import { loadParser, parse } from '../../src/sql/parser.ts'

/** Runs of each command or function; the middle one counts. */
const RUNS = 9
/** Runs before them, in which V8 still compiles what it meets. */
const WARMING = 3

const folder = mkdtempSync(join(tmpdir(), 'schemalint-bench-'))
try {
  compareProcesses()
  await compareFold()
} finally {
  rmSync(folder, { recursive: true })
}

/** Whole processes on a small migration: Node alone, schemalint, and squawk where it is on the PATH. */
function compareProcesses(): void {
  const file = join(folder, 'small.sql')
  writeFileSync(file, schemaOf(2))
  const cli = resolve('dist/cli.js')
  const hasSquawk = spawnSync('squawk', ['--version']).status === 0
  compare([
    ['node -e 0', () => run(process.execPath, ['-e', '0'])],
    ['schemalint check, small migration', () => run(process.execPath, [cli, 'check', file])],
    ...(hasSquawk ? [['squawk, small migration', () => run('squawk', [file])] as const] : []),
  ])
  if (!hasSquawk) console.log('squawk is not on the PATH: npm i -g squawk-cli to have it beside')
}

/** The parser alone against folding and judging what it parsed, on histories of growing length. */
async function compareFold(): Promise<void> {
  await loadParser()
  const rules = (await builtInRules()).map((each) => ({ ...each, severity: each.rule.severity }))
  for (const tables of [200, 2_000]) {
    const text = schemaOf(tables)
    const migrations = text.split('-- next\n').map((part, index) => ({
      version: String(index),
      up: wholeFile({ path: `${index}.sql`, text: part }),
      transaction: 'per-migration' as const,
    }))
    const read = await readMigrations(migrations)
    const statements = read.reduce((sum, each) => sum + each.statements.length, 0)
    compare([
      [`parse, ${statements} statements`, () => migrations.map((each) => parse(each.up.span.file.text))],
      [`fold, ${statements} statements`, () => foldAll(read)],
      [`fold, refusals foreseen, ${statements} statements`, () => lint(read, [], emptyCatalog(18), 18)],
      [`fold and judge, ${statements} statements`, () => lint(read, rules, emptyCatalog(18), 18)],
    ])
  }
}

/** The catalog that migrations add up to, and nothing else of what linting tells. */
function foldAll(migrations: readonly ReadMigration[]): Catalog {
  let catalog = emptyCatalog(18)
  for (const { statements } of migrations)
    for (const statement of statements)
      for (const action of statement.actions(catalog, 18)) catalog = fold(catalog, action, 18)
  return catalog
}

/** Ten statements a table, one migration a table. */
function schemaOf(tables: number): string {
  return Array.from({ length: tables }, (_, index) => {
    const [table, earlier] = [`table_${index}`, `table_${Math.max(0, index - 1)}`]
    return `
create table ${table} (
  id uuid primary key default gen_random_uuid(),
  other_id uuid references ${earlier},
  name text not null check (name <> ''),
  created_at timestamptz not null default now()
);
create index ${table}_other_id_idx on ${table} (other_id);
create unique index on ${table} (lower(name));
alter table ${table} add column note text default '', add column amount numeric(12, 2);
alter table ${table} alter column amount set not null;
alter table ${table} add constraint ${table}_amount check (amount >= 0);
alter table ${table} rename column note to remark;
comment on table ${table} is 'number ${index}';
grant select on ${table} to current_user;
alter table ${table} drop column amount;
`
  }).join('-- next\n')
}

function run(command: string, args: readonly string[]): void {
  spawnSync(command, args, { stdio: 'ignore' })
}

/**
 * Prints how long each piece of work takes, and how many times as long as the first. They take
 * turns, so that whatever else the machine does slows all of them alike.
 */
function compare(works: readonly (readonly [name: string, work: () => unknown])[]): void {
  const times: number[][] = works.map(() => [])
  for (let round = -WARMING; round < RUNS; round++) {
    for (const [position, [, work]] of works.entries()) {
      const start = performance.now()
      work()
      if (round >= 0) times[position]?.push(performance.now() - start)
    }
  }
  const medians = times.map((each) => each.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? Number.NaN)
  const [base = Number.NaN] = medians
  for (const [position, [name]] of works.entries()) report(name, medians[position] ?? Number.NaN, base)
}

function report(name: string, milliseconds: number, base: number): void {
  console.log(
    `${name.padEnd(44)} ${milliseconds.toFixed(0).padStart(7)} ms  ${(milliseconds / base).toFixed(2).padStart(6)}×`,
  )
}
