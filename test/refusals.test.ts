import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { builtInRules } from '../src/built-in-rules.ts'
import { emptyCatalog } from '../src/catalog/empty-catalog.ts'
import { ServerError } from '../src/database/session.ts'
import { openServer } from '../src/database/target.ts'
import { lint } from '../src/lint.ts'
import { applyFiles, readFiles } from './support/apply-fixture.ts'
import { emptyDatabase } from './support/empty-database.ts'
import { readFixture } from './support/fixture.ts'
import { lintFiles } from './support/lint-fixture.ts'
import { nativeServers } from './support/servers.ts'

/** Rules that say with which SQLSTATE a server refuses a statement, on an empty database. */
const REFUSING = [
  'statement-refused-in-transaction',
  'concurrently-on-partitioned-table',
  'constraint-backing-index-dropped',
  'enum-value-used-in-the-same-transaction',
]
const folder = fileURLToPath(new URL('../fixtures/', import.meta.url))
const rules = (await builtInRules()).filter(({ name }) => REFUSING.includes(name))
const servers = await nativeServers()
afterAll(async () => {
  for (const server of servers) await server.stop()
})

test('the rules are there', () => {
  expect(rules.map(({ name }) => name).toSorted()).toEqual(REFUSING.toSorted())
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(REFUSING.map((name) => `${name}.sql`)))
})

describe.each(servers)('on $name', ({ target }) => {
  test.each(rules)('what $name says is what the server does', async (rule) => {
    const server = await openServer(target, { extensions: [] })
    try {
      for (const { name, files, transaction } of readFixture(`${folder}${rule.name}.sql`).cases) {
        const [first] = await lintFiles(rule, files, server.major, transaction)
        await emptyDatabase(server)
        const { refused, leftOut } = await applyFiles(server, files, transaction)
        // What reaches beyond the database is not tried on a server, so that nothing is refused.
        if (leftOut.length > 0) continue
        const [sqlstate] = /\b[0-9A-Z]{5}(?=\))/.exec(first?.message ?? '') ?? []
        expect(refused.map(({ action }) => action.sqlstate).slice(0, 1), `${rule.name}: ${name}`).toEqual(
          sqlstate === undefined ? [] : [sqlstate],
        )
        if (first?.span === undefined) continue
        const { start, end } = refused[0]!.statement.span
        expect(first.span.start >= start && first.span.end <= end, `${rule.name}: ${name}: the place`).toBe(true)
      }
    } finally {
      await server.close()
    }
  })

  test('each feature is refused by the servers before it, and by no other', async () => {
    const server = await openServer(target, { extensions: [] })
    try {
      for (const [since, sql] of FEATURES) {
        await emptyDatabase(server)
        const text = `${SETTING}\n${sql};`
        const told = await needsOf(text, server.major)
        expect(told, `${server.major}: ${sql}`).toEqual(server.major < since ? [since] : [])
        await server.session.run(SETTING)
        const error = await server.session.run(sql).catch((reason: unknown) => reason)
        expect(error instanceof ServerError, `${server.major}: ${sql}: ${error}`).toBe(server.major < since)
      }
    } finally {
      await server.close()
    }
  }, 120_000)
})

async function needsOf(text: string, major: number): Promise<readonly number[]> {
  const [migration] = await readFiles([{ path: '1.sql', text }])
  const found: number[] = []
  let catalog = emptyCatalog(major)
  for (const statement of migration!.statements) {
    for (const action of statement.actions(catalog, major)) if (action.kind === 'needVersion') found.push(action.since)
    catalog = lint([{ ...migration!, statements: [statement] }], [], catalog, major).catalog
  }
  return found
}

const SETTING = `
  create table t (id integer primary key, a integer, b integer generated always as (1) stored, r int4range);
  create table t2 (id integer, day date) partition by range (day);
  create table t2_2024 partition of t2 for values from ('2024-01-01') to ('2025-01-01');
  create function touch() returns trigger language plpgsql as 'begin return new; end';`

const FEATURES: readonly (readonly [number, string])[] = [
  [15, 'create table u (a integer, unique nulls not distinct (a))'],
  [15, 'create unique index on t (a) nulls not distinct'],
  [15, 'create table u (a integer, foreign key (a) references t on delete set null (a))'],
  [18, 'create table u (a integer, b integer generated always as (a) virtual)'],
  [18, 'create table u (a integer check (a > 0) not enforced)'],
  [18, 'alter table t add constraint c foreign key (a) references t not enforced'],
  [18, 'alter table t add constraint c not null a not valid'],
  [18, 'create table u (a int4range, b tstzrange, constraint c unique (a, b without overlaps))'],
  [17, 'alter table t alter column b set expression as (2)'],
  [15, 'alter table t set access method heap'],
  [14, 'alter table t2 detach partition t2_2024 concurrently'],
  [14, 'create or replace trigger touched before update on t for each row execute function touch()'],
  [14, 'create function one() returns integer language sql begin atomic select 1; end'],
  [14, 'create statistics s on (a + 1), id from t'],
  [16, 'create table u (a text storage external)'],
  [15, 'merge into t using t as s on t.id = s.id when matched then do nothing'],
  [15, 'create view v with (security_invoker = true) as select 1 as one'],
  [15, 'create publication p for tables in schema public'],
  [15, 'create publication q for table t where (id > 0)'],
  [17, "create view v as select j.a from json_table('[]'::jsonb, '$' columns (a integer path '$')) as j"],
  [16, 'create table u (a text check (a is json))'],
  [17, "set transaction_timeout = '1s'"],
  [17, 'grant maintain on t to public'],
  [14, 'create table u (a int4multirange)'],
  [15, "create table u (a text check (regexp_like(a, 'x')))"],
  [16, 'create view v as select any_value(a) as a from t'],
  [17, 'create table u (a text default to_bin(5))'],
  [18, 'create table u (a uuid default uuidv7())'],
  [18, "create table u (a text default casefold('A'))"],
]
