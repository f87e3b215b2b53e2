import type { Session } from '../../src/database/session.ts'

/** The source of `src/catalog/built-in-functions.ts`, as a server of the newest version has it. */
export async function functionsModule(session: Session): Promise<string> {
  for (const extension of EXTENSIONS) await session.run(`create extension if not exists "${extension}" cascade`)
  const builtIn = await session.query<{ readonly name: string }>(nonVolatileQuery('n.nspname = $1'), ['pg_catalog'])
  const contributed = await session.query<{ readonly name: string }>(nonVolatileQuery('n.nspname = $1'), ['public'])
  const changing = await session.query<{ readonly name: string }>(changingQuery)
  const triggers = await session.query<{ readonly name: string }>(triggerFunctionsQuery)
  return `${HEADER}
/** The functions of pg_catalog that give one value throughout a statement, in every form. */
export const NON_VOLATILE_FUNCTIONS: ReadonlySet<string> = new Set(
  \`
${wrapped(builtIn)}
  \`
    .trim()
    .split(/\\s+/),
)

/** The same of the extensions ${EXTENSIONS.join(', ')}. */
export const NON_VOLATILE_EXTENSION_FUNCTIONS: ReadonlySet<string> = new Set(
  \`
${wrapped(contributed)}
  \`
    .trim()
    .split(/\\s+/),
)

/** Functions of pg_catalog that are immutable in no form. */
export const CHANGING_FUNCTIONS: ReadonlySet<string> = new Set(
  \`
${wrapped(changing)}
  \`
    .trim()
    .split(/\\s+/),
)

/** Functions of pg_catalog that triggers may call. */
export const TRIGGER_FUNCTIONS: ReadonlySet<string> = new Set([
${triggers.map(({ name }) => `  '${name}',`).join('\n')}
])
`
}

/** The source of `src/catalog/built-in-casts.ts`. */
export async function castsModule(session: Session): Promise<string> {
  const casts = await session.query<{ readonly source: string; readonly targets: readonly string[] }>(castsQuery)
  const automatic = await session.query<{ readonly source: string; readonly targets: readonly string[] }>(
    automaticQuery,
  )
  const listed = (rows: typeof casts) =>
    rows.map(({ source, targets }) => `  [${quoted(source)}, [${targets.map(quoted).join(', ')}]],`)
  const lines = listed(casts)
  return `${HEADER}
/**
 * To which types values of a type are cast without a change of their bytes (pg_cast.castmethod = 'b').
 * Types of the extensions ${EXTENSIONS.join(', ')} are without their schema.
 */
export const BINARY_COERCIBLE: ReadonlyMap<string, readonly string[]> = new Map([
${lines.join('\n')}
])

/** The types of pg_catalog that have one value each, with those to which their values are cast where they are assigned. */
export const ASSIGNED_TYPES: ReadonlyMap<string, readonly string[]> = new Map([
${listed(automatic).join('\n')}
])
`
}

const HEADER = `// Made from a server of PostgreSQL 18 by: npx vitest run test/built-ins.test.ts -u
// biome-ignore-all format: it is made by a program
`

const EXTENSIONS = [
  'citext',
  'earthdistance',
  'hstore',
  'intarray',
  'ltree',
  'pg_trgm',
  'pgcrypto',
  'unaccent',
  'uuid-ossp',
]

function quoted(text: string): string {
  return `'${text}'`
}

function wrapped(rows: readonly { readonly name: string }[]): string {
  const lines: string[] = []
  let line = ' '
  for (const { name } of rows) {
    if (line.length + name.length >= 118) {
      lines.push(line)
      line = ' '
    }
    line += ` ${name}`
  }
  return [...lines, line].join('\n')
}

/** Not those of foreign keys, which the server alone makes triggers of. */
const triggerFunctionsQuery = `
  select proname as name from pg_proc
  where pronamespace = 'pg_catalog'::regnamespace and prorettype = 'trigger'::regtype and proname !~ '^RI_'
  order by proname collate "C"`

/** Functions that SQL can call by name and that nothing else stands for: no operators', types' or methods' own. */
function nonVolatileQuery(where: string): string {
  return `
    select p.proname as name
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where ${where} and p.prokind = 'f'
    group by p.proname
    having bool_and(p.provolatile <> 'v')
      and not bool_or(p.oid in (select oprcode from pg_operator))
      and not bool_or(p.prorettype in (
        'internal'::regtype, 'trigger'::regtype, 'event_trigger'::regtype, 'cstring'::regtype, 'language_handler'::regtype,
        'fdw_handler'::regtype, 'index_am_handler'::regtype, 'table_am_handler'::regtype, 'tsm_handler'::regtype))
      and not bool_or(p.proargtypes::oid[] && array['internal'::regtype, 'cstring'::regtype]::oid[])
      and not bool_or(p.oid in (select amproc from pg_amproc))
    order by p.proname collate "C"`
}

/** Functions whose value may change from one call to the next, or from one session to the next. */
const changingQuery = `
  select proname as name
  from pg_proc
  where pronamespace = 'pg_catalog'::regnamespace and prokind = 'f' and not proretset
    and prorettype not in ('void'::regtype, 'trigger'::regtype, 'event_trigger'::regtype, 'record'::regtype)
    and proname !~ '^(pg_|has_|lo_|binary_upgrade_|RI_)' and proname !~ '_?(in|out|send|recv)$'
  group by proname
  having bool_and(provolatile <> 'i')
  order by proname collate "C"`

const automaticQuery = `
  select format_type(t.oid, null) as source,
    coalesce(json_agg(format_type(c.casttarget, null) order by format_type(c.casttarget, null) collate "C")
      filter (where c.casttarget is not null), '[]') as targets
  from pg_type t left join pg_cast c on c.castsource = t.oid and c.casttarget <> t.oid and c.castcontext in ('i', 'a')
  where t.typnamespace = 'pg_catalog'::regnamespace and t.typtype = 'b' and t.typelem = 0 and t.oid < 16384
  group by t.oid
  order by format_type(t.oid, null) collate "C"`

const castsQuery = `
  select format_type(castsource, null) as source, json_agg(format_type(casttarget, null) order by format_type(casttarget, null) collate "C") as targets
  from pg_cast
  where castmethod = 'b'
  group by castsource
  order by format_type(castsource, null) collate "C"`
