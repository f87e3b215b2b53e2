import type { Session } from '../../src/database/session.ts'

/** The source of `src/sql/built-in-types.ts`, as a server of the newest version has it. */
export async function typesModule(session: Session): Promise<string> {
  const types = await session.query<TypeRow>(typesQuery)
  const ranges = await session.query<RangeRow>(rangesQuery)
  const casts = await session.query<CastRow>(implicitCastsQuery)
  const lines = [...new Set(types.map(({ category }) => category))].map((category) => {
    const rows = types.filter((each) => each.category === category)
    const names = rows.map(({ name, printed, preferred }) => `${name}=${printed}${preferred ? '!' : ''}`)
    return `  ${category}: ${quoted(names.join(' | '))},`
  })
  return `${HEADER}
/** The types of pg_catalog by category, each with the name that format_type prints; \`!\` where it is preferred. */
export const TYPES: Readonly<Record<string, string>> = {
${lines.join('\n')}
}

/** Range types: name, subtype, multirange. */
export const RANGES = ${quoted(ranges.map((each) => `${each.name} ${each.subtype} ${each.multirange}`).join(', '))}

/** To which other types values of a type are cast without being asked (pg_cast.castcontext = 'i'). */
export const IMPLICIT_CASTS: Readonly<Record<string, string>> = {
${casts.map(({ source, targets }) => `  ${source}: ${quoted(targets)},`).join('\n')}
}
`
}

/** The source of `src/sql/built-in-operators.ts`. */
export async function operatorsModule(session: Session): Promise<string> {
  const operators = await session.query<NamedForms>(operatorsQuery)
  return `${HEADER}
/** The operators of pg_catalog: after each name its forms, \`left right>result\`; a prefix operator has no left. */
export const OPERATORS = \`
${operators.map(({ name, forms }) => `${name}: ${forms}`.replaceAll(/[\\`$]/g, '\\$&')).join('\n')}
\`
`
}

/** The source of `src/sql/built-in-signatures.ts`. */
export async function signaturesModule(session: Session): Promise<string> {
  const functions = await session.query<NamedForms>(signaturesQuery)
  return `${HEADER}
/**
 * The functions, aggregates and window functions of pg_catalog: after each name its forms,
 * \`argument argument>result\`. \`/n\`: as many arguments at the end have defaults; \`+\`: the last
 * one is VARIADIC; \`*\`: a set is returned; \`{name type, …}\`: what it returns by OUT parameters.
 */
export const SIGNATURES = \`
${packed(functions.map(({ name, forms }) => `${name}: ${forms}`))}
\`
`
}

interface TypeRow {
  readonly name: string
  readonly printed: string
  readonly category: string
  readonly preferred: boolean
}

interface RangeRow {
  readonly name: string
  readonly subtype: string
  readonly multirange: string
}

interface CastRow {
  readonly source: string
  readonly targets: string
}

interface NamedForms {
  readonly name: string
  readonly forms: string
}

const HEADER = `// Made from a server of PostgreSQL 18 by: npx vitest run test/built-ins.test.ts -u
// biome-ignore-all format: it is made by a program
`

function quoted(text: string): string {
  return `'${text}'`
}

/** As many entries on a line as make it no file of a thousand lines. */
function packed(entries: readonly string[]): string {
  const lines: string[] = []
  for (const entry of entries) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + entry.length < 300) lines[lines.length - 1] = `${last} | ${entry}`
    else lines.push(entry)
  }
  return lines.join('\n')
}

const typesQuery = `
  select typname as name, format_type(oid, null) as printed, typcategory as category, typispreferred as preferred
  from pg_type
  where typnamespace = 'pg_catalog'::regnamespace and typtype in ('b', 'r', 'm') and typname !~ '^_'
    and typname !~ '^pg_(brin|ddl)'
  order by typcategory, typname collate "C"`

const rangesQuery = `
  select r.typname as name, s.typname as subtype, m.typname as multirange
  from pg_range join pg_type r on r.oid = rngtypid join pg_type s on s.oid = rngsubtype join pg_type m on m.oid = rngmultitypid
  where r.typnamespace = 'pg_catalog'::regnamespace
  order by r.typname collate "C"`

const implicitCastsQuery = `
  select s.typname as source, string_agg(t.typname, ' ' order by t.typname collate "C") as targets
  from pg_cast join pg_type s on s.oid = castsource join pg_type t on t.oid = casttarget
  where castcontext = 'i' and castsource <> casttarget and s.typnamespace = 'pg_catalog'::regnamespace
    and t.typnamespace = 'pg_catalog'::regnamespace and s.typname !~ '^pg_(ndist|depen|mcv|brin|node)'
  group by s.typname
  order by s.typname collate "C"`

const operatorsQuery = `
  select oprname as name, string_agg(
    concat_ws(' ', l.typname, r.typname) || '>' || t.typname, ', '
    order by l.typname collate "C" nulls first, r.typname collate "C") as forms
  from pg_operator left join pg_type l on l.oid = oprleft join pg_type r on r.oid = oprright join pg_type t on t.oid = oprresult
  where oprnamespace = 'pg_catalog'::regnamespace
  group by oprname
  order by oprname collate "C"`

/** Not what the server alone can call, what stands for an operator, nor functions on the server itself. */
const signaturesQuery = `
  select name, string_agg(arguments || case when is_variadic then '+' else '' end
    || case when defaults > 0 then '/' || defaults else '' end || '>' || case when is_set then '*' else '' end
    || coalesce('{' || outputs || '}', result), '; ' order by arguments collate "C", result collate "C") as forms
  from (
    select p.proname as name, p.provariadic <> 0 as is_variadic, p.pronargdefaults as defaults, p.proretset as is_set,
      r.typname as result,
      (select coalesce(string_agg(t.typname, ' ' order by place), '')
        from unnest(p.proargtypes) with ordinality as a (type, place) join pg_type t on t.oid = a.type) as arguments,
      (select string_agg(p.proargnames[place] || ' ' || t.typname, ', ' order by place)
        from unnest(p.proallargtypes, p.proargmodes) with ordinality as a (type, mode, place) join pg_type t on t.oid = a.type
        where mode in ('o', 'b', 't')) as outputs
    from pg_proc p join pg_type r on r.oid = p.prorettype
    where p.pronamespace = 'pg_catalog'::regnamespace and p.prokind <> 'p'
      and not p.proargtypes::oid[] && array['internal'::regtype, 'cstring'::regtype]::oid[]
      and p.prorettype not in ('internal'::regtype, 'trigger'::regtype, 'event_trigger'::regtype, 'cstring'::regtype)
      and r.typname !~ '_handler$'
      and (p.prokind = 'a' or p.proargtypes[0] = 'anycompatiblearray'::regtype or coalesce(obj_description(p.oid, 'pg_proc'), '') !~
        '^(implementation of|I/O|less-equal|aggregate|join selec|larger of|smaller of|window RANGE|float8 difference)|internal|support')
  ) functions
  where name !~ '^(pg_(stat|replication|ls_|logical|backup|get_(wal|aios|acl|backend|multixact|publ|replication|shm|loaded)|control|wal|restore|clear|sync|hba|ident|show|create|drop|copy|extension|event)|binary_upgrade|lo_|currtid|gin_|gist_|spg_)'
  group by name
  order by name collate "C"`
