import type { Action, ActionOf } from './action.ts'
import type { Catalog, Name } from './catalog.ts'
import { relationExists } from './generated-names.ts'
import { partsOf } from './names.ts'
import { existing, missingObject, missingPart, type Refusal, spoken } from './refusal.ts'
import { refusalOfAlteredType } from './refusal-of-attributes.ts'
import { relationMissing, relationTaken, typeExists, typeNames, typeTaken } from './refusal-of-names.ts'
import type { Enum } from './user-types.ts'

/** Why the server would refuse an action on a type, or one that renames or hands over an object. */
export function refusalOfType(action: Action, before: Catalog): Refusal | undefined {
  switch (action.kind) {
    case 'createEnum':
      return typeTaken(before, action.enum.name)
    case 'createDomain':
      return typeTaken(before, action.domain.name)
    case 'createType':
      // A composite type is a relation, too.
      return (
        typeTaken(before, action.type.name) ??
        (action.type.kind === 'composite' ? relationTaken(before, action.type.name) : undefined)
      )
    case 'addEnumValue':
    case 'renameEnumValue':
      return ofEnumValue(action, before)
    case 'alterDomain':
      return missing(before, action.domain)
    case 'alterType':
      return refusalOfAlteredType(action, before)
    case 'dropType':
      return missing(before, action.type)
    case 'renameRelation':
      return ofRename(action, before)
    case 'setOwner':
      return action.target === 'relation' ? relationMissing(before, action.on) : undefined
    default:
      return undefined
  }
}

function ofRename({ from, to, isType }: ActionOf<'renameRelation'>, before: Catalog): Refusal | undefined {
  if (isType === true) return missing(before, from) ?? typeTaken(before, to)
  return relationMissing(before, from) ?? relationTaken(before, to)
}

function ofEnumValue(action: ActionOf<'addEnumValue' | 'renameEnumValue'>, before: Catalog): Refusal | undefined {
  const known = before.enums.get(action.enum)
  if (known === undefined) return missing(before, action.enum)
  if (action.kind === 'renameEnumValue') return labelMissing(known, action.from) ?? labelTaken(known, action.to)
  const taken = labelTaken(known, action.label)
  if (taken !== undefined) return action.ifNotExists ? undefined : taken
  return action.neighbour === undefined ? undefined : labelMissing(known, action.neighbour.label)
}

function labelTaken({ name, labels }: Enum, label: string): Refusal | undefined {
  if (!labels.includes(label)) return undefined
  return existing('part', `${name}.${label}`, `enum label "${label}" already exists`, '42710', name)
}

function labelMissing({ name, labels }: Enum, label: string): Refusal | undefined {
  if (labels.includes(label)) return undefined
  return missingPart(name, label, `"${label}" is not an existing enum label`, '22023', labels)
}

function missing(catalog: Catalog, name: Name): Refusal | undefined {
  if (typeExists(catalog, name) || relationExists(catalog, name)) return undefined
  const said = partsOf(name).schema === '' ? name : spoken(catalog, name)
  return missingObject('type', name, `type "${said}" does not exist`, '42704', typeNames(catalog))
}
