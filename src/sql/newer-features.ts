import type { ActionOf } from '../catalog/action.ts'
import type { Node } from './parser.ts'
import { clauseSpan, type Reading, stringsOf } from './reading.ts'

/**
 * What a statement uses that the targeted version does not have: the grammar is that of the
 * newest. Each feature is told once a statement, at the clause that uses it.
 */
export function newerFeatures(reading: Reading, tag: string, node: Node): readonly ActionOf<'needVersion'>[] {
  if (reading.postgres >= NEWEST) return []
  const found = new Map<string, ActionOf<'needVersion'>>()
  const visit = (tagOf: string, each: Node, isDomain: boolean) => {
    for (const { feature, since } of featuresOf(tagOf, each, isDomain, reading)) {
      const span = clauseSpan(reading, typeof each.location === 'number' ? each.location : undefined)
      if (since > reading.postgres && !found.has(feature))
        found.set(feature, { kind: 'needVersion', span, feature, since })
    }
    for (const [key, value] of Object.entries(each)) walk(key, value, isDomain)
  }
  const walk = (key: string, value: unknown, isDomain: boolean): void => {
    if (typeof value !== 'object' || value === null) return
    if (Array.isArray(value)) for (const element of value) walk('', element, isDomain)
    else visit(key, value, isDomain)
  }
  visit(tag, node, tag === 'CreateDomainStmt' || tag === 'AlterDomainStmt')
  return [...found.values()]
}

const NEWEST = 18

interface Feature {
  readonly feature: string
  readonly since: number
}

function featuresOf(tag: string, node: Node, isDomain: boolean, reading: Reading): readonly Feature[] {
  switch (tag) {
    case 'Constraint':
      return constraintFeatures(node, isDomain)
    case 'AlterTableCmd':
      return commandFeatures(node)
    case 'FuncCall':
      return functionFeatures(node, reading)
    case 'TypeName':
    case 'typeName':
      return /multirange$/.test(stringsOf(node.names).at(-1) ?? '') ? [{ feature: 'multirange types', since: 14 }] : []
    case 'AccessPriv':
      return node.priv_name === 'maintain' ? [{ feature: 'the privilege MAINTAIN', since: 17 }] : []
    default:
      return (FORMS.get(tag) ?? []).filter((form) => form.holds(node))
  }
}

/** Nodes of one kind, and what of them is new. */
const FORMS: ReadonlyMap<string, readonly Form[]> = new Map(
  Object.entries<readonly Form[]>({
    IndexStmt: [{ feature: 'NULLS NOT DISTINCT', since: 15, holds: (node) => node.nulls_not_distinct === true }],
    ATAlterConstraint: [
      { feature: 'ALTER CONSTRAINT … ENFORCED', since: 18, holds: (node) => node.alterEnforceability === true },
    ],
    CreateTrigStmt: [{ feature: 'CREATE OR REPLACE TRIGGER', since: 14, holds: (node) => node.replace === true }],
    CreateFunctionStmt: [
      { feature: 'a function body in standard SQL', since: 14, holds: (node) => node.sql_body !== undefined },
    ],
    CreateStatsStmt: [
      {
        feature: 'statistics on expressions',
        since: 14,
        holds: (node) => (node.exprs ?? []).some((each: Node) => each.StatsElem?.expr !== undefined),
      },
    ],
    ColumnDef: [
      { feature: 'COMPRESSION', since: 14, holds: (node) => node.compression !== undefined },
      { feature: 'STORAGE in a column definition', since: 16, holds: (node) => node.storage_name !== undefined },
    ],
    MergeStmt: [
      { feature: 'MERGE', since: 15, holds: () => true },
      {
        feature: 'MERGE … RETURNING',
        since: 17,
        holds: (node) => node.returningList !== undefined || node.returningClause !== undefined,
      },
    ],
    ViewStmt: [
      {
        feature: 'security_invoker',
        since: 15,
        holds: (node) => (node.options ?? []).some((each: Node) => each.DefElem?.defname === 'security_invoker'),
      },
    ],
    PublicationObjSpec: [
      {
        feature: 'TABLES IN SCHEMA',
        since: 15,
        holds: (node) => String(node.pubobjtype).startsWith('PUBLICATIONOBJ_TABLES_IN'),
      },
      {
        feature: 'a row filter or column list of a publication',
        since: 15,
        holds: ({ pubtable }) => pubtable?.whereClause !== undefined || pubtable?.columns !== undefined,
      },
    ],
    JsonTable: [{ feature: 'JSON_TABLE', since: 17, holds: () => true }],
    JsonIsPredicate: [{ feature: 'IS JSON', since: 16, holds: () => true }],
    ...everyNode(16, {
      JsonObjectConstructor: 'JSON_OBJECT in standard SQL',
      JsonArrayConstructor: 'JSON_ARRAY in standard SQL',
      JsonArrayQueryConstructor: 'JSON_ARRAY in standard SQL',
      JsonObjectAgg: 'JSON_OBJECTAGG',
      JsonArrayAgg: 'JSON_ARRAYAGG',
    }),
    ...everyNode(17, {
      JsonFuncExpr: 'JSON_EXISTS, JSON_QUERY or JSON_VALUE',
      JsonParseExpr: 'JSON()',
      JsonScalarExpr: 'JSON_SCALAR',
      JsonSerializeExpr: 'JSON_SERIALIZE',
    }),
    AlterDefaultPrivilegesStmt: [
      {
        feature: 'default privileges on large objects',
        since: 18,
        holds: (node) => node.action?.objtype === 'OBJECT_LARGEOBJECT',
      },
    ],
    VariableSetStmt: [
      { feature: 'transaction_timeout', since: 17, holds: (node) => node.name === 'transaction_timeout' },
    ],
  }),
)

/** What a version brought whatever is said in it, by the grammar's node. */
function everyNode(
  since: number,
  features: Readonly<Record<string, string>>,
): Readonly<Record<string, readonly Form[]>> {
  return Object.fromEntries(
    Object.entries(features).map(([node, feature]) => [node, [{ feature, since, holds: () => true }]]),
  )
}

interface Form extends Feature {
  holds(node: Node): boolean
}

function constraintFeatures(node: Node, isDomain: boolean): readonly Feature[] {
  const { contype } = node
  const features: Feature[] = []
  if (node.nulls_not_distinct === true) features.push({ feature: 'NULLS NOT DISTINCT', since: 15 })
  if (node.fk_del_set_cols !== undefined) features.push({ feature: 'ON DELETE SET … (columns)', since: 15 })
  if (contype === 'CONSTR_GENERATED' && node.generated_kind === 'v')
    features.push({ feature: 'a virtual generated column', since: 18 })
  if (node.without_overlaps === true || node.fk_with_period === true)
    features.push({ feature: 'WITHOUT OVERLAPS and PERIOD', since: 18 })
  if (isDomain) return features
  if (contype === 'CONSTR_NOTNULL' && node.keys !== undefined)
    features.push({ feature: 'NOT NULL as a table constraint', since: 18 })
  const isUnenforced = (contype === 'CONSTR_CHECK' || contype === 'CONSTR_FOREIGN') && node.is_enforced !== true
  if (isUnenforced || contype === 'CONSTR_ATTR_NOT_ENFORCED' || contype === 'CONSTR_ATTR_ENFORCED')
    features.push({ feature: 'ENFORCED and NOT ENFORCED', since: 18 })
  return features
}

function commandFeatures(node: Node): readonly Feature[] {
  const known = COMMANDS[node.subtype]
  const isConcurrent = node.subtype === 'AT_DetachPartition' && node.def?.PartitionCmd?.concurrent === true
  if (isConcurrent) return [{ feature: 'DETACH PARTITION … CONCURRENTLY', since: 14 }]
  return known === undefined ? [] : [known]
}

const COMMANDS: Readonly<Record<string, Feature>> = {
  AT_SetExpression: { feature: 'SET EXPRESSION', since: 17 },
  AT_DropExpression: { feature: 'DROP EXPRESSION', since: 13 },
  AT_DetachPartitionFinalize: { feature: 'DETACH PARTITION … FINALIZE', since: 14 },
  AT_SetAccessMethod: { feature: 'SET ACCESS METHOD', since: 15 },
  AT_SetCompression: { feature: 'SET COMPRESSION', since: 14 },
}

/** A function that the migrations or an extension may have made is not the server's. */
function functionFeatures(node: Node, { before }: Reading): readonly Feature[] {
  const parts = stringsOf(node.funcname)
  const name = parts.at(-1) ?? ''
  const since = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined
  if (since === undefined || (parts.length > 1 && parts[0] !== 'pg_catalog')) return []
  const isOwn = [...before.functions.values()].some((each) => each.name.endsWith(`.${name}`))
  const hasExtensions = [...before.extensions.keys()].some((each) => each !== 'plpgsql')
  if (isOwn || (hasExtensions && parts.length === 1 && FROM_EXTENSIONS.has(name))) return []
  return [{ feature: `${name}()`, since }]
}

/** Functions of pg_catalog by the version that brought them (release notes, each tried on servers). */
const FUNCTIONS: Readonly<Record<string, number>> = {
  gen_random_uuid: 13,
  date_bin: 14,
  string_to_table: 14,
  trim_array: 14,
  unistr: 14,
  bit_count: 14,
  range_agg: 14,
  regexp_like: 15,
  regexp_count: 15,
  random_normal: 16,
  any_value: 16,
  array_shuffle: 16,
  array_sample: 16,
  to_bin: 17,
  to_oct: 17,
  uuid_extract_timestamp: 17,
  uuidv7: 18,
  uuidv4: 18,
  casefold: 18,
  array_sort: 18,
  array_reverse: 18,
  crc32: 18,
}

/** Of those, what extensions and polyfills bring to older servers. */
const FROM_EXTENSIONS: ReadonlySet<string> = new Set(['gen_random_uuid', 'uuidv7', 'uuidv4', 'array_sort'])
