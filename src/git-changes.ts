import { execFileSync } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { UserError } from './text/user-error.ts'

/** A file that git calls added or changed. */
export interface Change {
  /** Relative to the folder that was asked about, with slashes. */
  readonly path: string
  /** The text before, under whatever name it had; undefined where the file is new. */
  readonly before?: string
}

/**
 * The files in a repository that differ from where HEAD left a branch or commit: committed,
 * not yet committed, and not yet known to git. A file that only moved does not differ.
 * @throws UserError where git cannot tell.
 */
export function changesSince(ref: string, from: string): readonly Change[] {
  const git = repositoryAt(from)
  const base = mergeBase(git, ref)
  const changes = changesIn(git, ['diff', '--name-status', '-z', '-M', base, '--'], base)
  return [...changes, ...untrackedIn(git).map((path) => ({ path }))]
}

/** The files whose changes are staged for the next commit. Throws UserError where git cannot tell. */
export function stagedChanges(from: string): readonly Change[] {
  const git = repositoryAt(from)
  const isFirst = git.attempt('rev-parse', '--verify', '--quiet', 'HEAD') === undefined
  return changesIn(git, ['diff', '--cached', '--name-status', '-z', '-M', '--'], isFirst ? undefined : 'HEAD')
}

/** Files with changes that are not staged, so that what lies here is not what would be committed. */
export function unstagedPaths(from: string): readonly string[] {
  const git = repositoryAt(from)
  return git.run('diff', '--name-only', '-z').split('\0').filter(Boolean).map(git.shown)
}

/** Files that git does not know and was not told to ignore. */
export function untrackedPaths(from: string): readonly string[] {
  return untrackedIn(repositoryAt(from))
}

function untrackedIn(git: Repository): readonly string[] {
  const paths = git.run('ls-files', '--others', '--exclude-standard', '--full-name', '-z', git.top)
  return paths.split('\0').filter(Boolean).map(git.shown)
}

interface Repository {
  readonly top: string
  /** A path as people see it from the folder that was asked about. */
  shown(path: string): string
  /** What git prints. Throws UserError with its reason. */
  run(...args: readonly string[]): string
  attempt(...args: readonly string[]): string | undefined
}

function repositoryAt(from: string): Repository {
  const run = (...args: readonly string[]): string => {
    try {
      return execFileSync('git', args, {
        cwd: from,
        encoding: 'utf8',
        maxBuffer: 1 << 30,
        stdio: ['ignore', 'pipe', 'pipe'],
      })
    } catch (error) {
      throw new UserError('git cannot tell what changed', reasonOf(error))
    }
  }
  const attempt = (...args: readonly string[]): string | undefined => {
    try {
      return run(...args)
    } catch {
      return undefined
    }
  }
  const top = run('rev-parse', '--show-toplevel').replace(/\r?\n$/, '')
  const here = realpathSync(from)
  return {
    top,
    run,
    attempt,
    shown: (path) =>
      relative(here, join(realpathSync(top), path))
        .split(sep)
        .join('/'),
  }
}

function reasonOf(error: unknown): string {
  const { code, stderr } = error as { readonly code?: string; readonly stderr?: string }
  if (code === 'ENOENT') return 'the program git is not installed'
  return `git says: ${(stderr ?? '').trim().split('\n')[0] || String(error)}`
}

function mergeBase(git: Repository, ref: string): string {
  if (ref.startsWith('-')) throw new UserError(`${ref} is no branch or commit`, 'for example --since origin/main')
  const commit = git.attempt('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`)?.trim()
  const base = commit === undefined ? undefined : git.attempt('merge-base', commit, 'HEAD')?.trim()
  if (base !== undefined) return base
  if (git.attempt('rev-parse', '--is-shallow-repository')?.trim() === 'true')
    throw new UserError(
      `this clone is shallow and does not reach back to ${ref}`,
      'fetch the whole history: `fetch-depth: 0` for actions/checkout, `GIT_DEPTH: 0` in GitLab, `git fetch --unshallow` elsewhere',
    )
  if (commit === undefined)
    throw new UserError(`git knows no branch or commit ${ref}`, 'fetch it first: git fetch origin BRANCH')
  throw new UserError(`${ref} and HEAD have no history in common`)
}

/** Reads `--name-status -z`: a status, then the path; after a rename or copy the old path and the new one. */
function changesIn(git: Repository, args: readonly string[], base: string | undefined): readonly Change[] {
  const fields = git.run(...args).split('\0')
  const changes: Change[] = []
  for (let index = 0; index + 1 < fields.length; ) {
    const status = fields[index++] ?? ''
    const old = fields[index++] ?? ''
    const isMove = /^[RC]/.test(status)
    const path = isMove ? (fields[index++] ?? '') : old
    if (status === 'D' || status === 'R100') continue
    const before = status === 'A' || base === undefined ? undefined : git.attempt('show', `${base}:${old}`)
    const isCopy = status.startsWith('C')
    changes.push({ path: git.shown(path), ...(before === undefined || isCopy ? {} : { before }) })
  }
  return changes
}
