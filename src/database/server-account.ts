import { readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { UserError } from '../text/user-error.ts'

/** The account that a server process runs as. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

/**
 * PostgreSQL refuses to run as root, so root hands its servers to somebody else: undefined
 * for anybody but root. Throws UserError where there is nobody.
 */
export function serverAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const accounts = readFileSync('/etc/passwd', 'utf8')
  for (const name of ['postgres', 'nobody']) {
    const ids = new RegExp(`^${name}:[^:]*:(\\d+):(\\d+):`, 'm').exec(accounts)
    if (ids !== null) return { uid: Number(ids[1]), gid: Number(ids[2]) }
  }
  throw new UserError(
    'PostgreSQL does not run as root',
    'make an account `postgres`, or run schemalint as another user',
  )
}

/** Whether any account may walk to a folder and enter it. */
export function isReachableByAll(folder: string): boolean {
  const parent = dirname(folder)
  return (statSync(folder).mode & 0o001) !== 0 && (parent === folder || isReachableByAll(parent))
}
