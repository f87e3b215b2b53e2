import type { Catalog, Identifier, Name } from '../catalog/catalog.ts'
import { qualify } from '../catalog/names.ts'
import type { Domain, Enum, OtherType } from '../catalog/objects.ts'
import type { Session } from './session.ts'
import { withTypes } from './system-catalog.ts'

/** Reads enums, domains, composite and range types. */
export async function introspectTypes(session: Session): Promise<Pick<Catalog, 'enums' | 'domains' | 'types'>> {
  const enums = new Map<Name, Enum>()
  const domains = new Map<Name, Domain>()
  const types = new Map<Name, OtherType>()
  for (const row of await session.query<TypeRow>(typeQuery)) {
    const name = qualify(row.schema, row.name)
    switch (row.kind) {
      case 'e':
        enums.set(name, { name, labels: row.labels })
        break
      case 'd':
        domains.set(name, { name, type: row.base, nullable: row.nullable, checks: row.checks })
        break
      case 'c':
      case 'r':
        types.set(name, { name, kind: row.kind === 'c' ? 'composite' : 'range' })
    }
  }
  return { enums, domains, types }
}

type TypeRow = { readonly schema: Identifier; readonly name: Identifier } & (
  | { readonly kind: 'e'; readonly labels: readonly string[] }
  | {
      readonly kind: 'd'
      readonly base: string
      readonly nullable: boolean
      readonly checks: readonly { readonly name: Identifier; readonly validated: boolean }[]
    }
  | { readonly kind: 'c' | 'r' }
)

const typeQuery = `${withTypes}
  select t.schema, t.typname as name, t.typtype::text as kind,
    case when t.typtype = 'd' then format_type(t.typbasetype, t.typtypmod) end as base, not t.typnotnull as nullable,
    (
      select coalesce(json_agg(e.enumlabel order by e.enumsortorder), '[]') from pg_enum e where e.enumtypid = t.oid
    ) as labels,
    (
      select coalesce(json_agg(json_build_object('name', k.conname, 'validated', k.convalidated) order by k.conname), '[]')
      from pg_constraint k where k.contypid = t.oid and k.contype = 'c'
    ) as checks
  from types t
  order by t.schema, t.typname`
