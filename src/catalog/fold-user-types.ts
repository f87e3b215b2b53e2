import type { ActionOf } from './action.ts'
import type { Catalog, Name } from './catalog.ts'
import { omit, ownerAndComment } from './edit-catalog.ts'
import { chooseConstraintName } from './generated-names.ts'
import { renameLabelInDefaults } from './literal-defaults.ts'
import { partsOf } from './names.ts'
import type { DomainAlteration, DomainCheck, TypeAlteration } from './object-actions.ts'
import { withEntry } from './persistent-map.ts'
import type { CompositeType, Domain } from './user-types.ts'

/** Adds a label to an enum where the statement says: last, or beside another label. */
export function addEnumValue(catalog: Catalog, action: ActionOf<'addEnumValue'>): Catalog {
  const known = catalog.enums.get(action.enum)
  if (known === undefined || known.labels.includes(action.label)) return catalog
  const labels = [...known.labels]
  const beside = action.neighbour === undefined ? -1 : labels.indexOf(action.neighbour.label)
  const position = beside < 0 ? labels.length : beside + (action.neighbour?.after === true ? 1 : 0)
  labels.splice(position, 0, action.label)
  return { ...catalog, enums: withEntry(catalog.enums, action.enum, { ...known, labels }) }
}

/** Renames a label of an enum. */
export function renameEnumValue(catalog: Catalog, action: ActionOf<'renameEnumValue'>): Catalog {
  const known = catalog.enums.get(action.enum)
  if (known === undefined) return catalog
  const labels = known.labels.map((label) => (label === action.from ? action.to : label))
  const result = { ...catalog, enums: withEntry(catalog.enums, action.enum, { ...known, labels }) }
  return renameLabelInDefaults(result, action.enum, action.from, action.to)
}

/** Adds a domain and names its constraints. */
export function createDomain(catalog: Catalog, action: ActionOf<'createDomain'>, postgres: number): Catalog {
  const { notNullName, ...domain } = action.domain
  let result = withDomain(catalog, { ...domain, ...ownerAndComment(catalog), checks: [], origin: action.span })
  if (!domain.nullable) result = setNotNull(result, domain.name, notNullName, postgres)
  for (const check of action.checks) result = addDomainCheck(result, action.domain.name, check)
  return result
}

/** Changes a domain as one form of ALTER DOMAIN says. */
export function alterDomain(catalog: Catalog, name: Name, alteration: DomainAlteration, postgres: number): Catalog {
  const domain = catalog.domains.get(name)
  if (domain === undefined) return catalog
  const checks = (change: (list: Domain['checks']) => Domain['checks']) =>
    withDomain(catalog, { ...domain, checks: sorted(change(domain.checks)) })
  switch (alteration.form) {
    case 'addCheck':
      return addDomainCheck(catalog, name, alteration.check)
    case 'dropConstraint':
      if (domain.notNullName === alteration.name)
        return withDomain(catalog, { ...omit(domain, 'notNullName'), nullable: true })
      return checks((list) => list.filter((check) => check.name !== alteration.name))
    case 'validateConstraint':
      return checks((list) =>
        list.map((check) => (check.name === alteration.name ? { ...check, validated: true } : check)),
      )
    case 'renameConstraint':
      if (domain.notNullName === alteration.from) return withDomain(catalog, { ...domain, notNullName: alteration.to })
      return checks((list) =>
        list.map((check) => (check.name === alteration.from ? { ...check, name: alteration.to } : check)),
      )
    case 'setNullable':
      if (alteration.nullable) return withDomain(catalog, { ...omit(domain, 'notNullName'), nullable: true })
      return domain.nullable ? setNotNull(catalog, name, alteration.name, postgres) : catalog
    case 'setDefault': {
      const { default: value } = alteration
      return withDomain(catalog, { ...omit(domain, 'default'), ...(value === undefined ? {} : { default: value }) })
    }
  }
}

/** Changes a composite or base type as one form of ALTER TYPE says. */
export function alterType(catalog: Catalog, name: Name, alteration: TypeAlteration): Catalog {
  const known = catalog.types.get(name)
  if (known === undefined) return catalog
  if (alteration.form === 'setParts') {
    if (known.kind !== 'base') return catalog
    const changed = { ...known, parts: { ...known.parts, ...alteration.parts } }
    return { ...catalog, types: withEntry(catalog.types, name, changed) }
  }
  if (known.kind !== 'composite') return catalog
  const attributes = attributesAfter(known, alteration)
  return { ...catalog, types: withEntry(catalog.types, name, { ...known, attributes }) }
}

function attributesAfter(
  type: CompositeType,
  alteration: Exclude<TypeAlteration, { form: 'setParts' }>,
): CompositeType['attributes'] {
  const { attributes } = type
  switch (alteration.form) {
    case 'addAttribute':
      return [...attributes, alteration.attribute]
    case 'dropAttribute':
      return attributes.filter(({ name }) => name !== alteration.name)
    case 'renameAttribute':
      return attributes.map((each) => (each.name === alteration.from ? { ...each, name: alteration.to } : each))
    case 'setAttributeType': {
      const { name } = alteration.attribute
      return attributes.map((each) =>
        each.name === name ? { ...omit(each, 'collation'), ...alteration.attribute } : each,
      )
    }
  }
}

/** Since PostgreSQL 17 the NOT NULL of a domain is a constraint with a name. */
function setNotNull(catalog: Catalog, name: Name, given: string | undefined, postgres: number): Catalog {
  const domain = catalog.domains.get(name)
  if (domain === undefined) return catalog
  if (postgres < 17) return withDomain(catalog, { ...domain, nullable: false })
  const { schema, name: table } = partsOf(name)
  const notNullName = given ?? chooseConstraintName(catalog, schema, { table, label: 'not_null' })
  return withDomain(catalog, { ...domain, nullable: false, notNullName })
}

function addDomainCheck(catalog: Catalog, name: Name, check: DomainCheck): Catalog {
  const domain = catalog.domains.get(name)
  if (domain === undefined) return catalog
  const { schema, name: table } = partsOf(name)
  const checkName = check.name ?? chooseConstraintName(catalog, schema, { table, label: 'check' })
  const added = { name: checkName, validated: !check.notValid, expression: check.expression }
  return withDomain(catalog, { ...domain, checks: sorted([...domain.checks, added]) })
}

/** The server evaluates the checks of a domain in the order of their names. */
function sorted(checks: Domain['checks']): Domain['checks'] {
  return checks.toSorted((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)))
}

function withDomain(catalog: Catalog, domain: Domain): Catalog {
  return { ...catalog, domains: withEntry(catalog.domains, domain.name, domain) }
}
