import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { builtInRules } from '../src/built-in-rules.ts'
import { diff } from '../src/catalog/diff.ts'
import { emptyCatalog } from '../src/catalog/empty-catalog.ts'
import { openServer, type Server } from '../src/database/target.ts'
import { lint } from '../src/lint.ts'
import type { ChosenRule } from '../src/loaded-rule.ts'
import { applyFiles, readFiles } from './support/apply-fixture.ts'
import { emptyDatabase } from './support/empty-database.ts'
import { readFixture } from './support/fixture.ts'
import { OTHERS_SETTING } from './support/refused-others.ts'
import { listOf, REFUSED, SETTING } from './support/refused-statements.ts'
import { availableServers } from './support/servers.ts'

const folders = ['../fixtures/', 'parity/'].map((each) => fileURLToPath(new URL(each, import.meta.url)))
const corpus = folders.flatMap((folder) =>
  readdirSync(folder).flatMap((file) => (file.endsWith('.sql') ? [folder + file] : [])),
)
const foreseeing = (await builtInRules())
  .filter(({ rule }) => rule.scope === 'action' && (rule.on as readonly string[]).includes('foreseeRefusal'))
  .map((each): ChosenRule => ({ ...each, severity: each.rule.severity }))
const servers = await availableServers()
afterAll(async () => {
  for (const server of servers) await server.stop()
})

describe.each(servers)('on $name', ({ target }) => {
  let server: Server
  beforeAll(async () => {
    server = await openServer(target, { extensions: ['moddatetime', 'citext'] })
  }, 120_000)
  afterAll(async () => server.close({ createdRoles: [] }))

  test('of what the server takes nothing is told', async () => {
    let compared = 0
    for (const { path, cases } of corpus.map(readFixture)) {
      for (const { name, files, postgres, transaction } of cases) {
        const isSql = files.every((file) => file.path.endsWith('.sql'))
        if (!isSql || (postgres !== 17 && postgres > server.major)) continue
        const read = await readFiles(files, transaction)
        const [first] = lint(read, foreseeing, emptyCatalog(server.major), server.major).findings
        if (first === undefined) continue
        await emptyDatabase(server)
        const { refused, leftOut } = await applyFiles(server, files, transaction)
        if (leftOut.length > 0) continue
        compared++
        expect
          .soft(
            refused.map(({ action }) => `${action.reason} (${action.sqlstate})`),
            `${path}: ${name}`,
          )
          .toEqual([first.message.replace(/; there is .*/, '')])
      }
    }
    expect(compared).toBeGreaterThan(10)
  }, 300_000)
})

test('a statement that is refused leaves the schema as it is', async () => {
  const untold: string[] = []
  for (const sql of listOf(REFUSED)) {
    const texts = [SETTING, `${SETTING} ${sql};`]
    const [before, after] = await Promise.all(
      texts.map(async (text) => {
        const read = await readFiles([
          { path: '1.sql', text: SETTING },
          { path: '2.sql', text: text.slice(SETTING.length) },
        ])
        return lint(read, foreseeing, emptyCatalog(17), 17)
      }),
    )
    if (after!.findings.length === 0) untold.push(sql)
    else expect.soft(diff(before!.catalog, after!.catalog, new Set()), sql).toEqual([])
  }
  // A schema that the history has not made may come from elsewhere, and a function from an extension.
  const mayBeThere = /^drop schema apps$|\bquarter\b|execute function change\(\)$/
  expect(untold).toEqual(listOf(REFUSED).filter((sql) => mayBeThere.test(sql)))
})

test('an object of another kind is missed where neither a server nor an extension may have brought it', async () => {
  const tell = async (sql: string, first = '') => {
    const texts = [`${first}${OTHERS_SETTING}`, `${sql};`]
    const read = await readFiles(texts.map((text, place) => ({ path: `${place}.sql`, text })))
    return lint(read, foreseeing, emptyCatalog(17), 17).findings.map((each) => each.subject)
  }
  expect(await tell('drop publication nowhere')).toEqual([])
  expect(await tell('drop publication gone')).toEqual(['publication gone'])
  expect(await tell('drop server nowhere')).toEqual([])
  expect(await tell('drop statistics nowhere')).toEqual(['statistics public.nowhere'])
  expect(await tell('drop statistics nowhere', 'create extension unaccent;')).toEqual(['statistics public.nowhere'])
  expect(await tell('drop text search dictionary nowhere')).toEqual(['text search dictionary public.nowhere'])
  expect(await tell('drop text search dictionary nowhere', 'create extension unaccent;')).toEqual([])
  expect(await tell('drop operator ==== (mood, mood)', 'create extension unaccent;')).toEqual([])
  expect(await tell('drop statistics elsewhere.nowhere')).toEqual([])
  expect(await tell('drop rule nowhere on t')).toEqual(['public.t.nowhere'])
  expect(await tell('alter publication published drop table lone')).toEqual(['publication published: public.lone'])
})
