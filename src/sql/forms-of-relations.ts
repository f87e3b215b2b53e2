import type { Catalog, Name } from '../catalog/catalog.ts'
import { isTemporary, partsOf } from '../catalog/names.ts'
import { type Refusal, unfit } from '../catalog/refusal.ts'
import { notA } from '../catalog/refusal-of-kinds.ts'
import { RELATION_KINDS } from './read-rename.ts'
import type { Reading } from './reading.ts'

/** That ALTER says another kind of relation than the one that is there, or does to it what only other kinds have. */
export function refusalOfForm(
  { before, postgres }: Reading,
  relation: Name,
  objectType: string,
  subtype: string,
): Refusal | undefined {
  const said = objectType === 'OBJECT_TABLE' ? undefined : RELATION_KINDS[objectType]
  const unlike = said === undefined ? undefined : notA(said, before, relation)
  if (unlike !== undefined) return unlike
  const [kind, form] = [kindOf(before, relation), FORMS[subtype]]
  if (kind === undefined || form === undefined) return undefined
  const [words, kinds, ...others] = form
  if (others.includes(kind) || (others.includes('later sequence') && kind === 'sequence' && postgres >= 15))
    return undefined
  const name = `"${partsOf(relation).name}"`
  const reason =
    postgres < 15 ? `${name} is not a ${kinds}` : `ALTER action ${words} cannot be performed on relation ${name}`
  return unfit(relation, reason, '42809', [relation])
}

/** What a relation is that is no table. */
function kindOf({ tables, views, indexes, sequences }: Catalog, relation: Name): OtherThanTable | undefined {
  if (tables.has(relation) || isTemporary(relation)) return undefined
  const view = views.get(relation)
  if (view !== undefined) return view.materialized ? 'materialized view' : 'view'
  return indexes.has(relation) ? 'index' : sequences.has(relation) ? 'sequence' : undefined
}

type OtherThanTable = 'view' | 'materialized view' | 'index' | 'sequence'

/** What the server calls a form, what PostgreSQL 14 says that it is for, and which relations besides tables have it. */
type Form = readonly [words: string, kinds: string, ...others: readonly (OtherThanTable | 'later sequence')[]]

const TYPED = 'table, composite type, or foreign table'
const TABLES = 'table or foreign table'
const STORED = 'table or materialized view'

/** The forms of ALTER TABLE by the grammar's word for them. */
const FORMS: Readonly<Record<string, Form>> = {
  AT_AddColumn: ['ADD COLUMN', TYPED],
  AT_AddConstraint: ['ADD CONSTRAINT', TABLES],
  AT_AddInherit: ['INHERIT', TABLES],
  AT_AddOf: ['OF', 'table'],
  AT_AlterColumnType: ['ALTER COLUMN ... SET DATA TYPE', TYPED],
  AT_AttachPartition: ['ATTACH PARTITION', 'table or partitioned index', 'index'],
  AT_ClusterOn: ['CLUSTER ON', STORED, 'materialized view'],
  AT_ColumnDefault: ['ALTER COLUMN ... SET DEFAULT', 'table, view, or foreign table', 'view'],
  AT_DetachPartition: ['DETACH PARTITION', 'table'],
  AT_DisableRowSecurity: ['DISABLE ROW SECURITY', 'table'],
  AT_DisableTrig: ['DISABLE TRIGGER', TABLES],
  AT_DisableTrigAll: ['DISABLE TRIGGER ALL', TABLES],
  AT_DisableTrigUser: ['DISABLE TRIGGER USER', TABLES],
  AT_DropCluster: ['SET WITHOUT CLUSTER', STORED, 'materialized view'],
  AT_DropColumn: ['DROP COLUMN', TYPED],
  AT_DropConstraint: ['DROP CONSTRAINT', TABLES],
  AT_DropInherit: ['NO INHERIT', TABLES],
  AT_DropNotNull: ['ALTER COLUMN ... DROP NOT NULL', TABLES],
  AT_DropOf: ['NOT OF', 'table'],
  AT_EnableAlwaysTrig: ['ENABLE ALWAYS TRIGGER', TABLES],
  AT_EnableReplicaTrig: ['ENABLE REPLICA TRIGGER', TABLES],
  AT_EnableRowSecurity: ['ENABLE ROW SECURITY', 'table'],
  AT_EnableTrig: ['ENABLE TRIGGER', TABLES],
  AT_EnableTrigAll: ['ENABLE TRIGGER ALL', TABLES],
  AT_EnableTrigUser: ['ENABLE TRIGGER USER', TABLES],
  AT_ForceRowSecurity: ['FORCE ROW SECURITY', 'table'],
  AT_NoForceRowSecurity: ['NO FORCE ROW SECURITY', 'table'],
  AT_ReplicaIdentity: ['REPLICA IDENTITY', STORED, 'materialized view'],
  AT_ResetRelOptions: ['RESET', 'table, view, materialized view, or index', 'view', 'materialized view', 'index'],
  AT_SetLogged: ['SET LOGGED', 'table', 'later sequence'],
  AT_SetNotNull: ['ALTER COLUMN ... SET NOT NULL', TABLES],
  AT_SetRelOptions: ['SET', 'table, view, materialized view, or index', 'view', 'materialized view', 'index'],
  AT_SetStatistics: [
    'ALTER COLUMN ... SET STATISTICS',
    'table, materialized view, index, partitioned index, or foreign table',
    'materialized view',
    'index',
  ],
  AT_SetStorage: ['ALTER COLUMN ... SET STORAGE', 'table, materialized view, or foreign table', 'materialized view'],
  AT_SetTableSpace: [
    'SET TABLESPACE',
    'table, materialized view, index, or partitioned index',
    'materialized view',
    'index',
  ],
  AT_SetUnLogged: ['SET UNLOGGED', 'table', 'later sequence'],
  AT_ValidateConstraint: ['VALIDATE CONSTRAINT', TABLES],
}
