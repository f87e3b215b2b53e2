import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { locksOf } from '../src/locks.ts'
import type { Locks } from '../src/report/locks.ts'
import { locksJson } from '../src/report/locks-json.ts'
import { locksText } from '../src/report/locks-text.ts'

const from = mkdtempSync(join(tmpdir(), 'locks-'))
let locks: Locks

beforeAll(async () => {
  for (const [name, text] of Object.entries(migrations)) writeFileSync(join(from, name), text)
  locks = await locksOf({ paths: ['.'], from, postgres: 17 })
})

afterAll(() => rmSync(from, { recursive: true }))

test('JSON has one entry a statement, in order, and says which relations are new', () => {
  const { version, postgres, statements } = JSON.parse(locksJson(locks))
  expect([version, postgres]).toEqual([1, 17])
  expect(statements).toHaveLength(6)
  expect(statements[0]).toEqual({
    file: '001_orders.sql',
    line: 1,
    endLine: 3,
    kind: 'CREATE TABLE',
    effects: [{ relation: 'public.orders', lock: 'AccessExclusiveLock', work: 'none', new: true }],
  })
  expect(statements[2]?.effects).toEqual([
    { relation: 'public.orders', lock: 'AccessExclusiveLock', work: 'rewrite', new: false },
  ])
})

test('text groups statements by transaction and tells the strongest lock', () => {
  expect(locksText(locks, 0)).toBe(`one transaction, locks held to the end of the transaction
  statement                      relation       lock                 waits                     for
  002_index.sql:1  CREATE INDEX  public.orders  ShareLock            writes, other DDL         all its rows are indexed
  002_index.sql:2  ALTER TABLE   public.orders  AccessExclusiveLock  reads, writes, other DDL  all its rows are rewritten
  strongest                      public.orders  AccessExclusiveLock  reads, writes, other DDL  all its rows are rewritten

a transaction of its own, locks held to the end of the statement
  statement                           relation       lock                      waits      for
  003_concurrently.sql:1  DROP INDEX  public.orders  ShareUpdateExclusiveLock  other DDL  an instant

3 of 6 statements lock nothing that anybody waits for; 2 relations are new, and left out (PostgreSQL 17)
`)
})

const migrations = {
  '001_orders.sql': 'create table orders (\n  id bigint primary key\n);\n',
  '002_index.sql': `create index orders_id on orders (id);
alter table orders add column token uuid default gen_random_uuid();
create table fresh (id bigint);
insert into orders values (1);
`,
  '003_concurrently.sql': 'drop index concurrently orders_id;\n',
}
