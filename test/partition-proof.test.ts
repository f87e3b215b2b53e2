import { afterAll, beforeAll, expect, test } from 'vitest'
import { partsOf } from '../src/catalog/names.ts'
import { testsOfAttach } from '../src/catalog/partition-tests.ts'
import { introspect } from '../src/database/introspect.ts'
import { openServer } from '../src/database/target.ts'
import { textReaders } from '../src/sql/text-readers.ts'
import { randomNumbers } from './support/random.ts'
import { foldSql, readSql } from './support/read-sql.ts'
import { nativeServers, olderServers, type TestServer } from './support/servers.ts'

const timeout = 300_000
const CASES = 250
let servers: readonly TestServer[] = []

beforeAll(async () => {
  servers = [
    { name: 'embedded', target: { kind: 'embedded' }, stop: async () => undefined },
    ...(await olderServers()),
    ...(await nativeServers()),
  ]
}, timeout)

afterAll(async () => {
  for (const server of servers) await server.stop()
})

test('what is proven of partitions the server proves too, be the checks as written or as it prints them', {
  timeout,
}, async () => {
  for (const { name, target } of servers) {
    const server = await openServer(target, { extensions: [] })
    try {
      const random = randomNumbers(server.major)
      const cases = Array.from({ length: CASES }, (_, place) => randomCase(random, place))
      const schema = cases.map((each) => each.schema).join('\n')
      await server.session.run(schema)
      const live = await introspect(server.session, textReaders, { ignoredRoles: server.rolesBefore })
      const written = await foldSql(schema, server.major)
      await server.session.run('set client_min_messages = debug1')
      const sure = { nothing: 0, everything: 0, 'perhaps everything': 0 }
      for (const { attach, schema: own } of cases) {
        const notices = await server.session.run(attach)
        const scanned = notices.flatMap((notice) => /^verifying table "(.*)"$/.exec(notice)?.[1] ?? []).toSorted()
        for (const catalog of [live, written.catalog]) {
          const [action] = (await readSql(attach))[0]!.actions(catalog, server.major)
          if (action?.kind !== 'attachPartition') throw new Error(attach)
          for (const { table, reads } of testsOfAttach(catalog, action)) {
            const isRead = scanned.includes(partsOf(table).name)
            if (reads !== 'perhaps everything') expect(isRead, `${name}: ${own} ${attach}`).toBe(reads === 'everything')
            sure[reads]++
          }
        }
      }
      expect(Math.min(sure.nothing, sure.everything)).toBeGreaterThan(CASES / 10)
    } finally {
      await server.close({ createdRoles: [] })
    }
  }
})

test.each([
  ['a constant of another type', `check (a >= '2026-01-01'::timestamp and a < '2027-01-01'::timestamp)`],
  ['a constant that is computed', `check (a >= date '2025-12-31' + 1 and a < date '2027-01-01')`],
  ['a row beside a row', `check ((a, b) >= ('2026-01-01', 1) and (a, b) < ('2027-01-01', 1))`],
])('%s may be proof, for all that is known', async (_, check) => {
  const parted = 'create table whole (a date not null, b int) partition by range (a);'
  const { catalog } = await foldSql(`${parted} create table part (a date not null, b int, ${check});`)
  const attach = `alter table whole attach partition part for values from ('2026-01-01') to ('2027-01-01')`
  const [action] = (await readSql(attach))[0]!.actions(catalog, 18)
  if (action?.kind !== 'attachPartition') throw new Error(attach)
  expect(testsOfAttach(catalog, action)).toEqual([{ table: 'public.part', reads: 'perhaps everything' }])
})

/** A partitioned table with a default partition, a table with a check, and its ATTACH. */
function randomCase(random: (bound: number) => number, place: number) {
  const pick = <T>(list: readonly T[]) => list[random(list.length)]!
  const type = pick(['int', 'date', 'text'])
  const strategy = pick(['list', 'range'])
  const value = (number: number) =>
    type === 'int' ? `${number}` : type === 'date' ? `'2026-01-${10 + number}'` : `'v${number}'`
  const low = random(6)
  const bound = strategy === 'list' ? listBound() : `from (${value(low)}) to (${value(low + 1 + random(3))})`
  return {
    schema: [
      `create table whole_${place} (a ${type}, b int) partition by ${strategy} (a);`,
      `create table rest_${place} partition of whole_${place} default;`,
      `create table part_${place} (a ${type}${pick(['', ' not null'])}, b int, check (${condition(2)}));`,
      `alter table rest_${place} add check (${condition(2)});`,
    ].join(' '),
    attach: `alter table whole_${place} attach partition part_${place} for values ${bound}`,
  }

  function listBound() {
    const values = [random(3), 3 + random(3)].map(value)
    return `in (${[...values, ...(random(3) === 0 ? ['null'] : [])].join(', ')})`
  }

  function condition(depth: number): string {
    if (depth > 0 && random(3) > 0) {
      const word = pick(['and', 'and', 'or'])
      return `${random(6) === 0 ? 'not ' : ''}(${condition(depth - 1)} ${word} ${condition(depth - 1)})`
    }
    const [first, second] = [random(8), random(8)]
    return pick([
      `a ${pick(['<', '<=', '=', '>=', '>', '<>'])} ${value(first)}`,
      `${value(first)} ${pick(['<', '>='])} a`,
      `a between ${value(first)} and ${value(second)}`,
      `a in (${value(first)}, ${value(second)})`,
      `a not in (${value(first)}, ${value(second)})`,
      `a = any (array[${value(first)}, ${value(second)}]::${type}[])`,
      'a is not null',
      'a is null',
      `b > ${first}`,
      'b % 2 = 0',
    ])
  }
}
