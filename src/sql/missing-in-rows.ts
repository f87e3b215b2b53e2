import { firstRefusal, type Refusal, refusedBy } from '../catalog/refusal.ts'
import { textOf } from '../text/source-file.ts'
import { missingTarget } from './missing-columns.ts'
import type { Node } from './parser.ts'
import { type Reading, relationName, stringsOf } from './reading.ts'
import { resolveChange } from './resolve-changes.ts'
import { resolveSelect } from './resolve-select.ts'
import { missingWhere } from './sql-text.ts'

/** What an action has of a column that INSERT, UPDATE, DELETE, MERGE or COPY names and its table has not. */
export function missingInChange(reading: Reading, node: Node): { readonly refused?: Refusal } {
  if (mayNameVariables(reading)) return {}
  if (node.attlist === undefined)
    return refusedBy(missingWhere(reading, (resolution) => resolveChange(resolution, node, NO_SCOPE)))
  // The columns of COPY have no places of their own, so that one of them may be a placeholder's.
  if (reading.sql !== textOf(reading.statement)) return {}
  const table = relationName(reading, node.relation)
  return refusedBy(firstRefusal(stringsOf(node.attlist), (name) => missingTarget(reading.before, table, name)))
}

/** The same of a query. */
export function missingInQuery(reading: Reading, select: Node | undefined): { readonly refused?: Refusal } {
  if (select === undefined || mayNameVariables(reading)) return {}
  return refusedBy(missingWhere(reading, (resolution) => resolveSelect(resolution, select, undefined)))
}

const NO_SCOPE = { sources: [], withs: new Map() } as const

/** In PL/pgSQL and the body of a function a name may be that of a variable or an argument. */
function mayNameVariables({ variables, calls }: Reading): boolean {
  return variables !== undefined || calls !== undefined
}
