import type { Catalog, Identifier, Name } from '../catalog/catalog.ts'
import { qualify } from '../catalog/names.ts'
import type { Attribute, Domain, DomainConstraint, Enum, OtherType, RangeType } from '../catalog/user-types.ts'
import type { TextReaders } from './introspect.ts'
import type { Session } from './session.ts'
import { collationName, functionName, otherRole, withTypes } from './system-catalog.ts'

/** Reads enums, domains, composite, range and base types. */
export async function introspectTypes(
  session: Session,
  readers: TextReaders,
): Promise<Pick<Catalog, 'enums' | 'domains' | 'types'>> {
  const enums = new Map<Name, Enum>()
  const domains = new Map<Name, Domain>()
  const types = new Map<Name, OtherType>()
  for (const row of await session.query<TypeRow>(typeQuery)) {
    const base = { name: qualify(row.schema, row.name), ...present({ owner: row.owner }) }
    switch (row.kind) {
      case 'e':
        enums.set(base.name, { ...base, labels: row.labels })
        break
      case 'd':
        domains.set(base.name, { ...base, ...domainOf(row, readers) })
        break
      case 'c':
        types.set(base.name, { ...base, kind: 'composite', attributes: row.attributes.map(present) })
        break
      case 'r':
        types.set(base.name, { ...base, kind: 'range', ...rangeOf(row) })
        break
      case 'b':
        types.set(base.name, { ...base, kind: row.defined ? 'base' : 'shell' })
    }
  }
  return { enums, domains, types }
}

function domainOf(row: DomainRow, readers: TextReaders): Omit<Domain, 'name' | 'owner'> {
  return {
    type: row.base,
    nullable: row.nullable,
    ...present({ collation: row.collation, notNullName: row.notNullName }),
    ...(row.default === null ? {} : { default: readers.expression(row.default) }),
    checks: row.checks.map(
      ({ name, validated, text }): DomainConstraint => ({ name, validated, expression: readers.expression(text) }),
    ),
  }
}

function rangeOf(row: RangeRow): Omit<RangeType, 'name' | 'owner' | 'kind'> {
  const { subtype, multirange, operatorClass, collation, canonical, subtypeDifference } = row
  return { subtype, multirange, ...present({ operatorClass, collation, canonical, subtypeDifference }) }
}

/** The object without what the server has nothing to say about. */
function present<T extends object>(object: T): { [K in keyof T]: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null)) as never
}

interface DomainRow {
  readonly kind: 'd'
  readonly base: string
  readonly nullable: boolean
  readonly collation: Name | null
  readonly notNullName: Identifier | null
  readonly default: string | null
  readonly checks: readonly { readonly name: Identifier; readonly validated: boolean; readonly text: string }[]
}

interface RangeRow {
  readonly kind: 'r'
  readonly subtype: string
  readonly multirange: Name
  readonly operatorClass: Name | null
  readonly collation: Name | null
  readonly canonical: Name | null
  readonly subtypeDifference: Name | null
}

type TypeRow = { readonly schema: Identifier; readonly name: Identifier; readonly owner: Identifier | null } & (
  | { readonly kind: 'e'; readonly labels: readonly string[] }
  | DomainRow
  | { readonly kind: 'c'; readonly attributes: readonly Attribute[] }
  | RangeRow
  | { readonly kind: 'b'; readonly defined: boolean }
)

const typeQuery = `${withTypes}
  select t.schema, t.typname as name, case t.typtype when 'p' then 'b' else t.typtype::text end as kind,
    ${otherRole('t.typowner')} as owner, t.typisdefined as defined,
    case when t.typtype = 'd' then format_type(t.typbasetype, t.typtypmod) end as base, not t.typnotnull as nullable,
    case when t.typtype = 'd' and t.typcollation <> base.typcollation then ${collationName('t.typcollation')}
      when t.typtype = 'r' and r.rngcollation <> subtype.typcollation then ${collationName('r.rngcollation')} end as collation,
    (select conname from pg_constraint k where k.contypid = t.oid and k.contype = 'n') as "notNullName",
    pg_get_expr(t.typdefaultbin, 0) as default,
    (
      select coalesce(json_agg(e.enumlabel order by e.enumsortorder), '[]') from pg_enum e where e.enumtypid = t.oid
    ) as labels,
    (
      select coalesce(json_agg(json_build_object('name', k.conname, 'validated', k.convalidated,
        'text', pg_get_expr(k.conbin, 0)) order by k.conname collate "C"), '[]')
      from pg_constraint k where k.contypid = t.oid and k.contype = 'c'
    ) as checks,
    (
      select coalesce(json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
        'collation', case when a.attcollation <> own.typcollation then ${collationName('a.attcollation')} end)
        order by a.attnum), '[]')
      from pg_attribute a join pg_type own on own.oid = a.atttypid
      where t.typtype = 'c' and a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped
    ) as attributes,
    format_type(r.rngsubtype, null) as subtype, format_type((to_jsonb(r) ->> 'rngmultitypid')::oid, null) as multirange,
    case when not c.opcdefault then case when n.nspname = 'pg_catalog' then quote_ident(opcname)
      else quote_ident(n.nspname) || '.' || quote_ident(opcname) end end as "operatorClass",
    ${functionName('r.rngcanonical')} as canonical, ${functionName('r.rngsubdiff')} as "subtypeDifference"
  from types t left join pg_type base on base.oid = t.typbasetype left join pg_range r on r.rngtypid = t.oid
    left join pg_type subtype on subtype.oid = r.rngsubtype left join pg_opclass c on c.oid = r.rngsubopc
    left join pg_namespace n on n.oid = c.opcnamespace
  order by t.schema, t.typname`
