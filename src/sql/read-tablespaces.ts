import type { Action } from '../catalog/action.ts'
import type { Identifier } from '../catalog/catalog.ts'
import { partsOf } from '../catalog/names.ts'
import type { Node } from './parser.ts'
import { readRoleName } from './read-roles.ts'
import type { Reading } from './reading.ts'

/** ALTER TABLE, INDEX or MATERIALIZED VIEW … ALL IN TABLESPACE: each that is there at that moment is moved. */
export function readMoveAll(reading: Reading, node: Node): readonly Action[] {
  const span = reading.statement
  const { orig_tablespacename: from, new_tablespacename: to } = node
  const left: Action = { kind: 'leaveCatalog', span, statement: 'ALTER … ALL IN TABLESPACE' }
  if (from === to) return [left]
  const roles = ((node.roles ?? []) as readonly Node[]).map((each) => readRoleName(reading, each.RoleSpec))
  const isMeant = ({ name, tablespace = 'pg_default', owner }: Kept) =>
    tablespace === from && (roles.length === 0 || roles.includes(owner)) && partsOf(name).schema !== 'pg_temp'
  const { tables, views, indexes } = reading.before
  const change = { form: 'setTablespace', tablespace: to } as const
  if (node.objtype === 'OBJECT_INDEX') {
    const meant = [...indexes.values()].filter((index) =>
      isMeant({ ...index, owner: (tables.get(index.table) ?? views.get(index.table))?.owner }),
    )
    return orLeft(
      meant.map(({ name }) => ({ kind: 'alterIndex', span, index: name, change })),
      left,
    )
  }
  const kept: readonly Kept[] =
    node.objtype === 'OBJECT_MATVIEW'
      ? [...views.values()].filter((view) => view.materialized)
      : [...tables.values()].filter((table) => table.kind !== 'foreign')
  const moved = kept
    .filter(isMeant)
    .map(({ name }): Action => ({ kind: 'setTableProperty', table: name, span, property: 'SET TABLE SPACE', change }))
  return orLeft(moved, left)
}

interface Kept {
  readonly name: string
  readonly tablespace?: Identifier
  readonly owner?: Identifier | undefined
}

function orLeft(actions: readonly Action[], left: Action): readonly Action[] {
  return actions.length > 0 ? actions : [left]
}
