import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { openServer } from '../../src/database/target.ts'
import { emptyDatabase } from '../support/empty-database.ts'
import { foldSql } from '../support/read-sql.ts'
import { availableServers } from '../support/servers.ts'

/** Tables, then queries, one a line; an expression stands for one over the table `t`. */
const [setup = '', known = '', unknown = ''] = readFileSync(
  new URL('query-columns.sql', import.meta.url),
  'utf8',
).split(/^-- (?:not )?known\n/m)
const queriesOf = (part: string) =>
  part
    .trim()
    .split('\n')
    .map((line) => (/^(?:select|with|values|table)\b/.test(line) ? line : `select ${line} as c from t`))
const queries = queriesOf(known)
const tables = queries.map((query, at) => `create table of_${at} as ${query};`)

const servers = await availableServers()

afterAll(async () => {
  for (const server of servers) await server.stop()
})

describe.each(servers)('on $name', ({ target }) => {
  test('the columns of queries have the types and collations that the server gives them', async () => {
    const server = await openServer(target, { extensions: [] })
    try {
      await emptyDatabase(server)
      for (const text of [setup, tables.join('\n'), `set search_path = ''`]) await server.session.run(text)
      const rows = await server.session.query<{ readonly at: number; readonly columns: string }>(liveQuery)
      const live = new Map(rows.map(({ at, columns }) => [at, columns]))
      const { catalog } = await foldSql(setup + tables.join('\n'))
      const folded = queries.map((query, at) => {
        const table = catalog.tables.get(`public.of_${at}`)
        const columns = table?.known === 'wholly' ? table.columns : []
        const printed = columns.map(({ name, type, collation }) => `${name} ${type}${collation ? ` ${collation}` : ''}`)
        return `${query}: ${printed.join(', ')}`
      })
      expect(folded).toEqual(queries.map((query, at) => `${query}: ${live.get(at)}`))
    } finally {
      await server.close()
    }
  })
})

test('where the planner decides, or the type keeps a collation that is not its own, nothing is told', async () => {
  const inDoubt = queriesOf(unknown)
  const { catalog } = await foldSql(setup + inDoubt.map((query, at) => `create table of_${at} as ${query};`).join('\n'))
  expect(inDoubt.filter((_, at) => catalog.tables.get(`public.of_${at}`)?.known !== 'partly')).toEqual([])
})

const liveQuery = `
  select substr(relname, 4)::int as at, string_agg(
    attname || ' ' || format_type(atttypid, atttypmod)
      || case when attcollation <> typcollation then ' ' || quote_ident(collname) else '' end, ', ' order by attnum) as columns
  from pg_class c join pg_attribute a on attrelid = c.oid and attnum > 0 join pg_type t on t.oid = atttypid
    left join pg_collation l on l.oid = attcollation
  where relname like 'of\\_%' and relkind = 'r'
  group by relname`
