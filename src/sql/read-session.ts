import type { Action, ActionOf } from '../catalog/action.ts'
import type { Span } from '../text/source-file.ts'
import type { Node } from './parser.ts'
import type { Reading } from './reading.ts'

/** SET and RESET: search_path and role decide what later names mean. */
export function readSet(reading: Reading, node: Node): readonly Action[] {
  const span = reading.statement
  const values: readonly Node[] = (node.args ?? []).map((each: Node) => each.A_Const)
  const isReset = node.kind === 'VAR_RESET' || node.kind === 'VAR_SET_DEFAULT' || node.kind === 'VAR_RESET_ALL'
  const setting = settingOf(span, node, isReset ? undefined : values[0])
  const local = node.is_local === true ? { local: true } : {}
  if (node.name === 'search_path' || node.kind === 'VAR_RESET_ALL') {
    const schemas = values
      .map((each) => String(each?.sval?.sval ?? ''))
      .filter((each) => each !== '$user' && each !== '')
    return [setting, { kind: 'setSearchPath', span, schemas: isReset ? 'default' : schemas, ...local }]
  }
  if (node.name === 'role' || node.name === 'session_authorization') {
    const role: string | undefined = values[0]?.sval?.sval
    const named = isReset || role === undefined || role === 'none' ? {} : { role }
    const isSession = node.name === 'role' ? {} : { isSession: true as const }
    return [setting, { kind: 'setRole', span, ...named, ...isSession, ...local }]
  }
  return [setting]
}

function settingOf(span: Span, node: Node, value: Node | undefined): ActionOf<'setSetting'> {
  const written = value === undefined ? undefined : (value.sval?.sval ?? value.fval?.fval ?? value.ival?.ival ?? 0)
  return {
    kind: 'setSetting',
    span,
    name: node.kind === 'VAR_RESET_ALL' ? 'all' : String(node.name).toLowerCase(),
    ...(written === undefined ? {} : { value: String(written) }),
    local: node.is_local === true,
  }
}

/** BEGIN, COMMIT, ROLLBACK and savepoints. */
export function readTransaction(reading: Reading, node: Node): readonly Action[] {
  const span = reading.statement
  switch (node.kind) {
    case 'TRANS_STMT_BEGIN':
    case 'TRANS_STMT_START':
      return [{ kind: 'beginTransaction', span }]
    case 'TRANS_STMT_COMMIT':
      return [{ kind: 'commitTransaction', span }]
    case 'TRANS_STMT_ROLLBACK':
      return [{ kind: 'rollBackTransaction', span }]
    case 'TRANS_STMT_SAVEPOINT':
      return [{ kind: 'setSavepoint', span, name: node.savepoint_name }]
    case 'TRANS_STMT_ROLLBACK_TO':
      return [{ kind: 'rollBackToSavepoint', span, name: node.savepoint_name }]
    case 'TRANS_STMT_RELEASE':
      return [{ kind: 'leaveCatalog', span, statement: 'RELEASE SAVEPOINT' }]
    default:
      return [{ kind: 'unmodelled', reach: 'named', span, statement: 'two-phase commit' }]
  }
}
