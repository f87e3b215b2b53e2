import type { Finding } from './finding.ts'
import { fingerprint, type ReadMigration } from './lint.ts'
import type { ChosenRule } from './loaded-rule.ts'
import type { Migration } from './migrations/migration.ts'
import type { MigrationFacts } from './rule.ts'
import type { Span } from './text/source-file.ts'
import { textOf } from './text/source-file.ts'

/** Judges migrations as units, by the rules that look at them so. */
export function judgeMigrations(
  migrations: readonly (ReadMigration & Migration)[],
  rules: readonly ChosenRule[],
  runner: string,
): readonly Finding[] {
  const asked = rules.flatMap(({ name, rule, severity }) =>
    rule.scope === 'migration' ? [{ name, rule, severity }] : [],
  )
  if (asked.length === 0) return []
  const history = migrations.map(factsOf)
  return asked.flatMap(({ name, rule, severity }) =>
    history
      .filter((migration) => migration.isJudged)
      .flatMap((migration) =>
        [...rule.check({ migration, history, runner })].map((problem) => ({ migration, problem })),
      )
      .map(({ migration, problem }): Finding => {
        const { effects: _, ...rest } = problem
        return {
          ...rest,
          span: problem.span ?? migration.head,
          rule: name,
          severity,
          hazard: rule.hazard ?? 'none',
          seenIn: 'migrations',
          fingerprint: fingerprint(name, problem.subject, migration.path),
        }
      }),
  )
}

function factsOf(migration: ReadMigration & Migration): MigrationFacts {
  const { version, up, statements } = migration
  return {
    version,
    key: migration.key ?? version,
    path: up.span.file.path,
    head: statements[0]?.span ?? firstLine(up.span),
    statements: statements.length,
    down: downOf(migration),
    isJudged: migration.standing !== 'context',
    ...(migration.edited === undefined ? {} : { edited: migration.edited }),
  }
}

function downOf({ down, downStatements }: ReadMigration & Migration): MigrationFacts['down'] {
  if (down === undefined) return 'absent'
  if ((downStatements?.length ?? 0) > 0) return 'whole'
  // The runner's own comments, with a plus, a colon or dashes, are no reason.
  const comments = textOf(down.span).match(/--[^\r\n]*|\/\*[\s\S]*?\*\//g) ?? []
  return comments.some((each) => /[a-z]{2}/i.test(each) && !RUNNERS_OWN.test(each)) ? 'reasoned' : 'empty'
}

const RUNNERS_OWN =
  /^--[\s-]*(?:\+goose|\+migrate|migrate:|create above|down migration|up migration|this file should undo)/i

function firstLine(span: Span): Span {
  const end = span.file.text.slice(span.start, span.end).search(/[\r\n]/)
  return end < 0 ? span : { ...span, end: span.start + end }
}
