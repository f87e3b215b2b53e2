import type { Action } from '../catalog/action.ts'
import type { Name } from '../catalog/catalog.ts'
import { chooseMultirangeName } from '../catalog/multirange-name.ts'
import { qualify, quoteIdentifier } from '../catalog/names.ts'
import type { TypeAlteration } from '../catalog/object-actions.ts'
import type { Attribute, OtherType, RangeType } from '../catalog/user-types.ts'
import { constantText, functionNamed } from './function-options.ts'
import type { Node } from './parser.ts'
import { readCollation } from './read-collation.ts'
import { argumentType, nameParts } from './read-parameters.ts'
import { newName, objectName, type Reading, stringsOf } from './reading.ts'
import { newTypeName, readType } from './type-names.ts'

/** CREATE TYPE … AS (…). */
export function readCreateComposite(reading: Reading, node: Node): readonly Action[] {
  const attributes = (node.coldeflist ?? []).map((each: Node) => readAttribute(reading, each.ColumnDef))
  return made(reading, { name: newName(reading, node.typevar), kind: 'composite', attributes })
}

/** CREATE TYPE … AS RANGE. */
export function readCreateRange(reading: Reading, node: Node): readonly Action[] {
  const name = newTypeName(reading, stringsOf(node.typeName))
  const options = new Map<string, Node>(
    (node.params ?? []).map((each: Node) => [each.DefElem.defname, each.DefElem.arg]),
  )
  const text = (option: string, key: string, read: (parts: readonly string[]) => string) =>
    options.has(option) ? { [key]: read(nameParts(options.get(option))) } : {}
  const multirange = options.get('multirange_type_name')
  const type: RangeType = {
    name,
    kind: 'range',
    subtype: readType(reading, options.get('subtype')?.TypeName ?? {}).type,
    multirange: multirange === undefined ? chooseMultirangeName(name) : newTypeName(reading, nameParts(multirange)),
    ...text('subtype_opclass', 'operatorClass', (parts) => parts.map(quoteIdentifier).join('.')),
    ...readCollation(reading, options.get('collation')?.TypeName?.names),
    ...text('canonical', 'canonical', (parts) => functionNamed(reading, parts)),
    ...text('subtype_diff', 'subtypeDifference', (parts) => functionNamed(reading, parts)),
  }
  return made(reading, type)
}

/** CREATE TYPE name, and CREATE TYPE name (…) of a base type. */
export function readCreateBaseType(reading: Reading, node: Node): readonly Action[] {
  const name = newTypeName(reading, stringsOf(node.defnames))
  if (node.definition === undefined) return made(reading, { name, kind: 'shell' })
  return made(reading, { name, kind: 'base', parts: readParts(reading, node.definition) })
}

/** ALTER TYPE … ADD, DROP and ALTER ATTRIBUTE. */
export function readAlterComposite(reading: Reading, node: Node): readonly Action[] {
  const { relation } = node
  const parts: readonly string[] =
    relation.schemaname === undefined ? [relation.relname] : [relation.schemaname, relation.relname]
  const type = objectName(reading, parts, (name) => reading.before.types.has(name))
  return (node.cmds ?? []).map((each: Node): Action => {
    const alteration = attributeAlteration(reading, each.AlterTableCmd)
    const { statement: span } = reading
    if (alteration === undefined) return { kind: 'unmodelled', reach: 'named', span, statement: 'ALTER TYPE' }
    const { behavior, missing_ok: ifExists } = each.AlterTableCmd
    const lenient = ifExists === true ? ({ lenient: true } as const) : {}
    return { kind: 'alterType', span, type, alteration, cascade: behavior === 'DROP_CASCADE', ...lenient }
  })
}

/** ALTER TYPE … SET (…) of a base type. */
export function readAlterBaseType(reading: Reading, node: Node): readonly Action[] {
  const type = objectName(reading, stringsOf(node.typeName), (name) => reading.before.types.has(name))
  const alteration: TypeAlteration = { form: 'setParts', parts: readParts(reading, node.options) }
  return [{ kind: 'alterType', span: reading.statement, type, alteration, cascade: false }]
}

function attributeAlteration(reading: Reading, command: Node): TypeAlteration | undefined {
  switch (command.subtype) {
    case 'AT_AddColumn':
      return { form: 'addAttribute', attribute: readAttribute(reading, command.def.ColumnDef) }
    case 'AT_DropColumn':
      return { form: 'dropAttribute', name: command.name }
    case 'AT_AlterColumnType':
      return {
        form: 'setAttributeType',
        attribute: { ...readAttribute(reading, command.def.ColumnDef), name: command.name },
      }
    default:
      return undefined
  }
}

function readAttribute(reading: Reading, node: Node): Attribute {
  return {
    name: node.colname ?? '',
    type: readType(reading, node.typeName).type,
    ...readCollation(reading, node.collClause?.collname),
  }
}

/** What a definition says in its brackets, each part as it is written again. */
export function readParts(reading: Reading, nodes: readonly Node[]): Readonly<Record<string, string>> {
  const parts: Record<string, string> = {}
  for (const { DefElem } of nodes) {
    const value = partText(reading, String(DefElem.defname).toLowerCase(), DefElem.arg)
    if (value !== undefined) parts[String(DefElem.defname).toLowerCase()] = value
  }
  return parts
}

function partText(reading: Reading, name: string, arg: Node | undefined): string | undefined {
  if (arg === undefined) return 'true'
  if (arg.Boolean !== undefined) return String(arg.Boolean.boolval === true)
  if (arg.Integer !== undefined) return String(arg.Integer.ival ?? 0)
  if (arg.Float !== undefined) return String(arg.Float.fval)
  if (arg.String !== undefined) return `'${String(arg.String.sval ?? '').replaceAll("'", "''")}'`
  if (arg.A_Const !== undefined) return constantText(arg.A_Const)
  if (TYPE_PARTS.has(name) && arg.TypeName !== undefined) return argumentType(reading, arg.TypeName)
  if (OPERATOR_PARTS.has(name)) return operatorText(nameParts(arg))
  const words = nameParts(arg)
  const [word = ''] = words
  if (words.length === 1 && WORD_PARTS.has(name)) return word
  return words.length === 0 ? undefined : functionNamed(reading, words)
}

/** An operator with its schema needs the long form. */
export function operatorText(parts: readonly string[]): string {
  const operator = parts.at(-1) ?? ''
  const schema = parts.at(-2)
  return schema === undefined || schema === 'pg_catalog' ? operator : `OPERATOR(${quoteIdentifier(schema)}.${operator})`
}

const TYPE_PARTS: ReadonlySet<string> = new Set([
  'stype',
  'mstype',
  'leftarg',
  'rightarg',
  'basetype',
  'like',
  'element',
])
const OPERATOR_PARTS: ReadonlySet<string> = new Set(['commutator', 'negator', 'sortop'])
const WORD_PARTS: ReadonlySet<string> = new Set([
  'alignment',
  'storage',
  'internallength',
  'finalfunc_modify',
  'mfinalfunc_modify',
  'parallel',
  'category',
  'default',
  'provider',
])

function made(reading: Reading, type: OtherType): readonly Action[] {
  return [{ kind: 'createType', span: reading.statement, type }]
}

/** The composite, enum, domain or other type that a list of name parts means. */
export function typeNamed(reading: Reading, parts: readonly string[]): Name {
  const { enums, domains, types, tables, views } = reading.before
  if (parts.at(-2) === 'pg_catalog') return qualify('pg_catalog', parts.at(-1) ?? '')
  return objectName(
    reading,
    parts,
    (name) => enums.has(name) || domains.has(name) || types.has(name) || tables.has(name) || views.has(name),
  )
}
