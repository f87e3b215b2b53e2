import type { Catalog } from './catalog/catalog.ts'
import { regrade } from './choose-rules.ts'
import type { Override } from './config/config.ts'
import type { Finding } from './finding.ts'
import { judgeActions, type ReadMigration } from './lint.ts'
import type { ChosenRule } from './loaded-rule.ts'
import type { Migration } from './migrations/migration.ts'
import { commentsOf } from './sql/comments.ts'
import type { Statement } from './sql/statement.ts'
import { type AllowedFinding, type CommentedFile, suppress } from './suppress.ts'
import type { Models } from './text/models.ts'
import { placed, type SourceFile, type Span, textOf } from './text/source-file.ts'

/** By what findings are settled. */
export interface SettleOptions {
  /** Those that judged. */
  readonly rules: readonly ChosenRule[]
  /** Severities in some files. */
  readonly overrides?: readonly Override[]
  /** The names of all rules that there are; by default of those that judged. */
  readonly known?: readonly string[]
  /** As YYYY-MM-DD; by default the day that it is. */
  readonly today?: string
}

/** What is to be told of findings, and what comments allow. */
export interface Settled {
  readonly findings: readonly Finding[]
  readonly allowed: readonly AllowedFinding[]
}

/** What may hold comments that allow. */
export interface Commented {
  readonly migrations: readonly (ReadMigration & Migration)[]
  readonly models: Models | undefined
}

/** Takes out what comments allow, and adds what is wrong with such comments. */
export function settle(
  findings: readonly Finding[],
  { migrations, models }: Commented,
  catalog: Catalog,
  postgres: number,
  options: SettleOptions,
): Settled {
  const judged = options.rules.map((rule) => rule.name)
  const {
    findings: left,
    allowed,
    misallowed,
  } = suppress(
    regrade(findings, options.rules, options.overrides),
    [...commentedFiles(migrations), ...modelFiles(models)],
    {
      names: options.known ?? judged,
      obligatory: options.rules.filter(isObligatory).map((rule) => rule.name),
      judged,
      today: options.today ?? new Date().toISOString().slice(0, 10),
    },
  )
  const contexts = contextPaths(migrations)
  const told = misallowed.filter(({ span }) => !contexts.has(span.file.path))
  const happened = told.map(({ fault, message, ...rest }) => ({
    statement: commentStatement(rest.span),
    action: { kind: 'misallow', fault, reason: message, ...rest } as const,
  }))
  const wrong = judgeActions(happened, options.rules, catalog, postgres)
  return { findings: [...left, ...regrade(wrong, options.rules, options.overrides)], allowed }
}

/** The files in which nothing is judged. */
function contextPaths(migrations: readonly (ReadMigration & Migration)[]): ReadonlySet<string> {
  const pathOf = ({ up, revision }: Migration) => revision?.place.file.path ?? up.span.file.path
  const judged = new Set(migrations.filter((each) => each.standing !== 'context').map(pathOf))
  return new Set(migrations.map(pathOf).filter((path) => !judged.has(path)))
}

/** A text that was not read, or a comment that says nothing, would otherwise hide itself. */
function isObligatory({ rule }: ChosenRule): boolean {
  return rule.scope === 'action' && (rule.on.includes('unparsed') || rule.on.includes('misallow'))
}

/** Each file that people wrote, with the statements of all migrations that it holds, in the order of the text. */
export function commentedFiles(migrations: readonly (ReadMigration & Migration)[]): readonly CommentedFile[] {
  const files = new Map<
    string,
    { readonly file: SourceFile; comments?: readonly Span[]; readonly statements: Span[] }
  >()
  const entry = ({ file }: Span) => {
    const known = files.get(file.path) ?? { file, statements: [] }
    files.set(file.path, known)
    return known
  }
  for (const { up, down, revision, statements, downStatements = [] } of migrations) {
    if (revision === undefined) for (const script of [up, down]) if (script !== undefined) entry(script.span)
    if (revision !== undefined) entry(revision.place).comments = revision.comments
    for (const statement of [...statements, ...downStatements]) {
      const span = placed(statement.span)
      entry(span).statements.push(span)
    }
  }
  return [...files.values()].map(({ file, comments, statements }) => ({
    file,
    // Most files allow nothing, and need not be searched for comments.
    comments: comments ?? (file.text.includes('schemalint-') ? commentsOf(file) : []),
    statements: statements.toSorted((a, b) => a.start - b.start),
  }))
}

/** Files of models: a comment in them speaks of the label that comes next. */
function modelFiles(models: Models | undefined): readonly CommentedFile[] {
  const places = models?.enums.flatMap(({ labels }) => labels.flatMap(({ place }) => place ?? [])) ?? []
  return (models?.files ?? []).map(({ file, comments }) => ({
    file,
    comments,
    statements: places.filter((each) => each.file === file).toSorted((a, b) => a.start - b.start),
  }))
}

function commentStatement(span: Span): Statement {
  return { span, kind: 'comment', sql: textOf(span), parsed: false, actions: () => [] }
}
