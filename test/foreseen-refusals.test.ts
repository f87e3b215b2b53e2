import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyCatalog } from '../src/catalog/empty-catalog.ts'
import { fold } from '../src/catalog/fold.ts'
import { foreseeRefusal } from '../src/catalog/foresee-refusal.ts'
import { missingOther } from '../src/catalog/missing-others.ts'
import type { OtherKind } from '../src/catalog/other-objects.ts'
import { ServerError } from '../src/database/session.ts'
import { openServer, type Server } from '../src/database/target.ts'
import { emptyDatabase } from './support/empty-database.ts'
import { foldSql, readSql } from './support/read-sql.ts'
import { COLUMNS_REFUSED, COLUMNS_SETTING, COLUMNS_TAKEN } from './support/refused-columns.ts'
import { FORMS_REFUSED, FORMS_SETTING, FORMS_TAKEN } from './support/refused-forms.ts'
import { OTHERS_REFUSED, OTHERS_SETTING, OTHERS_TAKEN } from './support/refused-others.ts'
import { listOf, REFUSED, SETTING, TAKEN, UNFIT } from './support/refused-statements.ts'
import { availableServers } from './support/servers.ts'

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

  test.each(GROUPS)(
    'what is foreseen is what the server says, word by word: $about',
    async ({ setting, refused, taken }) => {
      await emptyDatabase(server)
      await server.session.run(setting)
      for (const sql of listOf(refused)) {
        const said = await answer(server, sql)
        expect.soft(said, `${sql} is refused`).toBeDefined()
        expect.soft(await foreseen(setting, sql, server.major), sql).toEqual(said)
      }
      for (const sql of listOf(taken)) {
        expect.soft(await answer(server, sql), `${sql} is taken`).toBeUndefined()
        expect.soft(await foreseen(setting, sql, server.major), sql).toBeUndefined()
      }
    },
    120_000,
  )

  test('what comes with the server is never missed', async () => {
    const rows = await server.session.query<{ kind: OtherKind; name: string; of: string[] }>(BUILT_IN)
    expect(rows.length).toBeGreaterThan(500)
    const missed = rows.filter((each) => missingOther(emptyCatalog(server.major), each) !== undefined)
    expect(missed).toEqual([])
  })
})

/** What a server has from the start of the kinds that have no actions of their own, named as if it were in a schema of the path. */
const BUILT_IN = `
  select 'collation' as kind, 'public.' || quote_ident(collname) as name, '{}'::text[] as of from pg_collation where oid < 16384
  union all select 'conversion', 'public.' || conname, '{}' from pg_conversion where oid < 16384
  union all select 'text search configuration', 'public.' || cfgname, '{}' from pg_ts_config where oid < 16384
  union all select 'text search dictionary', 'public.' || dictname, '{}' from pg_ts_dict where oid < 16384
  union all select 'text search parser', 'public.' || quote_ident(prsname), '{}' from pg_ts_parser where oid < 16384
  union all select 'text search template', 'public.' || tmplname, '{}' from pg_ts_template where oid < 16384
  union all select 'operator class', 'public.' || opcname, array['btree'] from pg_opclass where oid < 16384
  union all select 'operator family', 'public.' || opfname, array['btree'] from pg_opfamily where oid < 16384
  union all select 'operator', 'public.' || oprname,
    array[case oprleft when 0 then 'NONE' else format_type(oprleft, null) end, format_type(oprright, null)] from pg_operator where oid < 16384
  union all select 'cast', format_type(castsource, null), array[format_type(casttarget, null)] from pg_cast where oid < 16384
  union all select 'access method', amname, '{}' from pg_am where oid < 16384
  union all select 'language', lanname, '{}' from pg_language where oid < 16384`

const GROUPS = [
  { about: 'tables and what is on them', setting: SETTING, refused: `${REFUSED};\n${UNFIT}`, taken: TAKEN },
  { about: 'columns', setting: COLUMNS_SETTING, refused: COLUMNS_REFUSED, taken: COLUMNS_TAKEN },
  { about: 'forms', setting: FORMS_SETTING, refused: FORMS_REFUSED, taken: FORMS_TAKEN },
  { about: 'all other kinds', setting: OTHERS_SETTING, refused: OTHERS_REFUSED, taken: OTHERS_TAKEN },
]

/** What the server says against a statement, in a transaction that is taken back. */
async function answer({ session }: Server, sql: string): Promise<string | undefined> {
  await session.run('begin')
  try {
    await session.run(sql)
    return undefined
  } catch (error) {
    if (!(error instanceof ServerError)) throw error
    return `${error.message} (${error.sqlstate})`
  } finally {
    await session.run('rollback')
  }
}

/** What is foreseen of a statement after the setting. */
async function foreseen(setting: string, sql: string, major: number): Promise<string | undefined> {
  const key = `${major}: ${setting}`
  settings.set(key, settings.get(key) ?? (await foldSql(setting, major)).catalog)
  const before = settings.get(key)!
  const [statement] = await readSql(sql)
  let catalog = before
  const actions = statement!.actions(before, major)
  for (const action of actions) {
    const found = foreseeRefusal(action, catalog, { untouched: before, statement: actions, postgres: major })
    if (found !== undefined) return `${found.reason} (${found.sqlstate})`
    catalog = fold(catalog, action, major)
  }
  return undefined
}

const settings = new Map<string, Awaited<ReturnType<typeof foldSql>>['catalog']>()
