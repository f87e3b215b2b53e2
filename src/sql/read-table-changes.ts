import type { Name } from '../catalog/catalog.ts'
import { partsOf, qualify } from '../catalog/names.ts'
import type { IndexChange } from '../catalog/object-actions.ts'
import type { Storage } from '../catalog/table.ts'
import type { ConstraintAlteration, TableChange } from '../catalog/table-actions.ts'
import type { Node } from './parser.ts'
import { readCompression } from './read-columns.ts'
import { readForeignOptions, readOptionNames, readStorageOptions } from './read-options.ts'
import { type Reading, relationName } from './reading.ts'
import { readType } from './type-names.ts'

/** What a form of ALTER TABLE without an action of its own changes; undefined where the catalog does not tell of it. */
export function readTableChange(reading: Reading, table: Name, command: Node): TableChange | undefined {
  const column: string = command.name ?? ''
  const nodes: readonly Node[] | undefined = command.def?.List?.items
  switch (command.subtype) {
    case 'AT_SetRelOptions':
      return { form: 'setOptions', options: readStorageOptions(nodes) ?? {} }
    case 'AT_ResetRelOptions':
      return { form: 'resetOptions', names: readOptionNames(nodes) }
    case 'AT_SetTableSpace':
      return { form: 'setTablespace', tablespace: column }
    case 'AT_SetAccessMethod':
      return { form: 'setAccessMethod', ...(column === '' || column === 'heap' ? {} : { method: column }) }
    case 'AT_ReplicaIdentity':
      return { form: 'setReplicaIdentity', identity: replicaIdentity(table, command.def.ReplicaIdentityStmt) }
    case 'AT_ClusterOn':
      return { form: 'clusterOn', index: besideTable(table, column) }
    case 'AT_DropCluster':
      return { form: 'clusterOn' }
    case 'AT_ForceRowSecurity':
    case 'AT_NoForceRowSecurity':
      return { form: 'forceRowSecurity', forced: command.subtype === 'AT_ForceRowSecurity' }
    case 'AT_SetStatistics':
      return { form: 'setColumnStatistics', column, ...readStatistics(command.def) }
    case 'AT_SetOptions':
      return { form: 'setColumnOptions', column, options: readStorageOptions(nodes) ?? {} }
    case 'AT_ResetOptions':
      return { form: 'resetColumnOptions', column, names: readOptionNames(nodes) }
    case 'AT_SetStorage':
      return { form: 'setColumnStorage', column, storage: command.def.String.sval.toLowerCase() as Storage | 'default' }
    case 'AT_SetCompression':
      return { form: 'setColumnCompression', column, ...readCompression(command.def.String.sval) }
    case 'AT_AlterConstraint':
      return alterConstraint(command.def.ATAlterConstraint)
    case 'AT_AddInherit':
      return { form: 'inherit', parent: relationName(reading, command.def.RangeVar) }
    case 'AT_DropInherit':
      return { form: 'noInherit', parent: relationName(reading, command.def.RangeVar) }
    case 'AT_AddOf':
      return { form: 'setType', type: readType(reading, command.def.TypeName).type }
    case 'AT_GenericOptions':
      return foreignOptions(nodes)
    case 'AT_AlterColumnGenericOptions':
      return { ...foreignOptions(nodes), column }
    case 'AT_DropOf':
      return { form: 'setType' }
    default:
      return undefined
  }
}

/** The words of a form that has no action of its own: `AT_SetStatistics` is SET STATISTICS. */
export function propertyOf({ subtype }: Node): string {
  return String(subtype)
    .replace(/^AT_/, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toUpperCase()
}

/** One form of ALTER INDEX; undefined where the catalog does not tell of it. */
export function readIndexChange(command: Node): IndexChange | undefined {
  const nodes: readonly Node[] | undefined = command.def?.List?.items
  switch (command.subtype) {
    case 'AT_SetRelOptions':
      return { form: 'setOptions', options: readStorageOptions(nodes) ?? {} }
    case 'AT_ResetRelOptions':
      return { form: 'resetOptions', names: readOptionNames(nodes) }
    case 'AT_SetTableSpace':
      return { form: 'setTablespace', tablespace: command.name }
    case 'AT_SetStatistics':
      return { form: 'setStatistics', position: command.num ?? 0, ...readStatistics(command.def) }
    default:
      return undefined
  }
}

/** ADD, SET and DROP within OPTIONS (…); without a word it is ADD. */
function foreignOptions(nodes: readonly Node[] | undefined): Extract<TableChange, { form: 'setForeignOptions' }> {
  const all: readonly Node[] = (nodes ?? []).map((each) => each.DefElem)
  const isDrop = (each: Node) => each.defaction === 'DEFELEM_DROP'
  return {
    form: 'setForeignOptions',
    options: readForeignOptions((nodes ?? []).filter((each) => !isDrop(each.DefElem))) ?? {},
    dropped: all.filter(isDrop).map((each) => each.defname),
  }
}

/** The server cuts targets to 10000, and -1 and DEFAULT say the same. */
function readStatistics(node: Node | undefined): { readonly statistics?: number } {
  const target: number = node?.Integer === undefined ? -1 : (node.Integer.ival ?? 0)
  return target < 0 ? {} : { statistics: Math.min(target, 10_000) }
}

function replicaIdentity(table: Name, node: Node): Extract<TableChange, { form: 'setReplicaIdentity' }>['identity'] {
  if (node.identity_type === 'i') return { index: besideTable(table, node.name) }
  if (node.identity_type === 'f') return 'full'
  return node.identity_type === 'n' ? 'nothing' : 'default'
}

function alterConstraint(node: Node): TableChange {
  const alteration: { -readonly [K in keyof ConstraintAlteration]: ConstraintAlteration[K] } = {}
  if (node.alterDeferrability === true) {
    if (node.initdeferred === true) alteration.deferrable = 'initially deferred'
    else alteration.deferrable = node.deferrable === true ? 'initially immediate' : 'not deferrable'
  }
  if (node.alterEnforceability === true) alteration.enforced = node.is_enforced === true
  if (node.alterInheritability === true) alteration.noInherit = node.noinherit === true
  return { form: 'alterConstraint', name: node.conname, alteration }
}

function besideTable(table: Name, name: string): Name {
  return qualify(partsOf(table).schema, name)
}
