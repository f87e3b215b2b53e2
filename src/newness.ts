import { relative, resolve, sep } from 'node:path'
import type { Change } from './git-changes.ts'
import type { History, Migration } from './migrations/migration.ts'
import { commentsOf } from './sql/comments.ts'
import { nearestOf } from './text/nearest.ts'
import type { SourceFile } from './text/source-file.ts'
import { UserError } from './text/user-error.ts'

/** What tells new migrations from those that are deployed. `by` says in a few words what was asked for. */
export type Newness =
  | {
      readonly by: string
      readonly changes: readonly Change[]
      /** The paths of files that are not part of what is to be judged, be it as context. */
      readonly untracked?: readonly string[]
    }
  | { readonly by: string; readonly after: string }

/**
 * A history in which each migration is either new, and judged, or context.
 * @throws UserError where there is no migration of the version that was named.
 */
export function divide(history: History, newness: Newness | undefined): History {
  if (newness === undefined) return history
  const { by } = newness
  if ('after' in newness) return { ...history, migrations: divideAfter(history.migrations, newness.after), judged: by }
  const { migrations, notes = [] } = withoutUntracked(history, new Set(newness.untracked))
  return { ...history, migrations: divideByFiles(migrations, newness.changes), notes, judged: by }
}

/** Revisions of a graph stay: others may follow them, and their order says nothing. */
function withoutUntracked(history: History, untracked: ReadonlySet<string>): Pick<History, 'migrations' | 'notes'> {
  const isLeftOut = ({ up, revision }: Migration) => revision === undefined && untracked.has(up.span.file.path)
  const left = history.migrations.filter(isLeftOut).map(({ up }) => up.span.file.path)
  if (left.length === 0) return history
  const { migrations, notes = [] } = history
  return {
    migrations: migrations.filter((each) => !isLeftOut(each)),
    notes: [...notes, `left out, as git does not know them: ${[...new Set(left)].join(', ')}`],
  }
}

/** A history of which only what stands in some files or folders is told. */
export function select(history: History, paths: readonly string[] | undefined, from: string): History {
  if (paths === undefined) return history
  const chosen = paths.map((path) => relative(from, resolve(from, path)).split(sep).join('/'))
  const isChosen = (path: string) => chosen.some((each) => path === each || path.startsWith(`${each}/`))
  const halves = history.migrations.flatMap(({ up, down, revision }) =>
    revision === undefined ? [up.span, ...(down === undefined ? [] : [down.span])] : [revision.place],
  )
  const files = halves.map(({ file }) => file.path).filter(isChosen)
  return { ...history, passedOver: history.passedOver.filter(isChosen), selected: new Set(files) }
}

function divideAfter(migrations: readonly Migration[], after: string): readonly Migration[] {
  const last = migrations.findLastIndex((each) => isCalled(each, after))
  if (last < 0) {
    const near = nearestOf(
      after,
      migrations.map((each) => each.version),
    )
    throw new UserError(
      `there is no migration ${after}`,
      near === undefined ? 'name one by its version or the beginning of its file name' : `did you mean ${near}?`,
    )
  }
  return migrations.map((each, index) => ({ ...each, standing: index > last ? 'new' : 'context' }))
}

/** A version may be said whole, as the runner's key, as the file's name, or up to where its name begins. */
function isCalled({ version, key, up, revision }: Migration, said: string): boolean {
  const path = revision?.place.file.path ?? up.span.file.path
  const names = [version, path, path.slice(path.lastIndexOf('/') + 1)]
  if (key === said) return true
  return names.some(
    (name) => name === said || (name.startsWith(said) && /^[^\p{L}\p{N}]/u.test(name.slice(said.length))),
  )
}

function divideByFiles(migrations: readonly Migration[], changes: readonly Change[]): readonly Migration[] {
  const changed = new Map(changes.map((change) => [change.path, change]))
  return migrations.map((migration): Migration => {
    const file = migration.revision?.place.file ?? migration.up.span.file
    const change = changed.get(file.path)
    const isDownChanged = migration.down !== undefined && changed.has(migration.down.span.file.path)
    if (change === undefined) return { ...migration, standing: isDownChanged ? 'new' : 'context' }
    const edited = change.before === undefined ? undefined : editOf({ path: file.path, text: change.before }, file)
    return { ...migration, standing: 'new', ...(edited === undefined ? {} : { edited }) }
  })
}

/** Whether an edit changes what is run, or only what is said of it. */
function editOf(before: SourceFile, after: SourceFile): Migration['edited'] {
  if (before.text === after.text) return undefined
  return essenceOf(before) === essenceOf(after) ? 'comments' : 'statements'
}

/** A text without comments and white space. */
function essenceOf(file: SourceFile): string {
  if (file.path.endsWith('.py')) return file.text.replace(/^\s*#.*$/gm, '').replace(/\s+/g, ' ')
  let text = ''
  let end = 0
  for (const comment of commentsOf(file)) {
    text += `${file.text.slice(end, comment.start)} `
    end = comment.end
  }
  return (text + file.text.slice(end)).replace(/\s+/g, ' ').trim()
}
