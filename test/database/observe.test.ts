import { afterAll, beforeAll, expect, test } from 'vitest'
import { observe } from '../../src/database/observe.ts'
import { observeOutside } from '../../src/database/observe-outside.ts'
import { openServer } from '../../src/database/target.ts'
import type { TestServer } from '../support/servers.ts'
import { nativeServers } from '../support/servers.ts'

const timeout = 180_000
let servers: readonly TestServer[] = []

beforeAll(async () => {
  const embedded: TestServer = { name: 'embedded', target: { kind: 'embedded' }, stop: async () => undefined }
  servers = [embedded, ...(await nativeServers([14, 18]))]
}, timeout)

afterAll(async () => {
  for (const server of servers) await server.stop()
}, timeout)

test('locks and work are seen as they are', { timeout }, async () => {
  for (const { name, target } of servers) {
    const server = await openServer(target, { extensions: [] })
    const { session } = server
    try {
      for (const statement of setup) await session.run(statement)
      await session.run('begin')
      for (const [statement, effects] of cases) {
        await session.run('savepoint before')
        const seen = await observe(session, statement)
        const told = seen.effects.map(({ relation, lock, work }) => `${relation} ${lock} ${work}`).toSorted()
        expect(told, `${name}: ${statement}`).toEqual(effects)
        await session.run('rollback to before')
      }
      await session.run('rollback')
      const observer = await server.connectAgain?.()
      if (observer === undefined) continue
      try {
        const locks = await observeOutside(session, observer, 'create index concurrently i on child (parent_id)')
        expect([...locks], name).toEqual([['public.child', 'ShareUpdateExclusiveLock']])
        await expect(observeOutside(session, observer, 'vacuum (nonsense) child')).rejects.toThrow('nonsense')
      } finally {
        await observer.close()
      }
    } finally {
      await server.close()
    }
  }
})

test('a build that waits for the observer itself is let go on', { timeout }, async () => {
  for (const { name, target } of servers) {
    const server = await openServer(target, { extensions: [] })
    const observer = await server.connectAgain?.()
    try {
      for (const statement of setup) await server.session.run(statement)
      await server.session.run(`set lock_timeout = '20s'`)
      for (let round = 0; observer !== undefined && round < 20; round++) {
        const build = `create index concurrently totals_${round} on totals (total)`
        await expect(observeOutside(server.session, observer, build), name).resolves.toBeDefined()
      }
    } finally {
      await observer?.close()
      await server.close()
    }
  }
})

test('what is held from earlier is no news, but held', { timeout }, async () => {
  const server = await openServer({ kind: 'embedded' }, { extensions: [] })
  const { session } = server
  try {
    for (const statement of setup) await session.run(statement)
    await session.run('begin')
    await observe(session, 'alter table child add column more integer')
    const second = await observe(session, 'create index on child (more)')
    expect(second.effects).toEqual([{ relation: 'public.child', lock: 'AccessExclusiveLock', work: 'build' }])
    const third = await observe(session, 'alter table child alter more set default 1')
    expect(third.effects).toEqual([])
    expect(third.held.get('public.child')).toBe('AccessExclusiveLock')
  } finally {
    await server.close()
  }
})

test('of two tables with one name in a transaction, that one is seen at work that was', { timeout }, async () => {
  for (const { name, target } of servers) {
    const server = await openServer(target, { extensions: [] })
    const { session } = server
    try {
      for (const statement of setup) await session.run(statement)
      for (const statement of ['create schema other', 'create table other.child (id bigint, parent_id bigint)'])
        await session.run(statement)
      await session.run('begin')
      await session.run('lock table child, other.child in access exclusive mode')
      for (const [statement, work] of [
        ['alter table child alter parent_id set not null', 'validate'],
        ['create index on child (parent_id)', 'build'],
        ['reindex table child', 'build'],
        ['alter table child alter parent_id type text', 'rewrite'],
      ] as const)
        expect((await observe(session, statement)).effects, `${name}: ${statement}`).toEqual([
          { relation: 'public.child', lock: 'AccessExclusiveLock', work },
        ])
      await session.run('rollback')
    } finally {
      await server.close()
    }
  }
})

const setup = [
  'create table parent (id bigint primary key)',
  'create table child (id bigint primary key, parent_id bigint)',
  'create materialized view totals as select 1 as total',
  'insert into parent values (1)',
  'insert into child values (1, 1)',
]

const cases: readonly (readonly [string, readonly string[]])[] = [
  ['alter table child add column more integer', ['public.child AccessExclusiveLock none']],
  [
    'alter table child add column more bigserial',
    ['public.child AccessExclusiveLock rewrite', 'public.child_more_seq AccessExclusiveLock none'],
  ],
  ['alter table child alter parent_id set not null', ['public.child AccessExclusiveLock validate']],
  [
    'alter table child add foreign key (parent_id) references parent',
    ['public.child ShareRowExclusiveLock validate', 'public.parent ShareRowExclusiveLock validate'],
  ],
  [
    'alter table child add foreign key (parent_id) references parent not valid',
    ['public.child ShareRowExclusiveLock none', 'public.parent ShareRowExclusiveLock none'],
  ],
  ['create index on child (parent_id)', ['public.child ShareLock build']],
  ['reindex table child', ['public.child ShareLock build', 'public.child_pkey AccessExclusiveLock none']],
  ['drop table child', ['public.child AccessExclusiveLock none']],
  ['truncate child', ['public.child AccessExclusiveLock none']],
  ['refresh materialized view totals', ['public.totals AccessExclusiveLock rewrite']],
  ['alter table child rename to grown', ['public.child AccessExclusiveLock none']],
  ['alter index child_pkey rename to child_key', ['public.child_pkey ShareUpdateExclusiveLock none']],
  ['select * from child', ['public.child AccessShareLock scan']],
]
