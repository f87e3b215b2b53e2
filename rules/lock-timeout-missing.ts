import {
  type Action,
  actionRule,
  LOCKING_KINDS,
  type Name,
  strongEffects,
  strongestLock,
  whoWaits,
} from '../src/rule.ts'

export default actionRule({
  on: LOCKING_KINDS,
  severity: 'warning',
  preset: 'strict',
  summary: 'A lock that stops writers of a table in use is waited for without a lock_timeout.',
  why: `
    A lock that is not granted at once is waited for, behind a long query, a nightly dump or a
    session that forgot to commit, and everyone who comes later waits behind it, though they
    would not disturb each other. Without lock_timeout that lasts as long as the query does.
  `,
  instead: `
    SET lock_timeout = '5s' before the statement, and have the runner try again where it runs
    out. Where the runner’s connection or its role sets it for every migration, switch this
    rule off.
  `,
  insteadInAlembic: `
    Set lock_timeout on the connection in env.py, as with connect_args={"options": "-c
    lock_timeout=5s"}, and switch this rule off; or say op.execute("set lock_timeout = '5s'").
  `,
  *check(moment) {
    const { transaction, earlier, inUse } = moment
    if (isSet(transaction.settings.get('lock_timeout'))) return
    const effects = strongEffects(moment).filter(({ relation }) => moment.before.tables.has(relation))
    const [first] = effects
    // Once is enough for a migration.
    if (first === undefined || earlier.some((each) => isLocking(each, inUse))) return
    const lock = strongestLock(effects)
    yield {
      message: `${lock} on ${first.relation} is waited for without a lock_timeout: ${whoWaits(lock)} behind it meanwhile`,
      subject: first.relation,
      effects,
    }
  },
})

function isSet(value: string | undefined): boolean {
  return value !== undefined && !/^\s*(0\s*\w*|default)\s*$/i.test(value)
}

const KINDS: ReadonlySet<string> = new Set(LOCKING_KINDS)

/** Whether an earlier statement of the migration was one to tell of. */
function isLocking(action: Action, inUse: (relation: Name) => boolean): boolean {
  return KINDS.has(action.kind) && 'table' in action && typeof action.table === 'string' && inUse(action.table)
}
