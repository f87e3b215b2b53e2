import type { Catalog, Name } from '../catalog/catalog.ts'
import { functionKey } from '../catalog/fold-objects.ts'
import type { Func, Parameter } from '../catalog/functions.ts'
import { quoteBody, quoteIdentifier, quoteLiteral } from '../catalog/names.ts'
import { printSetting } from './literals.ts'
import { functionMark, marksIn, type Part, printed, relationMark, searchPathIn, typeMarks } from './part.ts'
import { shellMark } from './print-types.ts'

/** Functions and procedures. */
export function printFunctions(catalog: Catalog): readonly Part[] {
  return [...catalog.functions.values()].map((each): Part => {
    const types = [...each.parameters.map(({ type }) => type), each.returns].flatMap(typeMarks)
    const own = functionMark(each.name)
    return {
      makes: [own],
      needs: [
        ...types.map((mark) => (isPartOf(catalog, each.name, mark) ? shellMark(mark) : mark)),
        ...marksIn([each.parameters, each.body]),
      ].filter((mark) => mark !== own),
      statements: [printFunction(each)],
      ...searchPathIn([each.parameters, each.body]),
    }
  })
}

/** Whether a function is one that a base type is made of, so that it comes before the type is whole. */
function isPartOf(catalog: Catalog, name: Name, typeMark: string): boolean {
  return [...catalog.types.values()].some(
    (type) =>
      type.kind === 'base' && relationMark(type.name) === typeMark && Object.values(type.parts ?? {}).includes(name),
  )
}

function printFunction(each: Func): string {
  const isProcedure = each.kind === 'procedure'
  const words = [
    `create ${each.kind} ${each.name}(${printParameters(each.parameters)})`,
    isProcedure ? '' : ` returns ${each.returns}`,
    ` language ${quoteIdentifier(each.language)}`,
    ...(isProcedure ? [] : printFacts(each)),
    each.transforms === undefined ? '' : ` transform ${each.transforms.map((type) => `for type ${type}`).join(', ')}`,
    each.securityDefiner ? ' security definer' : '',
    ...Object.entries(each.settings ?? {}).map(([name, value]) => ` set ${name} to ${printSetting(name, value)}`),
  ]
  return `${words.join('')}${printBody(each)}`
}

function printFacts(each: Func): readonly string[] {
  return [
    each.window === true ? ' window' : '',
    each.volatility === 'volatile' ? '' : ` ${each.volatility}`,
    each.strict ? ' strict' : '',
    each.leakproof ? ' leakproof' : '',
    each.parallel === 'unsafe' ? '' : ` parallel ${each.parallel}`,
    each.cost === undefined ? '' : ` cost ${each.cost}`,
    each.rows === undefined ? '' : ` rows ${each.rows}`,
    each.support === undefined ? '' : ` support ${each.support}`,
  ]
}

function printBody({ name, arguments: types, body }: Func): string {
  if ('parsed' in body && body.sql === undefined)
    return ` as $$$$ -- function ${functionKey({ name, arguments: types })}: its body is not known`
  if ('parsed' in body) return `\n${printed(body.sql)}`
  if (body.symbol !== undefined) return ` as ${quoteLiteral(body.source)}, ${quoteLiteral(body.symbol)}`
  return ` as ${quoteBody(body.source)}`
}

/** The arguments in brackets; the columns of RETURNS TABLE are told with what is returned. */
function printParameters(parameters: readonly Parameter[]): string {
  return parameters
    .filter(({ mode }) => mode !== 'table')
    .map(({ name, mode, type, default: value }) =>
      [
        mode === 'in' ? '' : `${mode} `,
        name === undefined ? '' : `${quoteIdentifier(name)} `,
        type,
        value === undefined ? '' : ` default ${printed(value.sql)}`,
      ].join(''),
    )
    .join(', ')
}
