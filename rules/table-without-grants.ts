import { grantsOn, ownTables, schemaRule } from '../src/rule.ts'

export default schemaRule({
  severity: 'warning',
  preset: 'service',
  summary: 'Nobody but its owner may use a table.',
  why: `
    Either the application fails with 42501 (permission denied) when it first touches the
    table, or it connects as the owner. An owner can drop what it owns, switch off triggers and
    pass row security by: a single injected statement can do all of that too.
  `,
  instead: `
    Let a role without login own the tables, and grant the role of the application what it
    does with this one: SELECT, INSERT and perhaps UPDATE. ALTER DEFAULT PRIVILEGES for the
    owner's role grants it on every table to come.
  `,
  *check({ catalog, isWhole }) {
    // Grants are often given in a loop over all tables, with dynamic SQL.
    if (!isWhole) return
    const unused = [...ownTables(catalog)].filter((table) => grantsOn(catalog, table.name).length === 0)
    const [first] = unused
    if (first === undefined) return
    // Where nothing is granted on anything, that is one fact and not one for each table.
    const hasGrants = [...catalog.grants.values()].some((grant) => grant.target === 'table')
    if (!hasGrants && unused.length > 1) {
      const message = `no role is granted anything on any of the ${unused.length} tables`
      yield { message, subject: 'all tables', span: first.origin }
      return
    }
    for (const { name, origin } of unused) {
      yield { message: `no role is granted anything on ${name}`, subject: name, span: origin }
    }
  },
})
