import { TRIGGER_FUNCTIONS } from './catalog/built-in-functions.ts'
import type { Catalog } from './catalog/catalog.ts'
import { partsOf } from './catalog/names.ts'
import { KINDS_IN_SCHEMAS, type OtherIdentity } from './catalog/other-objects.ts'
import type { Refusal } from './catalog/refusal.ts'
import { relationNames, typeNames } from './catalog/refusal-of-names.ts'

/** Whether an object that the catalog has not got may well be there: a server, a platform or an extension may have brought it. */
export function isFromElsewhere({ what, subject, other }: Refusal, catalog: Catalog): boolean {
  if (other !== undefined) return isOtherFromElsewhere(other, catalog)
  const { schema, name } = partsOf(subject)
  if (schema === '' || schema === 'pg_temp' || !catalog.schemas.has(schema)) return true
  if (name.startsWith('pg_') || name.startsWith('_')) return true
  const isBringing = [...catalog.extensions.keys()].some((each) => !BRINGS_FUNCTIONS_ALONE.has(each))
  // Where sessions look for names may be set outside of the migrations.
  const isElsewhere = (names: readonly string[]) =>
    names.some((each) => partsOf(each).name === name && partsOf(each).schema !== schema)
  switch (what) {
    case 'relation':
      return isBringing || isElsewhere(relationNames(catalog))
    case 'type':
      return isBringing || OF_EXTENSIONS.has(name) || isElsewhere(typeNames(catalog))
    case 'function':
      return (
        catalog.extensions.size > 1 ||
        TRIGGER_FUNCTIONS.has(name) ||
        isElsewhere([...catalog.functions.values()].map((each) => each.name))
      )
    case 'schema':
    case 'role':
    case 'extension':
    case 'part':
    case 'other':
      return true
  }
}

/** What has no schema may have been made by whoever set the database up; most of what has one comes with extensions, too. */
function isOtherFromElsewhere({ kind, name }: OtherIdentity, catalog: Catalog): boolean {
  if (!KINDS_IN_SCHEMAS.has(kind) || !catalog.schemas.has(partsOf(name).schema)) return true
  return kind !== 'statistics' && catalog.extensions.size > 1
}

/** Extensions that come with PostgreSQL and make neither relations nor types for others to use. */
const BRINGS_FUNCTIONS_ALONE: ReadonlySet<string> = new Set(
  'plpgsql pgcrypto uuid-ossp pg_trgm btree_gin btree_gist unaccent fuzzystrmatch moddatetime intarray tablefunc citext hstore ltree'.split(
    ' ',
  ),
)

/** Types of extensions that people have installed by whoever may. */
const OF_EXTENSIONS: ReadonlySet<string> = new Set(
  'citext hstore ghstore ltree lquery ltxtquery cube seg vector halfvec sparsevec geometry geography box2d box3d raster semver'.split(
    ' ',
  ),
)
