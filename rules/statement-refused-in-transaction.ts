import { type Action, type ActionOf, actionRule, type Catalog, type Name, partsOf } from '../src/rule.ts'

export default actionRule({
  on: [
    'createIndex',
    'dropIndex',
    'reindex',
    'detachPartition',
    'maintain',
    'createOther',
    'leaveCatalog',
    'unmodelled',
  ],
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
  *check({ action, before, postgres, transaction }) {
    const { openedBy } = transaction
    const statement = refusedForm(action, before, postgres)
    if (openedBy === undefined || statement === undefined) return
    const whose = openedBy === 'runner' ? 'in which the runner puts it' : 'that the migration began'
    yield {
      message: `${statement.words} is refused (25001) in the transaction ${whose}`,
      subject: statement.subject ?? statement.words,
    }
  },
})

/** What is refused, in words, and what it is about. */
interface Refused {
  readonly words: string
  readonly subject?: string
}

function refusedForm(action: Action, before: Catalog, postgres: number): Refused | undefined {
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
      if (action.relation !== undefined && isPartitioned(before, action.relation))
        return { words: `reindex ${action.target} of a partitioned table`, subject: action.relation }
      return action.target === 'schema' || action.target === 'database'
        ? { words: `reindex ${action.target}` }
        : undefined
    case 'detachPartition':
      return action.concurrently ? { words: 'detach partition concurrently', subject: action.partition } : undefined
    // CLUSTER without a table goes through the whole database, in transactions of its own.
    case 'maintain': {
      const [relation] = action.relations
      if (action.command === 'cluster' && postgres >= 15 && relation !== undefined && isPartitioned(before, relation))
        return { words: 'cluster of a partitioned table', subject: relation }
      return action.command.startsWith('vacuum') || (action.command === 'cluster' && action.relations.length === 0)
        ? { words: action.command.startsWith('vacuum') ? 'vacuum' : 'cluster' }
        : undefined
    }
    // A slot is made on the other server, unless the subscription is told not to.
    case 'createOther':
      return action.object.kind === 'subscription' && makesSlot(action.object)
        ? { words: 'create subscription with a slot', subject: action.object.name }
        : undefined
    case 'leaveCatalog':
    case 'unmodelled':
      return REFUSED.test(action.statement) ? { words: REFUSED.exec(action.statement)![0].toLowerCase() } : undefined
    default:
      return undefined
  }
}

const REFUSED = /^(VACUUM|(CREATE|DROP) (DATABASE|TABLESPACE)|ALTER SYSTEM|DISCARD ALL)\b/

/** Whether a table is partitioned, or the table of an index. */
function isPartitioned({ tables, indexes }: Catalog, name: Name): boolean {
  return tables.get(indexes.get(name)?.table ?? name)?.kind === 'partitioned'
}

function makesSlot({ statements }: ActionOf<'createOther'>['object']): boolean {
  if (statements === undefined) return false
  const texts = statements.flatMap(({ pieces }) => pieces.filter((piece) => typeof piece === 'string'))
  return !texts.some((text) => /\b(connect|create_slot)\s*=\s*'?(false|off|no|0)\b/i.test(text))
}
