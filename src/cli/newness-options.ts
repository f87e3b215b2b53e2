import { readFileSync } from 'node:fs'
import { type Command, Option } from 'commander'
import { changesSince, stagedChanges, unstagedPaths, untrackedPaths } from '../git-changes.ts'
import type { Newness } from '../newness.ts'
import { printable } from '../text/printable.ts'
import { UserError } from '../text/user-error.ts'

/** What may be said of which migrations are new. */
export interface NewnessFlags {
  /** False by `--no-since`. */
  readonly since?: string | false
  readonly after?: string
  readonly staged?: boolean
}

/** Adds the options that make a command judge new migrations only. */
export function judgingNew(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--since <ref>',
        'judge only migrations added or changed since a branch or commit; in GitHub Actions since the base of the pull request by default',
      ).conflicts(['after', 'staged']),
    )
    .option('--no-since', 'judge all migrations, in GitHub Actions too')
    .addOption(new Option('--after <version>', 'judge only migrations after this one').conflicts(['staged']))
    .option('--staged', 'judge only migrations whose changes are staged in git')
}

/** What tells new migrations from deployed ones; undefined where all are judged. */
export function newnessFrom({ since, after, staged }: NewnessFlags, from: string): Newness | undefined {
  if (after !== undefined) return { by: `after ${after}`, after }
  if (staged === true) return { by: 'staged', changes: stagedWithNote(from), untracked: untrackedPaths(from) }
  if (typeof since === 'string') return { by: `changed since ${since}`, changes: changesSince(since, from) }
  return since === false ? undefined : newnessFromActions(from)
}

function stagedWithNote(from: string) {
  const changes = stagedChanges(from)
  const unstaged = new Set(unstagedPaths(from))
  for (const { path } of changes) {
    if (unstaged.has(path))
      process.stderr.write(`${printable(path)} has changes that are not staged; it is checked with them\n`)
  }
  return changes
}

/** The base of the event that runs the workflow. Where it cannot be reached, all is judged, and that is said. */
function newnessFromActions(from: string): Newness | undefined {
  const { GITHUB_ACTIONS, GITHUB_EVENT_PATH } = process.env
  if (GITHUB_ACTIONS !== 'true' || GITHUB_EVENT_PATH === undefined || GITHUB_EVENT_PATH === '') return undefined
  const base = baseOf(readEvent(GITHUB_EVENT_PATH))
  if (base === undefined) return undefined
  try {
    return { by: `changed since ${base.name}`, changes: changesSince(base.commit, from) }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    const hint = error.hint === undefined ? '' : `: ${error.hint}`
    process.stderr.write(
      `all migrations are judged, not only those changed since ${base.name}: ${error.message}${hint}\n`,
    )
    return undefined
  }
}

/** What an event of GitHub tells, as far as it matters here. */
interface Event {
  readonly pull_request?: { readonly number?: number; readonly base?: { readonly sha?: string; readonly ref?: string } }
  readonly merge_group?: { readonly base_sha?: string }
  readonly before?: string
}

/** Reads the file of an event; one that cannot be read tells nothing. */
export function readEvent(path: string): Event {
  try {
    return (JSON.parse(readFileSync(path, 'utf8')) ?? {}) as Event
  } catch {
    return {}
  }
}

/** The commit that an event's changes are made on; none for a push that makes a branch, or a schedule. */
function baseOf({ pull_request: request, merge_group: group, before }: Event) {
  if (request?.base?.sha !== undefined) {
    // What is checked out is the merge into the base, which may be ahead of what the event tells.
    const { GITHUB_REF = '', GITHUB_SHA = '' } = process.env
    const isMerge = /^refs\/pull\/\d+\/merge$/.test(GITHUB_REF) && GITHUB_SHA !== ''
    const name = request.base.ref ?? request.base.sha.slice(0, 12)
    return { commit: isMerge ? `${GITHUB_SHA}^1` : request.base.sha, name }
  }
  const commit = group?.base_sha ?? before
  if (commit === undefined || !/^[0-9a-f]{7,64}$/.test(commit) || /^0+$/.test(commit)) return undefined
  return { commit, name: commit.slice(0, 12) }
}
