import type { Catalog } from './catalog/catalog.ts'
import { fold } from './catalog/fold.ts'
import type { Finding } from './finding.ts'
import { fingerprint } from './fingerprint.ts'
import type { ReadMigration } from './lint.ts'
import type { ChosenRule } from './loaded-rule.ts'
import type { Migration } from './migrations/migration.ts'
import type { MigrationFacts, MigrationSubject } from './rule.ts'
import type { Statement } from './sql/statement.ts'
import { isKnown, type RevisionFacts } from './text/revision.ts'
import type { Span } from './text/source-file.ts'
import { textOf } from './text/source-file.ts'

/** The history that migrations are of, as the runner sees it. */
export interface Judged {
  readonly runner: string
  readonly transaction: string
  readonly configured?: Span
  readonly base: Catalog
  /** The catalog after each migration. */
  readonly catalogs: readonly Catalog[]
  readonly postgres: number
}

/** Judges migrations as units, by the rules that look at them so. */
export function judgeMigrations(
  migrations: readonly (ReadMigration & Migration)[],
  rules: readonly ChosenRule[],
  judged: Judged,
): readonly Finding[] {
  const asked = rules.flatMap(({ name, rule, severity }) =>
    rule.scope === 'migration' ? [{ name, rule, severity }] : [],
  )
  if (asked.length === 0) return []
  const { base, catalogs } = judged
  const history = migrations.map((each, position) => factsOf(each, catalogs[position - 1] ?? base, judged.postgres))
  const subjects = migrations.map((each, position) => subjectOf(each, history, position, judged))
  return asked.flatMap(({ name, rule, severity }) =>
    subjects
      .filter(({ migration }) => migration.isJudged)
      .flatMap((subject) => [...rule.check(subject)].map((problem) => ({ migration: subject.migration, problem })))
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

function subjectOf(
  read: ReadMigration & Migration,
  history: readonly MigrationFacts[],
  position: number,
  { runner, transaction, configured, base, catalogs, postgres }: Judged,
): MigrationSubject {
  const after = catalogs[position] ?? base
  return {
    migration: history[position] as MigrationFacts,
    history,
    runner,
    transaction,
    ...(configured === undefined ? {} : { configured }),
    before: catalogs[position - 1] ?? base,
    after,
    get afterDown() {
      const { downStatements, revision } = read
      if (downStatements === undefined || (revision !== undefined && !isKnown(revision.down))) return undefined
      return foldAll(downStatements, after, postgres)
    },
  }
}

function foldAll(statements: readonly Statement[], before: Catalog, postgres: number): Catalog {
  let catalog = before
  for (const statement of statements)
    for (const action of statement.actions(catalog, postgres)) catalog = fold(catalog, action, postgres)
  return catalog
}

function factsOf(migration: ReadMigration & Migration, before: Catalog, postgres: number): MigrationFacts {
  const { version, up, statements, revision } = migration
  return {
    version,
    key: migration.key ?? version,
    path: up.span.file.path,
    head: revision?.up.place ?? statements[0]?.span ?? firstLine(up.span),
    statements: statements.length,
    get sequence() {
      return sequenceOf(statements, before, postgres)
    },
    ...(revision === undefined ? {} : { revision }),
    down: downOf(migration),
    isJudged: migration.standing !== 'context',
    ...(migration.edited === undefined ? {} : { edited: migration.edited }),
  }
}

function sequenceOf(statements: readonly Statement[], before: Catalog, postgres: number): MigrationFacts['sequence'] {
  let catalog = before
  return statements.map(({ kind, span, actions: read }) => {
    const actions = read(catalog, postgres)
    for (const action of actions) catalog = fold(catalog, action, postgres)
    return { kind, span, actions }
  })
}

/** A downgrade that refuses, or explains in a comment why it does nothing, misleads nobody. */
function downOfRevision({ down, comments, place }: RevisionFacts): MigrationFacts['down'] {
  if (down.body === 'absent' || down.body === 'refuses') return down.body === 'absent' ? 'absent' : 'reasoned'
  if (down.body === 'something') return 'whole'
  const isInside = ({ file, start }: Span) => file.path === place.file.path && start > down.place.start
  return comments.some((each) => isInside(each) && /[a-z]{2}/i.test(textOf(each))) ? 'reasoned' : 'empty'
}

/** What the down half of a migration is. */
export function downOf({ down, downStatements, revision }: ReadMigration & Migration): MigrationFacts['down'] {
  if (revision !== undefined) return downOfRevision(revision)
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
