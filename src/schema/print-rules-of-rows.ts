import type { Catalog, Identifier } from '../catalog/catalog.ts'
import { quoteIdentifier, quoteLiteral } from '../catalog/names.ts'
import type { Trigger } from '../catalog/objects.ts'
import type { Policy } from '../catalog/privileges.ts'
import { printSql } from '../catalog/sql-text.ts'
import type { Table } from '../catalog/table.ts'
import { identifiers } from './literals.ts'
import { functionMark, marksIn, type Part, relationMark, searchPathIn } from './part.ts'

/** Triggers and row security policies. */
export function printRulesOfRows(catalog: Catalog): readonly Part[] {
  const triggers = [...catalog.triggers.values()].map((trigger) => ({
    makes: [triggerMark(trigger.name)],
    needs: [relationMark(trigger.table), functionMark(trigger.function), ...marksIn(trigger)],
    statements: printTrigger(trigger),
    ...searchPathIn(trigger),
  }))
  const policies = [...catalog.policies.values()].map((policy) => ({
    makes: [],
    needs: [relationMark(policy.table), ...marksIn(policy)],
    statements: [printPolicy(policy)],
    ...searchPathIn(policy),
  }))
  const copies = [...catalog.tables.values()].filter((table) => table.copiedTriggers !== undefined).map(printCopies)
  return [...triggers, ...policies, ...copies]
}

function printTrigger(trigger: Trigger): readonly string[] {
  const name = quoteIdentifier(trigger.name)
  const events = trigger.events.map((event) =>
    event === 'update' && trigger.updateOf.length > 0 ? `update of ${identifiers(trigger.updateOf)}` : event,
  )
  const rows = [
    ...(trigger.oldTable === undefined ? [] : [`old table as ${quoteIdentifier(trigger.oldTable)}`]),
    ...(trigger.newTable === undefined ? [] : [`new table as ${quoteIdentifier(trigger.newTable)}`]),
  ]
  const create = [
    `create ${trigger.constraint === undefined ? '' : 'constraint '}trigger ${name}`,
    ` ${trigger.timing} ${events.join(' or ')} on ${trigger.table}`,
    trigger.references === undefined ? '' : ` from ${trigger.references}`,
    trigger.constraint === undefined ? '' : ` ${CHECKED[trigger.constraint]}`,
    rows.length === 0 ? '' : ` referencing ${rows.join(' ')}`,
    ` for each ${trigger.forEach}`,
    trigger.when === undefined ? '' : ` when (${printSql(trigger.when)})`,
    ` execute function ${trigger.function}(${trigger.arguments.map(quoteLiteral).join(', ')})`,
  ]
  const how = trigger.fires === undefined ? (trigger.enabled ? undefined : 'disable') : `enable ${trigger.fires}`
  return [create.join(''), ...(how === undefined ? [] : [`alter table ${trigger.table} ${how} trigger ${name}`])]
}

/** What is set of the copies that a partition has of triggers. */
function printCopies({ name, copiedTriggers = {} }: Table): Part {
  const statements = Object.entries(copiedTriggers).map(
    ([trigger, firing]) => `alter table only ${name} ${firing} trigger ${quoteIdentifier(trigger)}`,
  )
  return { makes: [], needs: [relationMark(name), ...Object.keys(copiedTriggers).map(triggerMark)], statements }
}

/** Triggers of one name come before what is set of copies. */
function triggerMark(name: Identifier): string {
  return `trigger ${name}`
}

/** When a constraint trigger fires, as CREATE TRIGGER says it. */
const CHECKED = {
  'not deferrable': 'not deferrable',
  'initially immediate': 'deferrable initially immediate',
  'initially deferred': 'deferrable initially deferred',
} as const

function printRole(role: Identifier): string {
  return role === 'public' || role === 'PUBLIC' ? 'public' : quoteIdentifier(role)
}

/** A policy; without roles it is for the one that runs the migrations. */
function printPolicy(policy: Policy): string {
  return [
    `create policy ${quoteIdentifier(policy.name)} on ${policy.table}`,
    policy.permissive ? '' : ' as restrictive',
    policy.command === 'all' ? '' : ` for ${policy.command}`,
    ` to ${policy.roles.length === 0 ? 'current_user' : policy.roles.map(printRole).join(', ')}`,
    policy.using === undefined ? '' : ` using (${printSql(policy.using)})`,
    policy.check === undefined ? '' : ` with check (${printSql(policy.check)})`,
  ].join('')
}
