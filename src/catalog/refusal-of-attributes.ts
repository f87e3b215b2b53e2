import type { ActionOf } from './action.ts'
import type { Catalog, Identifier, Name } from './catalog.ts'
import { relationExists } from './generated-names.ts'
import { tablesOfType } from './lookups.ts'
import { partsOf } from './names.ts'
import { existing, missingObject, missingPart, needed, type Refusal, spoken } from './refusal.ts'
import { typeExists, typeMissing, typeNames } from './refusal-of-names.ts'

/** Why the server would refuse to change the attributes of a composite type. */
export function refusalOfAlteredType(action: ActionOf<'alterType'>, before: Catalog): Refusal | undefined {
  const { type, alteration, cascade } = action
  if (alteration.form === 'setParts') return undefined
  const known = before.types.get(type)
  if (known === undefined)
    return typeExists(before, type) || relationExists(before, type) ? undefined : missing(before, type)
  if (known.kind !== 'composite') return undefined
  const said = `cannot alter type "${partsOf(type).name}" because`
  if (!cascade && tablesOfType(before, type).length > 0)
    return needed('type', type, `${said} it is the type of a typed table`)
  const attributes = known.attributes.map((each) => each.name)
  const refused = ofAttributes(before, type, alteration, attributes)
  if (refused !== undefined || alteration.form !== 'setAttributeType') return refused
  const user = columnOfType(before, type)
  return user === undefined ? undefined : needed('type', type, `${said} column "${user}" uses it`, '0A000')
}

function missing(catalog: Catalog, type: Name): Refusal {
  return missingObject('type', type, `relation "${spoken(catalog, type)}" does not exist`, '42P01', typeNames(catalog))
}

function ofAttributes(
  catalog: Catalog,
  type: Name,
  alteration: ActionOf<'alterType'>['alteration'],
  attributes: readonly Identifier[],
): Refusal | undefined {
  const of = `of relation "${partsOf(type).name}"`
  const absent = (name: Identifier, words: string) =>
    attributes.includes(name) ? undefined : missingPart(type, name, `column "${name}" ${words}`, '42703', attributes)
  const taken = (name: Identifier) =>
    attributes.includes(name)
      ? existing('part', `${type}.${name}`, `column "${name}" ${of} already exists`, '42701', type)
      : undefined
  switch (alteration.form) {
    case 'addAttribute':
      return taken(alteration.attribute.name) ?? typeMissing(catalog, alteration.attribute.type)
    case 'dropAttribute':
      return absent(alteration.name, `${of} does not exist`)
    case 'renameAttribute':
      return absent(alteration.from, 'does not exist') ?? taken(alteration.to)
    case 'setAttributeType':
      return (
        absent(alteration.attribute.name, `${of} does not exist`) ?? typeMissing(catalog, alteration.attribute.type)
      )
    case 'setParts':
      return undefined
  }
}

/** The first column that holds values of a type, in arrays, domains and other composite types too: `orders.price`. */
function columnOfType({ tables, types, domains }: Catalog, type: Name): string | undefined {
  const made = new Set([type])
  for (const each of made) {
    const isOf = ({ type: own }: { readonly type: string }) => own === each || own === `${each}[]`
    for (const other of types.values())
      if (other.kind === 'composite' && other.attributes.some(isOf)) made.add(other.name)
    for (const domain of domains.values()) if (isOf(domain)) made.add(domain.name)
    for (const table of tables.values()) {
      const column = table.kind === 'foreign' ? undefined : table.columns.find(isOf)
      if (column !== undefined) return `${partsOf(table.name).name}.${column.name}`
    }
  }
  return undefined
}
