import type { Session } from '../../src/database/session.ts'

/** The source of `src/catalog/extension-contents.ts`, as a server of the newest version with all its extensions has it. */
export async function extensionsModule(session: Session): Promise<string> {
  const names = await session.query<{ readonly name: string }>('select name from pg_available_extensions order by name')
  for (const { name } of names) {
    // A language of which only the extension is installed cannot be made.
    await session.run(`create extension if not exists "${name}" cascade`).catch(() => undefined)
  }
  const rows = await session.query<ExtensionRow>(extensionsQuery)
  const entries = rows.map(({ name, ...parts }) => {
    const lines = Object.entries(parts).flatMap(([part, text]) =>
      text === null ? [] : [`    ${part}: ${literal(text)},`],
    )
    return `  '${name}': {${lines.length === 0 ? '' : `\n${lines.join('\n')}\n  `}},`
  })
  return `// Made from a server of PostgreSQL 18 by: npx vitest run test/built-ins.test.ts -u
// biome-ignore-all format: it is made by a program

import type { ExtensionContents } from './extensions.ts'

/** What the extensions make that come with PostgreSQL. Names with \`@\` are of an extension's own types. */
export const EXTENSION_CONTENTS: Readonly<Record<string, ExtensionContents>> = {
${entries.join('\n')}
}
`
}

type ExtensionRow = { readonly name: string } & Readonly<Record<string, string | null>>

function literal(text: string): string {
  return `'${text.replaceAll(/[\\']/g, '\\$&')}'`
}

const typeName = (oid: string) => `(select case when typnamespace = 'pg_catalog'::regnamespace then typname
  when typelem <> 0 and typname like '\\_%' then '_@' || substr(typname, 2) else '@' || typname end from pg_type where oid = ${oid})`

/** The members of an extension in a system catalog. */
const members = (catalog: string) =>
  `pg_depend d join ${catalog} x on d.classid = '${catalog}'::regclass and d.objid = x.oid and d.deptype = 'e' and d.refobjid = e.oid`

const extensionsQuery = `
  select e.extname as name,
    (select v.schema from pg_available_extension_versions v where v.name = e.extname and v.version = e.extversion) as schema,
    (select array_to_string(v.requires, ' ') from pg_available_extension_versions v
      where v.name = e.extname and v.version = e.extversion) as requires,
    (select string_agg(x.typname || ' ' || x.typcategory::text || case when x.typispreferred then '!' else '' end
        || case when x.typcollation <> 0 then ' collated' else '' end, ' | ' order by x.typname collate "C")
      from ${members('pg_type')} where x.typtype = 'b' and x.typelem = 0) as types,
    (select string_agg(x.typname || ' ' || ${typeName('x.typbasetype')}, ' | ' order by x.typname collate "C")
      from ${members('pg_type')} where x.typtype = 'd') as domains,
    (select string_agg(${typeName('x.castsource')} || ' ' || ${typeName('x.casttarget')}, ' | '
        order by x.castsource::regtype::text collate "C", x.casttarget::regtype::text collate "C")
      from ${members('pg_cast')} where x.castcontext = 'i') as casts,
    (select string_agg(x.opcname || ' ' || amname || case when x.opcdefault then '! ' || format_type(x.opcintype, null) else '' end, ' | '
        order by x.opcname collate "C", amname collate "C")
      from ${members('pg_opclass')} join pg_am m on m.oid = x.opcmethod) as classes,
    (select string_agg(x.fdwname, ' | ') from ${members('pg_foreign_data_wrapper')}) as wrappers,
    (select string_agg(x.amname, ' | ' order by x.amname collate "C") from ${members('pg_am')}) as methods,
    (select string_agg(x.relname || ': ' || (
        select string_agg(attname || ' ' || ${typeName('atttypid')}, ', ' order by attnum)
        from pg_attribute a where a.attrelid = x.oid and attnum > 0 and not attisdropped
      ), ' | ' order by x.relname collate "C")
      from ${members('pg_class')} where x.relkind in ('r', 'v', 'm')) as relations,
    (select string_agg(name || ': ' || forms, ' | ' order by name collate "C") from (
      select x.oprname as name, string_agg(concat_ws(' ', case when x.oprleft <> 0 then ${typeName('x.oprleft')} end,
        ${typeName('x.oprright')}) || '>' || ${typeName('x.oprresult')}, ', '
        order by x.oprleft::regtype::text collate "C", x.oprright::regtype::text collate "C") as forms
      from ${members('pg_operator')} group by x.oprname) operators) as operators,
    (select string_agg(name || ': ' || forms, ' | ' order by name collate "C") from (
      select x.proname as name, string_agg(
        (select coalesce(string_agg(${typeName('a.type')}, ' ' order by place), '')
          from unnest(x.proargtypes) with ordinality as a (type, place))
        || case when x.provariadic <> 0 then '+' else '' end
        || case when x.pronargdefaults > 0 then '/' || x.pronargdefaults else '' end
        || '>' || case when x.proretset then '*' else '' end
        || coalesce('{' || (select string_agg(x.proargnames[place] || ' ' || ${typeName('a.type')}, ', ' order by place)
          from unnest(x.proallargtypes, x.proargmodes) with ordinality as a (type, mode, place)
          where mode in ('o', 'b', 't')) || '}', ${typeName('x.prorettype')}), '; ' order by x.oid::regprocedure::text collate "C")
        as forms
      from ${members('pg_proc')}
      where x.prokind in ('f', 'a', 'w') and not x.proargtypes::oid[] && array['internal'::regtype, 'cstring'::regtype]::oid[]
        and x.prorettype not in ('internal'::regtype, 'cstring'::regtype, 'event_trigger'::regtype, 'language_handler'::regtype,
          'index_am_handler'::regtype, 'tsm_handler'::regtype)
        and x.oid not in (select oprcode from pg_operator) and x.oid not in (select amproc from pg_amproc)
        and x.oid not in (select aggtransfn from pg_aggregate)
      group by x.proname) functions) as functions
  from pg_extension e
  order by e.extname`
