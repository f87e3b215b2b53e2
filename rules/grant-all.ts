import {
  type ActionOf,
  actionRule,
  type Catalog,
  type GrantTarget,
  type Identifier,
  type Name,
  partsOf,
} from '../src/rule.ts'

export default actionRule({
  on: ['grant', 'grantByDefault'],
  severity: 'warning',
  preset: 'service',
  summary: 'A role is granted ALL PRIVILEGES.',
  why: `
    ALL on a table is more than rows: TRUNCATE empties it past row triggers and row security,
    TRIGGER makes others run one's code, REFERENCES blocks deletes by a foreign key. ALL on a
    schema lets the role create objects in it that others mistake for the real ones. And a
    later PostgreSQL may add to ALL, as 17 did with MAINTAIN.
  `,
  instead: `
    Name the privileges that the role needs: SELECT, INSERT, UPDATE and DELETE on a table,
    USAGE on a schema, USAGE and SELECT on a sequence.
  `,
  *check({ action, before }) {
    const { privileges, target, grantees } = action.privileges
    const surplus = SURPLUS[target]
    if (privileges !== 'all' || surplus === undefined) return
    const others = action.kind === 'grant' ? grantees.filter((each) => !ownsAll(before, action, each)) : grantees
    if (others.length === 0) return
    const object = action.kind === 'grant' ? objectOf(action) : `every new ${target}`
    yield {
      message: `${others.join(', ')} gets all privileges on ${object}, ${surplus} included`,
      subject: `${object} to ${others.join(', ')}`,
    }
  },
})

/** What ALL holds beyond daily use. Functions and types have one privilege only, which ALL is short for. */
const SURPLUS: Partial<Record<GrantTarget, string>> = {
  table: 'TRUNCATE, REFERENCES and TRIGGER',
  sequence: 'UPDATE',
  schema: 'CREATE',
}

/** Whether a role has all of this anyhow, as the owner. */
function ownsAll(catalog: Catalog, action: ActionOf<'grant'>, role: Identifier): boolean {
  const { target } = action.privileges
  const ownerOf = (name: Name) => {
    if (target === 'schema')
      return [...catalog.schemas.values()].find((schema) => partsOf(name).schema === schema.name)?.owner
    return catalog.tables.get(name)?.owner
  }
  return action.on.length > 0 && action.on.every((name) => ownerOf(name) === role)
}

function objectOf({ on, privileges: { target, allInSchema } }: ActionOf<'grant'>): string {
  if (allInSchema)
    return `all ${target}s of ${on.length === 0 ? 'a schema' : [...new Set(on.map((name) => partsOf(name).schema))].join(', ')}`
  const kind = target === 'table' ? '' : `${target} `
  return `${kind}${on.join(', ')}`
}
