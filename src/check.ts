import { emptyCatalog } from './catalog/empty-catalog.ts'
import { judgeMigrations } from './judge-migrations.ts'
import { lint } from './lint.ts'
import type { ChosenRule, NamedRule } from './loaded-rule.ts'
import { type ProjectOptions, readProject } from './migrations/read-project.ts'
import { placeReport } from './place-report.ts'
import { readMigrations } from './read-migrations.ts'
import type { Report, RuleText } from './report/report.ts'

/** What to check and by what. */
export interface CheckOptions extends ProjectOptions {
  readonly postgres: number
  readonly preset: string
  readonly rules: readonly ChosenRule[]
  /** The program's own version, for the report. */
  readonly version: string
}

/** Lints migrations without a database and without a network. */
export async function check(options: CheckOptions): Promise<Report> {
  const history = await readProject(options)
  const migrations = await readMigrations(history.migrations)
  const linted = lint(migrations, options.rules, emptyCatalog(options.postgres), options.postgres)
  const report: Report = {
    tool: { name: 'schemalint', version: options.version },
    postgres: options.postgres,
    runner: history.runner,
    reason: history.reason,
    transaction: history.transaction,
    preset: options.preset,
    migrations: migrations.length,
    passedOver: history.passedOver,
    statements: linted.statements,
    findings: [...linted.findings, ...judgeMigrations(migrations, options.rules, history.runner)],
    notModelled: linted.notModelled,
    rules: textsOf(options.rules),
  }
  return placeReport(report, history)
}

/** What rules say about themselves, by name. */
export function textsOf(rules: readonly NamedRule[]): ReadonlyMap<string, RuleText> {
  return new Map(rules.map(({ name, rule }) => [name, rule]))
}
