import type { Action } from '../catalog/action.ts'
import type { DomainAlteration, DomainCheck } from '../catalog/object-actions.ts'
import { constraintExtent, defaultExtent, trimmed } from './extents.ts'
import type { Node } from './parser.ts'
import { readCollation } from './read-collation.ts'
import { objectName, type Reading, stringsOf } from './reading.ts'
import { readExpressionAt } from './sql-text.ts'
import { findWord } from './tokens.ts'
import { newTypeName, readType } from './type-names.ts'

/** CREATE TYPE … AS ENUM. */
export function readCreateEnum(reading: Reading, node: Node): readonly Action[] {
  const name = newTypeName(reading, stringsOf(node.typeName))
  return [{ kind: 'createEnum', span: reading.statement, enum: { name, labels: stringsOf(node.vals) } }]
}

/** ALTER TYPE … ADD VALUE and RENAME VALUE. */
export function readAlterEnum(reading: Reading, node: Node): readonly Action[] {
  const span = reading.statement
  const name = objectName(reading, stringsOf(node.typeName), (each) => reading.before.enums.has(each))
  if (node.oldVal !== undefined)
    return [{ kind: 'renameEnumValue', span, enum: name, from: node.oldVal, to: node.newVal }]
  const neighbour =
    node.newValNeighbor === undefined
      ? {}
      : { neighbour: { label: node.newValNeighbor as string, after: node.newValIsAfter === true } }
  return [
    {
      kind: 'addEnumValue',
      span,
      enum: name,
      label: node.newVal,
      ifNotExists: node.skipIfNewValExists === true,
      ...neighbour,
    },
  ]
}

/** CREATE DOMAIN. */
export function readCreateDomain(reading: Reading, node: Node): readonly Action[] {
  const constraints: readonly Node[] = (node.constraints ?? []).map((each: Node) => each.Constraint)
  const notNull = constraints.find((each) => each.contype === 'CONSTR_NOTNULL')
  const value = constraints.find((each) => each.contype === 'CONSTR_DEFAULT')
  const domain = {
    name: newTypeName(reading, stringsOf(node.domainname)),
    type: readType(reading, node.typeName).type,
    ...readCollation(reading, node.collClause?.collname),
    nullable: notNull === undefined,
    ...(notNull?.conname === undefined ? {} : { notNullName: notNull.conname as string }),
    ...(value === undefined || isNull(value.raw_expr)
      ? {}
      : {
          default: readExpressionAt(
            reading,
            value.raw_expr,
            defaultExtent(reading, { constraints: node.constraints }, value),
          ),
        }),
  }
  const checks = constraints.filter((each) => each.contype === 'CONSTR_CHECK').map((each) => domainCheck(reading, each))
  return [{ kind: 'createDomain', span: reading.statement, domain, checks }]
}

/** ALTER DOMAIN. */
export function readAlterDomain(reading: Reading, node: Node): readonly Action[] {
  const span = reading.statement
  const domain = objectName(reading, stringsOf(node.typeName), (each) => reading.before.domains.has(each))
  const alteration = domainAlteration(reading, node)
  if (alteration === undefined) return [{ kind: 'unmodelled', reach: 'named', span, statement: 'ALTER DOMAIN' }]
  return [{ kind: 'alterDomain', span, domain, alteration }]
}

function domainCheck(reading: Reading, node: Node): DomainCheck {
  return {
    expression: readExpressionAt(reading, node.raw_expr, constraintExtent(reading, node, 'CHECK')),
    ...(node.conname === undefined ? {} : { name: node.conname as string }),
    notValid: node.initially_valid !== true,
  }
}

/** `AlterDomainStmt.subtype` is one letter; see the comment on the struct in parsenodes.h. */
function domainAlteration(reading: Reading, node: Node): DomainAlteration | undefined {
  switch (node.subtype) {
    case 'T':
      if (node.def === undefined || isNull(node.def)) return { form: 'setDefault' }
      return { form: 'setDefault', default: readExpressionAt(reading, node.def, newDefaultExtent(reading)) }
    case 'N':
      return { form: 'setNullable', nullable: true }
    case 'O':
      return { form: 'setNullable', nullable: false }
    case 'C':
      if (node.def?.Constraint?.contype === 'CONSTR_NOTNULL') return addedNotNull(node.def.Constraint)
      return { form: 'addCheck', check: domainCheck(reading, node.def.Constraint) }
    case 'X':
      return { form: 'dropConstraint', name: node.name }
    case 'V':
      return { form: 'validateConstraint', name: node.name }
    default:
      return undefined
  }
}

function addedNotNull(node: Node): DomainAlteration {
  return {
    form: 'setNullable',
    nullable: false,
    ...(node.conname === undefined ? {} : { name: node.conname as string }),
  }
}

/** What follows SET DEFAULT, which ends the statement. */
function newDefaultExtent(reading: Reading) {
  const { file, start, end } = reading.statement
  const word = findWord(file.text, start, end, 'DEFAULT')
  return word === undefined ? undefined : trimmed(file.text, word.end, end)
}

/** DEFAULT NULL is no default. */
function isNull(node: Node): boolean {
  return node.A_Const?.isnull === true || (node.TypeCast !== undefined && isNull(node.TypeCast.arg))
}
