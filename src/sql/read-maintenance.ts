import type { Action } from '../catalog/action.ts'
import { partsOf, qualify } from '../catalog/names.ts'
import type { Node } from './parser.ts'
import { type Reading, relationName } from './reading.ts'

/** VACUUM and ANALYZE. */
export function readVacuum(reading: Reading, node: Node): readonly Action[] {
  const options: readonly Node[] = (node.options ?? []).map((each: Node) => each.DefElem)
  const full = options.find((each) => each.defname === 'full')
  const isFull = full !== undefined && !isOff(full.arg)
  const command = node.is_vacuumcmd !== true ? 'analyze' : isFull ? 'vacuum full' : 'vacuum'
  const tables: readonly Node[] = (node.rels ?? []).map((each: Node) => each.VacuumRelation.relation)
  const relations = tables.map((each) => relationName(reading, each))
  return [{ kind: 'maintain', span: reading.statement, command, relations }]
}

/** CLUSTER. */
export function readCluster(reading: Reading, node: Node): readonly Action[] {
  const relations = node.relation === undefined ? [] : [relationName(reading, node.relation)]
  const span = reading.statement
  const [table] = relations
  const index = typeof node.indexname === 'string' ? node.indexname : undefined
  const marks: readonly Action[] =
    table === undefined || index === undefined
      ? []
      : [
          {
            kind: 'setTableProperty',
            span,
            table,
            property: 'CLUSTER ON',
            change: { form: 'clusterOn', index: qualify(partsOf(table).schema, index) },
          },
        ]
  return [{ kind: 'maintain', span, command: 'cluster', relations }, ...marks]
}

/** `(FULL OFF)`, `(FULL false)`, `(FULL 0)` */
export function isOff(value: Node | undefined): boolean {
  if (value === undefined) return false
  if (value.Integer !== undefined) return value.Integer.ival === undefined
  if (value.Boolean !== undefined) return value.Boolean.boolval !== true
  return ['off', 'false'].includes(String(value.String?.sval).toLowerCase())
}
