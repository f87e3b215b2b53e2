import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openServer, type Server } from '../src/database/target.ts'
import { disagreements } from './support/disagreements.ts'
import { emptyDatabase } from './support/empty-database.ts'
import { readFixture } from './support/fixture.ts'
import { availableServers } from './support/servers.ts'

const folder = fileURLToPath(new URL('../fixtures/', import.meta.url))
const forms = fileURLToPath(new URL('parity/', import.meta.url))
const fixtures = [folder, forms].flatMap((each) =>
  readdirSync(each)
    .filter((file) => file.endsWith('.sql'))
    .map((file) => readFixture(each + file)),
)
/** Those that the forms use; the embedded server must be given them beforehand. */
const contributed = [
  'btree_gin',
  'btree_gist',
  'citext',
  'cube',
  'earthdistance',
  'file_fdw',
  'hstore',
  'ltree',
  'moddatetime',
  'pg_buffercache',
  'pg_trgm',
  'tablefunc',
  'unaccent',
  'uuid-ossp',
]
const servers = await availableServers()

afterAll(async () => {
  for (const server of servers) await server.stop()
})

describe.each(servers)('on $name, every case', ({ target }) => {
  let server: Server
  beforeAll(async () => {
    server = await openServer(target, { extensions: contributed })
  })
  afterAll(async () => {
    await server.close({ createdRoles: [] })
  })

  for (const { path, cases } of fixtures) {
    test(`of ${path.slice(path.indexOf(path.startsWith(forms) ? 'parity/' : 'fixtures/'))}`, async () => {
      for (const each of cases) {
        // A case for a newer version than the server's, or one that no server takes, has nothing to be equal to.
        if (each.refused || (each.postgres !== 17 && each.postgres > server.major)) continue
        await emptyDatabase(server)
        expect
          .soft(await disagreements(server, each, path.startsWith(forms)), each.name)
          .toEqual({ refused: [], notModelled: [], drift: [], findings: [[], []], effects: [] })
      }
    })
  }

  // The embedded server does not get back to the user that it began with.
  if (target.kind === 'embedded') return
  test('of whom a session says it is', async () => {
    await emptyDatabase(server)
    const files = [{ path: '1.sql', text: SESSION, offset: 0 }]
    const found = await disagreements(
      server,
      { name: '', files, postgres: server.major, transaction: undefined, refused: false },
      true,
    )
    expect(found).toEqual({ refused: [], notModelled: [], drift: [], findings: [[], []], effects: [] })
  })
})

const SESSION = `
  create role parity_owner;
  grant create on schema public to parity_owner;
  create role parity_member;
  grant create on schema public to parity_member;
  grant parity_member to parity_owner;
  create function passed_on() returns integer language sql as 'select 1';
  grant execute on function passed_on() to parity_owner with grant option;
  set session authorization parity_owner;
  grant execute on function passed_on() to parity_member;
  create table owned (id serial);
  set role parity_member;
  create table shared (id integer);
  reset role;
  create table owned_too (id integer);
  reset session authorization;
  create table others (id integer);`
