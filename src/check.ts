import { type Base, readBase, withRecords } from './base.ts'
import { judgeMigrations } from './judge-migrations.ts'
import { lint } from './lint.ts'
import type { NamedRule } from './loaded-rule.ts'
import type { History } from './migrations/migration.ts'
import { ALEMBIC, type ProjectOptions, readProject } from './migrations/read-project.ts'
import { divide, type Newness, select } from './newness.ts'
import { placeReport } from './place-report.ts'
import { readMigrations } from './read-migrations.ts'
import type { Report, RuleText } from './report/report.ts'
import { type SettleOptions, settle } from './settle.ts'

/** What to check and by what. */
export interface CheckOptions extends ProjectOptions, SettleOptions {
  readonly postgres: number
  readonly preset: string
  /** The program's own version, for the report. */
  readonly version: string
  /** A dump or a server to start from, where it is not an empty database. */
  readonly base?: string
  /** What tells new migrations, which are judged, from the others. */
  readonly newness?: Newness
  /** Paths, relative to `from`; what is found elsewhere is not told. */
  readonly selected?: readonly string[]
}

/** Lints migrations without a database and without a network. */
export async function check(options: CheckOptions): Promise<Report> {
  const divided = await readDivided(options)
  const migrations = await readMigrations(divided.migrations)
  const named = await readBase(options.base, options.from, options.postgres)
  const base = await withRecords(named, divided, migrations, options.postgres)
  const history = withBaseNote(divided, base)
  const linted = lint(migrations, options.rules, base.catalog, options.postgres, history.models?.enums)
  const judged = { ...history, base: base.catalog, catalogs: linted.catalogs, postgres: options.postgres }
  const findings = [...linted.findings, ...judgeMigrations(migrations, options.rules, judged)]
  const report: Report = {
    ...reportHead(history, options, options.postgres),
    statements: linted.statements,
    ...settle(findings, { migrations, models: history.models }, linted.catalog, options.postgres, options),
    notModelled: linted.notModelled,
  }
  return placeReport(report, history)
}

/** A history that says where it starts. */
export function withBaseNote(history: History, { note }: Base): History {
  return note === undefined ? history : { ...history, notes: [...(history.notes ?? []), note] }
}

/** Reads a project and tells what of it is to be judged. */
export async function readDivided(options: Omit<CheckOptions, 'postgres'>): Promise<History> {
  return select(divide(await readProject(options), options.newness), options.selected, options.from)
}

/** What a report says of the run whatever came of it. */
export function reportHead(history: History, options: Omit<CheckOptions, 'postgres'>, postgres: number) {
  const { runner, reason, transaction, passedOver, migrations } = history
  return {
    tool: { name: 'schemalint', version: options.version },
    postgres,
    runner,
    reason,
    transaction,
    preset: options.preset,
    migrations: migrations.length,
    ...(history.judged === undefined
      ? {}
      : { judged: { migrations: migrations.filter((each) => each.standing === 'new').length, by: history.judged } }),
    ...(history.selected === undefined ? {} : { isSelection: true }),
    passedOver,
    rules: textsOf(options.rules, runner),
  }
}

/** What rules say about themselves to those who use a runner, by name. */
export function textsOf(rules: readonly NamedRule[], runner: string): ReadonlyMap<string, RuleText> {
  return new Map(
    rules.map(({ name, rule }) => {
      const instead = (runner === ALEMBIC ? rule.insteadInAlembic : undefined) ?? rule.instead
      return [name, { summary: rule.summary, why: rule.why, instead }]
    }),
  )
}
