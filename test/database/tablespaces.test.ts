import { expect, test } from 'vitest'
import { introspect } from '../../src/database/introspect.ts'
import { openServer } from '../../src/database/target.ts'
import { textReaders } from '../../src/sql/text-readers.ts'
import { foldSql } from '../support/read-sql.ts'
import { nativeServers } from '../support/servers.ts'

const SQL = `
  create table t (id integer primary key, n text);
  create index tn on t (n);
  create table p (id integer primary key) partition by range (id);
  create table p1 partition of p for values from (0) to (10);
  create table q (id integer primary key) partition by range (id);
  create table q1 partition of q for values from (0) to (10) partition by range (id);
  create table q2 partition of q1 for values from (0) to (5);
  create materialized view m as select id from t;
  create index ma on m (id);
  create schema s;
  create table s.t (id integer primary key);
  create table s.p (id integer primary key) partition by range (id);
  create table s.p1 partition of s.p for values from (0) to (10);
  create table t2 (id integer primary key);
  reindex (tablespace schemalint_place) index tn;
  reindex (tablespace schemalint_place) table p;
  reindex (tablespace schemalint_place) index q_pkey;
  reindex (tablespace schemalint_place) table m;
  reindex (tablespace schemalint_place, concurrently) schema s;
  reindex (tablespace schemalint_place) table t2;
  reindex (tablespace pg_default) index t2_pkey`

test('REINDEX (TABLESPACE …) moves the indexes that the server moves', { timeout: 120_000 }, async () => {
  const [newest] = await nativeServers([17])
  if (newest === undefined) return
  const server = await openServer(newest.target, { extensions: [] })
  try {
    await server.session.run('set allow_in_place_tablespaces = on')
    await server.session.run("create tablespace schemalint_place location ''")
    for (const statement of SQL.split(';')) await server.session.run(statement)
    const live = await introspect(server.session, textReaders, { ignoredRoles: server.rolesBefore })
    const { catalog } = await foldSql(SQL, server.major)
    const places = ({ indexes }: typeof live) =>
      [...indexes.values()].map(({ name, tablespace = '' }) => `${name} ${tablespace}`).toSorted()
    expect(places(catalog)).toEqual(places(live))
    expect(places(live).filter((each) => each.endsWith('schemalint_place'))).toHaveLength(6)
  } finally {
    await server.close({ createdRoles: [] })
    await newest.stop()
  }
})
