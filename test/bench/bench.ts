import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { builtInRules } from '../../src/built-in-rules.ts'
import { emptyCatalog } from '../../src/catalog/empty-catalog.ts'
import { lint } from '../../src/lint.ts'
import { wholeFile } from '../../src/migrations/migration.ts'
import { readMigrations } from '../../src/read-migrations.ts'
import { loadParser, parse } from '../../src/sql/parser.ts'

/** Runs of each command or function; the middle one counts. */
const RUNS = 7

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
  const node = medianTime(() => run(process.execPath, ['-e', '0']))
  report('node -e 0', node, node)
  report(
    'schemalint check, small migration',
    medianTime(() => run(process.execPath, [cli, 'check', file])),
    node,
  )
  const hasSquawk = spawnSync('squawk', ['--version']).status === 0
  if (hasSquawk)
    report(
      'squawk, small migration',
      medianTime(() => run('squawk', [file])),
      node,
    )
  else console.log('squawk is not on the PATH: npm i -g squawk-cli to have it beside')
}

/** The parser alone against parsing, folding and judging, on histories of growing length. */
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
    const parsing = medianTime(() => migrations.map((each) => parse(each.up.span.file.text)))
    const read = await readMigrations(migrations)
    const folding = medianTime(() => lint(read, [], emptyCatalog(18), 18))
    const judging = medianTime(() => lint(read, rules, emptyCatalog(18), 18))
    const statements = read.reduce((sum, each) => sum + each.statements.length, 0)
    report(`parse, ${statements} statements`, parsing, parsing)
    report(`fold, ${statements} statements`, folding, parsing)
    report(`fold and judge, ${statements} statements`, judging, parsing)
  }
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

function medianTime(work: () => unknown): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return times.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0
}

function report(name: string, milliseconds: number, base: number): void {
  console.log(
    `${name.padEnd(44)} ${milliseconds.toFixed(0).padStart(7)} ms  ${(milliseconds / base).toFixed(2).padStart(6)}×`,
  )
}
