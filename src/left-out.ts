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
  const foreign = actions.find((action) => changesRole(action, rolesBefore))
  return foreign === undefined ? undefined : 'it would change a role that the server had before this run'
}

/** The roles that there are after actions and were not before. */
export function rolesMadeBy(actions: readonly Action[]): readonly Identifier[] {
  return actions.flatMap((action) => {
    if (action.kind === 'createRole') return [action.role.name]
    return action.kind === 'renameRole' ? [action.to] : []
  })
}

function changesRole(action: Action, rolesBefore: readonly Identifier[]): boolean {
  if (action.kind === 'alterRole' || action.kind === 'dropRole') return rolesBefore.includes(action.role)
  return action.kind === 'renameRole' && rolesBefore.includes(action.from)
}

const BEYOND_THE_DATABASE =
  /^(CREATE|DROP|ALTER) (DATABASE|TABLESPACE|SUBSCRIPTION)\b|^ALTER SYSTEM\b|^CHECKPOINT\b|^LOAD\b/
