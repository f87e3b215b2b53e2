import type { ActionOf } from './action.ts'
import type { Catalog, Identifier, Name } from './catalog.ts'
import { changeTable, omit } from './edit-catalog.ts'
import { partitionsBelow, triggersOf } from './lookups.ts'
import type { Trigger } from './objects.ts'
import { withEntry } from './persistent-map.ts'
import type { Table, TriggerFiring } from './table.ts'

/** Sets whether one trigger, or all of a table, fire; so do the copies that its partitions have, but for ONLY. */
export function setTriggerEnabled(catalog: Catalog, action: ActionOf<'setTriggerEnabled'>): Catalog {
  const { table, enabled, fires, only = false } = action
  const isMeant = ({ name }: Trigger) => (action.trigger ?? name) === name
  let result = catalog
  for (const [key, trigger] of triggersOf(catalog, table)) {
    if (!isMeant(trigger)) continue
    const to: Trigger = { ...omit(trigger, 'fires'), enabled, ...(fires === undefined ? {} : { fires }) }
    result = { ...result, triggers: withEntry(result.triggers, key, to) }
    for (const each of copiesOf(catalog, trigger))
      result = withFiring(result, each.name, to, only ? firingOfCopy(each, trigger) : firingOf(to))
  }
  for (const trigger of copiedTo(catalog, table).filter(isMeant))
    for (const each of [table, ...(only ? [] : partitionsBelow(catalog, table).map(({ name }) => name))])
      result = withFiring(result, each, trigger, firingOf(action))
  return result
}

/** Forgets of the copies of a trigger, which go or are made anew, how they fire; or calls them by its other name. */
export function withoutCopies(catalog: Catalog, trigger: Trigger | undefined, to?: Identifier): Catalog {
  if (trigger === undefined) return catalog
  return copiesOf(catalog, trigger).reduce((result, { name, copiedTriggers }) => {
    const firing = copiedTriggers?.[trigger.name]
    if (firing === undefined) return result
    return setCopied(
      setCopied(result, name, trigger.name, undefined),
      name,
      to ?? trigger.name,
      to === undefined ? undefined : firing,
    )
  }, catalog)
}

/** What becomes a partition gets its copies of triggers as its parent has them. */
export function giveCopies(catalog: Catalog, parent: Table, partition: Name): Catalog {
  const copied = Object.entries(parent.copiedTriggers ?? {})
  if (copied.length === 0) return catalog
  const tables = [partition, ...partitionsBelow(catalog, partition).map(({ name }) => name)]
  return tables.reduce(
    (result, table) => copied.reduce((each, [trigger, firing]) => setCopied(each, table, trigger, firing), result),
    catalog,
  )
}

/** A partition that is detached loses its copies of triggers; `before` still has it attached. */
export function takeCopies(catalog: Catalog, before: Catalog, partition: Name): Catalog {
  const triggers = copiedTo(before, partition)
  if (triggers.length === 0) return catalog
  const tables = [partition, ...partitionsBelow(catalog, partition).map(({ name }) => name)]
  return tables.reduce(
    (result, table) => triggers.reduce((each, { name }) => setCopied(each, table, name, undefined), result),
    catalog,
  )
}

/** The triggers of which a partition has copies. */
function copiedTo(catalog: Catalog, partition: Name): readonly Trigger[] {
  const { tables } = catalog
  const found: Trigger[] = []
  for (let above = tables.get(partition)?.partitionOf; above !== undefined; above = tables.get(above)?.partitionOf)
    found.push(...triggersOf(catalog, above).flatMap(([, each]) => (each.forEach === 'row' ? [each] : [])))
  return found
}

function copiesOf(catalog: Catalog, { table, forEach }: Trigger): readonly Table[] {
  return forEach === 'row' ? partitionsBelow(catalog, table) : []
}

function firingOfCopy({ copiedTriggers }: Table, trigger: Trigger): TriggerFiring {
  return copiedTriggers?.[trigger.name] ?? firingOf(trigger)
}

function firingOf({ enabled, fires }: Pick<Trigger, 'enabled' | 'fires'>): TriggerFiring {
  if (fires !== undefined) return `enable ${fires}`
  return enabled ? 'enable' : 'disable'
}

function withFiring(catalog: Catalog, table: Name, trigger: Trigger, firing: TriggerFiring): Catalog {
  return setCopied(catalog, table, trigger.name, firing === firingOf(trigger) ? undefined : firing)
}

function setCopied(catalog: Catalog, table: Name, name: Identifier, firing: TriggerFiring | undefined): Catalog {
  const earlier = catalog.tables.get(table)?.copiedTriggers
  if (earlier?.[name] === firing) return catalog
  const { [name]: _, ...others } = earlier ?? {}
  const copiedTriggers = firing === undefined ? others : { ...others, [name]: firing }
  return changeTable(catalog, table, (known) => {
    const bare = omit(known, 'copiedTriggers')
    return Object.keys(copiedTriggers).length === 0 ? bare : { ...bare, copiedTriggers }
  })
}
