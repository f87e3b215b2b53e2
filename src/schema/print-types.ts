import type { Catalog } from '../catalog/catalog.ts'
import { quoteLiteral } from './literals.ts'
import { marksIn, type Part, relationMark, searchPathIn, typeMarks } from './part.ts'

/** Enums, domains, composite and range types. */
export function printTypes(catalog: Catalog): readonly Part[] {
  const enums = [...catalog.enums.values()].map((each): Part => {
    const labels = each.labels.map(quoteLiteral).join(', ')
    return {
      makes: [relationMark(each.name)],
      needs: [],
      statements: [`create type ${each.name} as enum (${labels})`],
    }
  })
  const domains = [...catalog.domains.values()].map((each): Part => {
    const notNull = each.nullable ? '' : ' not null'
    return {
      makes: [relationMark(each.name)],
      needs: [...typeMarks(each.type), ...marksIn(each)],
      statements: [`create domain ${each.name} as ${each.type}${notNull}`],
      ...searchPathIn(each),
    }
  })
  return [...enums, ...domains]
}
