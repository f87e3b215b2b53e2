import { type Action, actionRule, type Catalog, type Expression, type Name } from '../src/rule.ts'

export default actionRule({
  on: ['changeRows', 'addColumn', 'setColumnDefault', 'createTable', 'createIndex', 'addConstraint'],
  severity: 'error',
  hazard: 'fails',
  summary: 'A value that was just added to an enum is used in the same transaction.',
  why: `
    Until the transaction that adds it has committed, no statement may use a new value: it is
    refused (55P04), as a default, in an INSERT or in a comparison. Up to PostgreSQL 16 this
    holds for an enum that the same transaction created, too.
  `,
  instead: `
    Add the value in a migration of its own, before the one that uses it; with a runner that
    puts all migrations into one transaction, in a deploy of its own.
  `,
  *check({ action, before, transaction, postgres }) {
    for (const added of transaction.earlier) {
      if (added.kind !== 'addEnumValue' || !isNews(added, transaction.earlier, before, postgres)) continue
      if (!usesLabel(action, added.enum, added.label, before)) continue
      const label = `'${added.label.replaceAll("'", "''")}'`
      yield {
        message: `${label} was added to ${added.enum} in this transaction: its use is refused (55P04)`,
        subject: `${added.enum} ${added.label}`,
      }
    }
  },
})

/** Whether the value is unsafe: an enum of the same transaction may be used as it is from 17 on. */
function isNews(
  { enum: name }: Extract<Action, { kind: 'addEnumValue' }>,
  earlier: readonly Action[],
  before: Catalog,
  postgres: number,
): boolean {
  const isCreatedHere = earlier.some((each) => each.kind === 'createEnum' && each.enum.name === name)
  return before.enums.has(name) && !(isCreatedHere && postgres >= 17)
}

function usesLabel(action: Action, name: Name, label: string, before: Catalog): boolean {
  switch (action.kind) {
    case 'changeRows': {
      const columns = before.tables.get(action.relation)?.columns ?? []
      return columns.some((column) => isOf(column.type, name, before)) && action.strings.includes(label)
    }
    case 'addColumn':
      return isOf(action.column.type, name, before) && isConstant(action.column.default, label)
    case 'setColumnDefault': {
      const column = before.tables.get(action.table)?.columns.find((each) => each.name === action.column)
      return column !== undefined && isOf(column.type, name, before) && isConstant(action.default, label)
    }
    case 'createTable': {
      const { table } = action
      const own = table.columns.flatMap((column) => ('like' in column ? [] : [column]))
      const isDefault = own.some((column) => isOf(column.type, name, before) && isConstant(column.default, label))
      const checks = [...own.flatMap((column) => column.constraints), ...table.constraints]
      return (
        isDefault || checks.some((each) => each.type === 'check' && compares(each.expression, own, name, label, before))
      )
    }
    case 'createIndex': {
      const { table, predicate } = action.index
      return compares(predicate, before.tables.get(table)?.columns ?? [], name, label, before)
    }
    case 'addConstraint': {
      const columns = before.tables.get(action.table)?.columns ?? []
      return action.constraint.type === 'check' && compares(action.constraint.expression, columns, name, label, before)
    }
    default:
      return false
  }
}

function isOf(type: string, name: Name, before: Catalog): boolean {
  const bare = type.replace(/\[\]$/, '')
  const domain = before.domains.get(bare)
  return bare === name || (domain !== undefined && isOf(domain.type, name, before))
}

/** Whether a default is the label, cast or not. */
function isConstant(expression: Expression | undefined, label: string): boolean {
  if (expression?.sql === undefined || expression.columns.length > 0) return false
  return textOf(expression).trim().startsWith(quoted(label))
}

/** Whether a condition names the label and reads columns of the enum alone, so that it is with them that it is compared. */
function compares(
  expression: Expression | undefined,
  columns: readonly { readonly name: string; readonly type: string }[],
  enumName: Name,
  label: string,
  before: Catalog,
): boolean {
  if (expression === undefined || expression.columns.length === 0 || expression.functions.length > 0) return false
  const isOfEnum = (read: string) => columns.some(({ name, type }) => name === read && isOf(type, enumName, before))
  const text = textOf(expression)
  return expression.columns.every(isOfEnum) && !text.includes('::') && text.includes(quoted(label))
}

function textOf({ sql }: Expression): string {
  return (sql?.pieces ?? []).map((piece) => (typeof piece === 'string' ? piece : '')).join('')
}

function quoted(label: string): string {
  return `'${label.replaceAll("'", "''")}'`
}
