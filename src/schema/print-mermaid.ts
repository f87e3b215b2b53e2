import type { Catalog, Name } from '../catalog/catalog.ts'
import { type Attribute, type Entity, entitiesOf, entityTitle, type Relation } from './entities.ts'

/** Tables, their keys and how they refer to each other, as a Mermaid entity diagram. Partitions are left out. */
export function printSchemaMermaid(catalog: Catalog): string {
  const { entities, relations } = entitiesOf(catalog)
  return `${['erDiagram', ...entities.flatMap(printEntity), ...relations.map(printRelation)].join('\n')}\n`
}

function printEntity({ name, attributes }: Entity): readonly string[] {
  if (attributes.length === 0) return [`  ${entity(name)}`]
  return [`  ${entity(name)} {`, ...attributes.map((each) => `    ${printAttribute(each)}`), '  }']
}

/** Mermaid knows no blanks and quotes in types and names of attributes. */
function printAttribute({ name, type, keys, nullable }: Attribute): string {
  const note = nullable ? ' "null"' : ''
  return `${word(type)} ${word(name)}${keys.length === 0 ? '' : ` ${keys.join(', ')}`}${note}`
}

/** A row refers to one row, or none where a column may be null; of a key that is unique at most one refers back. */
function printRelation({ name, from, to, isOptional, isUnique }: Relation): string {
  const ends = `${isOptional ? '|o' : '||'}--${isUnique ? 'o|' : 'o{'}`
  return `  ${entity(to)} ${ends} ${entity(from)} : "${name.replaceAll('"', "'")}"`
}

function entity(name: Name): string {
  const shown = entityTitle(name)
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(shown) ? shown : `"${shown.replaceAll('"', "'")}"`
}

function word(text: string): string {
  const plain = text.replace(/[^\p{L}\p{N}_()[\]-]+/gu, '_')
  return /^[\p{L}_]/u.test(plain) ? plain : `_${plain}`
}
