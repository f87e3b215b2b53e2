import type { Action } from '../catalog/action.ts'
import type { DomainAlteration, DomainCheck } from '../catalog/object-actions.ts'
import type { Node } from './parser.ts'
import { newName, objectName, type Reading, stringsOf } from './reading.ts'
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

/** CREATE TYPE … AS (…) and AS RANGE. */
export function readCreateType(reading: Reading, node: Node, kind: 'composite' | 'range'): readonly Action[] {
  const name = kind === 'range' ? newTypeName(reading, stringsOf(node.typeName)) : newName(reading, node.typevar)
  return [{ kind: 'createType', span: reading.statement, type: { name, kind } }]
}

/** CREATE DOMAIN. */
export function readCreateDomain(reading: Reading, node: Node): readonly Action[] {
  const constraints: readonly Node[] = (node.constraints ?? []).map((each: Node) => each.Constraint)
  const domain = {
    name: newTypeName(reading, stringsOf(node.domainname)),
    type: readType(reading, node.typeName).type,
    nullable: !constraints.some((each) => each.contype === 'CONSTR_NOTNULL'),
  }
  const checks = constraints.filter((each) => each.contype === 'CONSTR_CHECK').map(domainCheck)
  return [{ kind: 'createDomain', span: reading.statement, domain, checks }]
}

/** ALTER DOMAIN. */
export function readAlterDomain(reading: Reading, node: Node): readonly Action[] {
  const span = reading.statement
  const domain = objectName(reading, stringsOf(node.typeName), (each) => reading.before.domains.has(each))
  const alteration = domainAlteration(node)
  if (alteration === undefined) return [{ kind: 'unmodelled', reach: 'named', span, statement: 'ALTER DOMAIN' }]
  return [{ kind: 'alterDomain', span, domain, alteration }]
}

function domainCheck(node: Node): DomainCheck {
  return {
    ...(node.conname === undefined ? {} : { name: node.conname as string }),
    notValid: node.initially_valid !== true,
  }
}

/** `AlterDomainStmt.subtype` is one letter; see the comment on the struct in parsenodes.h. */
function domainAlteration(node: Node): DomainAlteration | undefined {
  switch (node.subtype) {
    case 'T':
      return { form: 'setDefault' }
    case 'N':
      return { form: 'setNullable', nullable: true }
    case 'O':
      return { form: 'setNullable', nullable: false }
    case 'C':
      if (node.def?.Constraint?.contype === 'CONSTR_NOTNULL') return { form: 'setNullable', nullable: false }
      return { form: 'addCheck', check: domainCheck(node.def.Constraint) }
    case 'X':
      return { form: 'dropConstraint', name: node.name }
    case 'V':
      return { form: 'validateConstraint', name: node.name }
    default:
      return undefined
  }
}
