import { expect, test } from 'vitest'
import { introspect } from '../../src/database/introspect.ts'
import { openServer } from '../../src/database/target.ts'
import { textReaders } from '../../src/sql/text-readers.ts'
import { foldSql } from '../support/read-sql.ts'
import { nativeServers } from '../support/servers.ts'

const made = `
  create role parity_subscriber superuser;
  create subscription plain connection 'dbname=nowhere' publication p, q with (connect = false, slot_name = none);
  create subscription gone connection 'dbname=nowhere' publication p with (connect = false, slot_name = none);
  alter subscription plain add publication r with (refresh = false);
  alter subscription plain set (synchronous_commit = off);
  alter subscription plain rename to renamed;
  alter subscription renamed owner to parity_subscriber;
  drop subscription gone;
  drop subscription if exists missing;`

test('a subscription is what its statements made of it', { timeout: 120_000 }, async () => {
  const servers = await nativeServers([14, 18])
  const { catalog } = await foldSql(made)
  for (const { target, stop } of servers) {
    const server = await openServer(target, { extensions: [] })
    try {
      for (const statement of made.trim().split(';\n')) await server.session.run(statement)
      const live = await introspect(server.session, textReaders)
      const facts = (others: typeof live.others) =>
        [...others].map(([key, { kind, name, owner }]) => ({ key, kind, name, owner }))
      expect(facts(catalog.others)).toEqual(facts(live.others))
      await server.session.run('drop subscription renamed')
    } finally {
      await server.close({ createdRoles: ['parity_subscriber'] })
      await stop()
    }
  }
})
