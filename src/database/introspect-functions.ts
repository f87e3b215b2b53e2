import type { Identifier, Name } from '../catalog/catalog.ts'
import { functionKey, onTableKey } from '../catalog/fold-objects.ts'
import type { Func, Parameter } from '../catalog/functions.ts'
import { qualify } from '../catalog/names.ts'
import type { Trigger } from '../catalog/objects.ts'
import type { TextReaders } from './introspect.ts'
import type { Session } from './session.ts'
import { functionName, otherRole, schemaName, withFunctions, withRelations } from './system-catalog.ts'

/** Reads functions and procedures, not aggregates. */
export async function introspectFunctions(session: Session, readers: TextReaders): Promise<ReadonlyMap<Name, Func>> {
  const functions = new Map<Name, Func>()
  for (const row of await session.query<FunctionRow>(functionQuery)) {
    const found = functionOf(row, readers)
    functions.set(functionKey(found), found)
  }
  return functions
}

function functionOf(row: FunctionRow, readers: TextReaders): Func {
  const { definition, schema, name, parameters, settings, body, optional, ...facts } = row
  const given = Object.entries(optional).filter(([, value]) => value !== null)
  return {
    ...facts,
    ...(Object.fromEntries(given) as Optional),
    name: qualify(schema, name),
    parameters: parameters.map((each) => parameterOf(each, readers)),
    pinsSearchPath: settings?.search_path !== undefined,
    ...(settings === null ? {} : { settings }),
    body: body === null ? { parsed: true } : body,
    assignsNew: assignsNew(row, readers),
  }
}

function parameterOf({ name, mode, type, default: value }: ParameterRow, readers: TextReaders): Parameter {
  return {
    ...(name === null ? {} : { name }),
    mode,
    type,
    ...(value === null ? {} : { default: readers.expression(value) }),
  }
}

/** Reads triggers, each partition's copy of its parent's left out. */
export async function introspectTriggers(session: Session): Promise<ReadonlyMap<Name, Trigger>> {
  const triggers = new Map<Name, Trigger>()
  for (const row of await session.query<TriggerRow>(triggerQuery)) {
    const table = qualify(row.schema, row.table)
    triggers.set(onTableKey(table, row.name), {
      name: row.name,
      table,
      timing: row.timing,
      forEach: row.forEach,
      events: row.events,
      updateOf: row.updateOf,
      function: qualify(row.functionSchema, row.function),
      arguments: triggerArguments(row),
      enabled: row.enabled,
      ...(Object.fromEntries(Object.entries(row.optional).filter(([, value]) => value !== null)) as TriggerOptions),
      ...(row.references === null ? {} : { references: qualify(row.references.schema, row.references.name) }),
    })
  }
  return triggers
}

function assignsNew(row: FunctionRow, readers: TextReaders): Func['assignsNew'] {
  if (row.returns !== 'trigger') return []
  return row.language === 'plpgsql' ? readers.assignsNew(row.definition) : 'any'
}

/** Each argument ends with a NUL byte, and may be empty. */
function triggerArguments(row: TriggerRow): readonly string[] {
  return Buffer.from(row.arguments, 'hex').toString('utf8').split('\0').slice(0, row.argumentCount)
}

interface ParameterRow {
  readonly name: Identifier | null
  readonly mode: Parameter['mode']
  readonly type: string
  readonly default: string | null
}

type Optional = Pick<Func, 'window' | 'cost' | 'rows' | 'support' | 'owner' | 'transforms'>

interface FunctionRow
  extends Pick<
    Func,
    | 'kind'
    | 'arguments'
    | 'returns'
    | 'language'
    | 'volatility'
    | 'strict'
    | 'securityDefiner'
    | 'leakproof'
    | 'parallel'
  > {
  readonly name: Identifier
  readonly schema: Identifier
  readonly definition: string
  readonly parameters: readonly ParameterRow[]
  readonly settings: Readonly<Record<string, string>> | null
  /** Null where the server keeps parsed SQL. */
  readonly body: { readonly source: string; readonly symbol?: string } | null
  readonly optional: { readonly [K in keyof Optional]: Optional[K] | null }
}

const functionQuery = `${withFunctions}
  select f.schema, f.proname as name, f.arguments, case f.prokind when 'p' then 'procedure' else 'function' end as kind,
    case f.prokind when 'p' then 'void' else pg_get_function_result(f.oid) end as returns,
    l.lanname as language, pg_get_functiondef(f.oid) as definition,
    case f.provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end as volatility,
    f.proisstrict as strict, f.prosecdef as "securityDefiner", f.proleakproof as leakproof,
    case f.proparallel when 's' then 'safe' when 'r' then 'restricted' else 'unsafe' end as parallel,
    (
      select coalesce(json_agg(json_build_object(
        'name', nullif(f.proargnames[position], ''),
        'mode', case f.proargmodes[position] when 'o' then 'out' when 'b' then 'inout' when 'v' then 'variadic'
          when 't' then 'table' else 'in' end,
        'type', format_type(type, null),
        'default', pg_get_function_arg_default(f.oid, position::integer)
      ) order by position), '[]')
      from unnest(coalesce(f.proallargtypes, f.proargtypes::oid[])) with ordinality as argument (type, position)
    ) as parameters,
    (
      select json_object_agg(split_part(setting, '=', 1), substr(setting, strpos(setting, '=') + 1)
        order by split_part(setting, '=', 1))
      from unnest(f.proconfig) as setting
    ) as settings,
    case when to_jsonb(f) ->> 'prosqlbody' is not null then null
      when f.probin is not null then json_build_object('source', f.probin, 'symbol', f.prosrc)
      else json_build_object('source', f.prosrc) end as body,
    json_build_object(
      'window', case when f.prokind = 'w' then true end,
      'cost', case when f.procost <> case when l.lanname in ('c', 'internal') then 1 else 100 end then f.procost end,
      'rows', case when f.proretset and f.prorows <> 1000 then f.prorows end,
      'support', case when f.prosupport <> 0 then ${functionName('f.prosupport')} end,
      'transforms', (select json_agg(format_type(type, null)) from unnest(f.protrftypes) as type),
      'owner', ${otherRole('f.proowner')}
    ) as optional
  from functions f join pg_language l on l.oid = f.prolang
  order by f.schema, f.proname, f.oid`

type TriggerOptions = Pick<Trigger, 'fires' | 'constraint' | 'oldTable' | 'newTable'>

interface TriggerRow extends Omit<Trigger, 'arguments' | 'origin' | 'references' | keyof TriggerOptions> {
  readonly optional: { readonly [K in keyof TriggerOptions]: TriggerOptions[K] | null }
  readonly references: { readonly schema: Identifier; readonly name: Identifier } | null
  readonly schema: Identifier
  readonly functionSchema: Identifier
  readonly arguments: string
  readonly argumentCount: number
}

/**
 * The bits of tgtype are those of pg_trigger.h. Before PostgreSQL 15 a partition's copy of
 * its parent's trigger counts as internal; since 13 tgparentid tells it.
 */
const triggerQuery = `${withRelations}
  select t.schema, t.relname as table, g.tgname as name,
    case when g.tgtype & 2 <> 0 then 'before' when g.tgtype & 64 <> 0 then 'instead of' else 'after' end as timing,
    case when g.tgtype & 1 <> 0 then 'row' else 'statement' end as "forEach",
    (
      select json_agg(event order by event)
      from (values (4, 'insert'), (8, 'delete'), (16, 'update'), (32, 'truncate')) as events (bit, event)
      where g.tgtype & bit <> 0
    ) as events,
    (
      select coalesce(json_agg(a.attname order by position), '[]')
      from unnest(g.tgattr) with ordinality as element (number, position)
      join pg_attribute a on a.attrelid = g.tgrelid and a.attnum = element.number
    ) as "updateOf",
    ${schemaName('p.pronamespace')} as "functionSchema", p.proname as function,
    encode(g.tgargs, 'hex') as arguments, g.tgnargs as "argumentCount", g.tgenabled in ('O', 'A') as enabled,
    json_build_object(
      'fires', case g.tgenabled when 'R' then 'replica' when 'A' then 'always' end,
      'constraint', case when g.tgconstraint = 0 then null when not g.tgdeferrable then 'not deferrable'
        when g.tginitdeferred then 'initially deferred' else 'initially immediate' end,
      'oldTable', g.tgoldtable, 'newTable', g.tgnewtable
    ) as optional,
    (
      select json_build_object('schema', r.schema, 'name', r.relname) from relations r where r.oid = g.tgconstrrelid
    ) as references
  from relations t join pg_trigger g on g.tgrelid = t.oid join pg_proc p on p.oid = g.tgfoid
  where not g.tgisinternal and coalesce(to_jsonb(g) ->> 'tgparentid', '0') = '0'
  order by t.schema, t.relname, g.tgname`
