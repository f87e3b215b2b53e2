import type { Action } from './catalog/action.ts'
import type { Identifier } from './catalog/catalog.ts'
import type { Statement } from './sql/statement.ts'

/**
 * Why a statement is not run, in words; undefined where it is. Nothing that reaches beyond
 * the database of a run is done on anybody's server.
 */
export function reasonToLeaveOut(
  { kind }: Statement,
  actions: readonly Action[],
  rolesBefore: readonly Identifier[],
): string | undefined {
  if (BEYOND_THE_DATABASE.test(kind)) return `${kind} reaches beyond the database of this run`
  const copies = actions.some((action) => action.kind === 'changeRows' && action.statement === 'copy')
  if (copies || kind.startsWith('COPY')) return 'COPY needs its data or a file of the server'
  const shared = actions.find((action) => action.kind === 'leaveCatalog' && action.isShared === true)
  if (shared?.kind === 'leaveCatalog') return `${shared.statement} reaches beyond the database of this run`
  const isOther = actions.some((action) => action.kind === 'alterDatabase' && action.database !== undefined)
  if (isOther) return `${kind} … IN DATABASE reaches beyond the database of this run`
  const foreign = actions.find((action) => changesRole(action, new Set(rolesBefore)))
  return foreign === undefined ? undefined : 'it would change a role that the server had before this run'
}

/** The roles that there are after actions and were not before. */
export function rolesMadeBy(actions: readonly Action[]): readonly Identifier[] {
  return actions.flatMap((action) => {
    if (action.kind === 'createRole') return [action.role.name]
    return action.kind === 'renameRole' ? [action.to] : []
  })
}

function changesRole(action: Action, before: ReadonlySet<Identifier>): boolean {
  switch (action.kind) {
    case 'alterRole':
    case 'dropRole':
      return before.has(action.role)
    case 'renameRole':
      return before.has(action.from)
    // With a role of the run's own the membership goes, too.
    case 'grantMembership':
    case 'revokeMembership':
      return before.has(action.role) && before.has(action.member)
    // Both reach what the role owns, or may do, of the server's shared objects.
    case 'dropOwned':
      return action.roles.some((role) => before.has(role))
    case 'reassignOwned':
      return action.from.some((role) => before.has(role))
    default:
      return false
  }
}

const BEYOND_THE_DATABASE =
  /^(CREATE|DROP|ALTER) (DATABASE|TABLESPACE|SUBSCRIPTION)\b|^ALTER SYSTEM\b|^CHECKPOINT\b|^LOAD\b/
