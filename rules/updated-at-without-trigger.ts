import {
  type Catalog,
  columnOf,
  isAppendOnly,
  ownTables,
  schemaRule,
  type Table,
  type Trigger,
  triggersOn,
} from '../src/rule.ts'

export default schemaRule({
  severity: 'warning',
  preset: 'service',
  summary: 'A column updated_at that no trigger keeps.',
  why: `
    PostgreSQL has no ON UPDATE clause: a default fills the column on INSERT only. What an
    ORM sets on the client is skipped by raw SQL, bulk updates and every other client, so
    the column shows a time at which the row did not change last.
  `,
  instead: `
    Add a BEFORE UPDATE trigger FOR EACH ROW whose function assigns new.updated_at and
    returns new; one function serves every table. A trigger that is UPDATE OF some columns
    misses updates of the others. An append-only table, on which UPDATE is granted to
    nobody, needs no trigger.
  `,
  *check({ catalog, postgres, isWhole }) {
    for (const table of ownTables(catalog)) {
      const column = columnOf(table, 'updated_at')
      if (column === undefined || column.generated !== undefined || isAppendOnly(catalog, table.name)) continue
      // Until PostgreSQL 12 each partition has triggers of its own.
      if (table.kind === 'partitioned' && postgres < 13) continue
      const triggers = [...triggersOn(catalog, table.name)].filter((trigger) => trigger.events.includes('update'))
      if (triggers.some((trigger) => keeps(catalog, table, trigger))) continue
      // Triggers are often made in a loop over all tables, with dynamic SQL.
      if (triggers.length === 0 && !isWhole) continue
      yield {
        message: `nothing keeps ${table.name}.updated_at: ${reasonFor(catalog, triggers)}`,
        subject: `${table.name}.updated_at`,
        // An inherited column has its place in another table's definition.
        span: table.inherits.length > 0 ? table.origin : column.origin,
      }
    }
  },
  *checkUpdate({ table, column, outcome }) {
    if (outcome !== 'unchanged') return
    yield { message: `an UPDATE of a row leaves ${table}.${column} as it was`, subject: `${table}.${column}` }
  },
})

function keeps(catalog: Catalog, table: Table, trigger: Trigger): boolean {
  return trigger.enabled && isBeforeRow(trigger) && assigns(catalog, trigger) !== 'no' && coversChanges(table, trigger)
}

function isBeforeRow(trigger: Trigger): boolean {
  return trigger.timing === 'before' && trigger.forEach === 'row'
}

/** A function that is an extension's, or not written in PL/pgSQL, or told the column by an argument, may assign it. */
function assigns(catalog: Catalog, trigger: Trigger): 'yes' | 'maybe' | 'no' {
  const assigned = catalog.functions.get(`${trigger.function}()`)?.assignsNew ?? 'any'
  if (assigned === 'any' || trigger.arguments.includes('updated_at')) return 'maybe'
  return assigned.includes('updated_at') ? 'yes' : 'no'
}

/** Whether UPDATE OF lists every column but the key and the times, if it lists any. */
function coversChanges(table: Table, trigger: Trigger): boolean {
  if (trigger.updateOf.length === 0) return true
  const fixed = new Set([...(table.primaryKey?.columns ?? []), 'created_at', 'updated_at'])
  return table.columns.every((column) => fixed.has(column.name) || trigger.updateOf.includes(column.name))
}

/** What is wrong with the trigger that comes nearest to keeping the column. */
function reasonFor(catalog: Catalog, triggers: readonly Trigger[]): string {
  const fitting = triggers.filter(isBeforeRow)
  const near = fitting.find((trigger) => assigns(catalog, trigger) !== 'no')
  if (near !== undefined && !near.enabled) return `trigger ${near.name} is disabled`
  if (near !== undefined) return `trigger ${near.name} fires only on UPDATE OF ${near.updateOf.join(', ')}`
  const late = triggers.find((trigger) => assigns(catalog, trigger) === 'yes')
  if (late?.timing === 'after') return `trigger ${late.name} fires after the row is written`
  if (late !== undefined) return `trigger ${late.name} fires for each statement, where there is no row to change`
  const [other] = fitting
  if (other === undefined) return 'the table has no BEFORE UPDATE trigger'
  return `trigger ${other.name} calls ${other.function}(), which never assigns new.updated_at`
}
