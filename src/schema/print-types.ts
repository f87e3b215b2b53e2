import type { Catalog } from '../catalog/catalog.ts'
import { quoteIdentifier, quoteLiteral } from '../catalog/names.ts'
import type { BaseType, CompositeType, Domain, OtherType, RangeType } from '../catalog/user-types.ts'
import { functionMark, marksIn, type Part, printed, relationMark, searchPathIn, typeMarks } from './part.ts'

/** Enums, domains, composite, range and base types. */
export function printTypes(catalog: Catalog): readonly Part[] {
  const enums = [...catalog.enums.values()].map((each): Part => {
    const labels = each.labels.map(quoteLiteral).join(', ')
    return {
      makes: [relationMark(each.name)],
      needs: [],
      statements: [`create type ${each.name} as enum (${labels})`],
    }
  })
  const domains = [...catalog.domains.values()].map(
    (each): Part => ({
      makes: [relationMark(each.name)],
      needs: [...typeMarks(each.type), ...marksIn(each)],
      statements: printDomain(each),
      ...searchPathIn(each),
    }),
  )
  return [...enums, ...domains, ...[...catalog.types.values()].flatMap(printOther)]
}

/** The mark of a base type that is there as a shell, from the mark of the whole type. */
export function shellMark(typeMark: string): string {
  return `shell of ${typeMark}`
}

function printDomain(domain: Domain): readonly string[] {
  const named = domain.notNullName === undefined ? '' : `constraint ${quoteIdentifier(domain.notNullName)} `
  const check = (each: Domain['checks'][number]) =>
    `constraint ${quoteIdentifier(each.name)} check (${printed(each.expression.sql)})`
  const words = [
    `create domain ${domain.name} as ${domain.type}`,
    domain.collation === undefined ? '' : ` collate ${domain.collation}`,
    domain.default === undefined ? '' : ` default ${printed(domain.default.sql)}`,
    domain.nullable ? '' : ` ${named}not null`,
    ...domain.checks.filter((each) => each.validated).map((each) => ` ${check(each)}`),
  ]
  const later = domain.checks.filter((each) => !each.validated)
  return [words.join(''), ...later.map((each) => `alter domain ${domain.name} add ${check(each)} not valid`)]
}

function printOther(type: OtherType): readonly Part[] {
  switch (type.kind) {
    case 'composite':
      return [printComposite(type)]
    case 'range':
      return [printRange(type)]
    case 'base':
    case 'shell':
      return printBase(type)
  }
}

function printComposite({ name, attributes }: CompositeType): Part {
  const list = attributes.map((each) => {
    const collation = each.collation === undefined ? '' : ` collate ${each.collation}`
    return `${quoteIdentifier(each.name)} ${each.type}${collation}`
  })
  return {
    makes: [relationMark(name)],
    needs: attributes.flatMap((each) => typeMarks(each.type)),
    statements: [`create type ${name} as (${list.join(', ')})`],
  }
}

function printRange(type: RangeType): Part {
  const entries: readonly (readonly [string, string | undefined])[] = [
    ['subtype', type.subtype],
    ['subtype_opclass', type.operatorClass],
    ['collation', type.collation],
    ['canonical', type.canonical],
    ['subtype_diff', type.subtypeDifference],
    ['multirange_type_name', type.multirange],
  ]
  const parts = entries.flatMap(([name, value]) => (value === undefined ? [] : [`${name} = ${value}`]))
  return {
    makes: [relationMark(type.name), relationMark(type.multirange)],
    needs: [
      ...typeMarks(type.subtype),
      ...[type.canonical, type.subtypeDifference].flatMap((each) => (each === undefined ? [] : [functionMark(each)])),
    ],
    statements: [`create type ${type.name} as range (${parts.join(', ')})`],
  }
}

/** A base type is a shell until the functions that read and write its values are there. */
function printBase({ name, kind, parts }: BaseType): readonly Part[] {
  const mark = relationMark(name)
  const shell = { needs: [], statements: [`create type ${name}`] }
  if (kind === 'shell') return [{ ...shell, makes: [mark] }]
  const entries = Object.entries(parts ?? {})
  const list = entries.map(([part, value]) => `${part} = ${value}`).join(', ')
  return [
    { ...shell, makes: [shellMark(mark)] },
    {
      makes: [mark],
      needs: [shellMark(mark), ...entries.map(([, value]) => functionMark(value))],
      statements: [`create type ${name} (${list})`],
    },
  ]
}
