import type { Catalog } from '../catalog/catalog.ts'
import { quoteIdentifier } from '../catalog/names.ts'
import type { Trigger } from '../catalog/objects.ts'
import type { Policy } from '../catalog/privileges.ts'
import { printSql } from '../catalog/sql-text.ts'
import { identifiers, quoteLiteral } from './literals.ts'
import { functionMark, marksIn, type Part, relationMark, searchPathIn } from './part.ts'

/** Triggers and row security policies. */
export function printRulesOfRows(catalog: Catalog): readonly Part[] {
  const triggers = [...catalog.triggers.values()].map((trigger) => ({
    makes: [],
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
  return [...triggers, ...policies]
}

function printTrigger(trigger: Trigger): readonly string[] {
  const name = quoteIdentifier(trigger.name)
  const events = trigger.events.map((event) =>
    event === 'update' && trigger.updateOf.length > 0 ? `update of ${identifiers(trigger.updateOf)}` : event,
  )
  const when = trigger.when === undefined ? '' : ` when (${printSql(trigger.when)})`
  const call = `${trigger.function}(${trigger.arguments.map(quoteLiteral).join(', ')})`
  return [
    `create trigger ${name} ${trigger.timing} ${events.join(' or ')} on ${trigger.table} for each ${trigger.forEach}${when} execute function ${call}`,
    ...(trigger.enabled ? [] : [`alter table ${trigger.table} disable trigger ${name}`]),
  ]
}

function printPolicy(policy: Policy): string {
  return [
    `create policy ${quoteIdentifier(policy.name)} on ${policy.table}`,
    policy.permissive ? '' : ' as restrictive',
    policy.command === 'all' ? '' : ` for ${policy.command}`,
    ` to ${policy.roles.map((role) => (role === 'public' || role === 'PUBLIC' ? 'public' : quoteIdentifier(role))).join(', ')}`,
    policy.using === undefined ? '' : ` using (${printSql(policy.using)})`,
    policy.check === undefined ? '' : ` with check (${printSql(policy.check)})`,
  ].join('')
}
