import { execFileSync } from 'node:child_process'

/** What git says when it is run in a folder, with no settings but these. */
export function git(folder: string, ...args: readonly string[]): string {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false']
  return execFileSync('git', [...identity, ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
  })
}

/** Commits everything in a repository, and gives the commit. */
export function commitAll(folder: string): string {
  git(folder, 'add', '-A')
  git(folder, 'commit', '-q', '-m', 'work')
  return git(folder, 'rev-parse', 'HEAD').trim()
}
