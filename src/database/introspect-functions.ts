import type { Identifier, Name } from '../catalog/catalog.ts'
import { functionKey, onTableKey } from '../catalog/fold-objects.ts'
import { qualify } from '../catalog/names.ts'
import type { Func, Trigger } from '../catalog/objects.ts'
import type { TextReaders } from './introspect.ts'
import type { Session } from './session.ts'
import { schemaName, withFunctions, withRelations } from './system-catalog.ts'

/** Reads functions and procedures, not aggregates. */
export async function introspectFunctions(session: Session, readers: TextReaders): Promise<ReadonlyMap<Name, Func>> {
  const functions = new Map<Name, Func>()
  for (const row of await session.query<FunctionRow>(functionQuery)) {
    const { definition, schema, name, ...facts } = row
    const found = { ...facts, name: qualify(schema, name), assignsNew: assignsNew(row, readers) }
    functions.set(functionKey(found), found)
  }
  return functions
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

interface FunctionRow extends Omit<Func, 'assignsNew' | 'origin'> {
  readonly schema: Identifier
  readonly definition: string
}

const functionQuery = `${withFunctions}
  select f.schema, f.proname as name, f.arguments, case f.prokind when 'p' then 'procedure' else 'function' end as kind,
    case f.prokind when 'p' then 'void' else pg_get_function_result(f.oid) end as returns,
    l.lanname as language,
    case f.provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end as volatility,
    f.prosecdef as "securityDefiner", pg_get_functiondef(f.oid) as definition,
    exists (select from unnest(f.proconfig) as setting where setting like 'search\\_path=%') as "pinsSearchPath"
  from functions f join pg_language l on l.oid = f.prolang
  order by f.schema, f.proname, f.oid`

interface TriggerRow extends Omit<Trigger, 'arguments' | 'origin'> {
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
    encode(g.tgargs, 'hex') as arguments, g.tgnargs as "argumentCount", g.tgenabled in ('O', 'A') as enabled
  from relations t join pg_trigger g on g.tgrelid = t.oid join pg_proc p on p.oid = g.tgfoid
  where not g.tgisinternal and coalesce(to_jsonb(g) ->> 'tgparentid', '0') = '0'
  order by t.schema, t.relname, g.tgname`
