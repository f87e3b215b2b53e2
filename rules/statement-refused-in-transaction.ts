import { type Action, actionRule, partsOf } from '../src/rule.ts'

export default actionRule({
  on: ['createIndex', 'dropIndex', 'reindex', 'detachPartition', 'maintain', 'leaveCatalog', 'unmodelled'],
  severity: 'error',
  hazard: 'fails',
  summary: 'A statement that PostgreSQL refuses within a transaction stands in one.',
  why: `
    CONCURRENTLY ends and begins transactions itself; VACUUM, ALTER SYSTEM and CREATE DATABASE
    do what cannot be taken back. Within a transaction they are refused (25001), whether the
    file began it or the runner does so around every file.
  `,
  instead: `
    Put the statement into a migration of its own and tell the runner not to wrap it: goose
    -- +goose NO TRANSACTION, dbmate -- migrate:up transaction:false, sqlx -- no-transaction,
    Atlas -- atlas:txmode none, Flyway executeInTransaction=false in the script configuration,
    Alembic with op.get_context().autocommit_block(). Where a runner has no such switch, run
    the statement by hand before the deploy and leave IF NOT EXISTS in the migration.
  `,
  *check({ action, transaction }) {
    const { openedBy } = transaction
    const statement = refusedForm(action)
    if (openedBy === undefined || statement === undefined) return
    const whose = openedBy === 'runner' ? 'in which the runner puts it' : 'that the migration began'
    yield {
      message: `${statement.words} is refused (25001) in the transaction ${whose}`,
      subject: statement.subject ?? statement.words,
    }
  },
})

/** What is refused, in words, and what it is about. */
function refusedForm(action: Action): { readonly words: string; readonly subject?: string } | undefined {
  switch (action.kind) {
    case 'createIndex': {
      const { table, name } = action.index
      const subject = name === undefined ? table : `${partsOf(table).schema}.${name}`
      return action.concurrently ? { words: 'create index concurrently', subject } : undefined
    }
    case 'dropIndex':
      return action.concurrently ? { words: 'drop index concurrently', subject: action.index } : undefined
    case 'reindex':
      if (action.concurrently) return { words: 'reindex concurrently', subject: action.relation ?? action.target }
      return action.target === 'schema' || action.target === 'database'
        ? { words: `reindex ${action.target}` }
        : undefined
    case 'detachPartition':
      return action.concurrently ? { words: 'detach partition concurrently', subject: action.partition } : undefined
    // CLUSTER without a table goes through the whole database, in transactions of its own.
    case 'maintain':
      return action.command.startsWith('vacuum') || (action.command === 'cluster' && action.relations.length === 0)
        ? { words: action.command.startsWith('vacuum') ? 'vacuum' : 'cluster' }
        : undefined
    case 'leaveCatalog':
    case 'unmodelled':
      return REFUSED.test(action.statement) ? { words: REFUSED.exec(action.statement)![0].toLowerCase() } : undefined
    default:
      return undefined
  }
}

const REFUSED = /^(VACUUM|(CREATE|DROP) (DATABASE|TABLESPACE)|ALTER SYSTEM|DISCARD ALL)\b/
