import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Catalog } from '../../src/catalog/catalog.ts'
import { emptyCatalog } from '../../src/catalog/empty-catalog.ts'
import { introspect } from '../../src/database/introspect.ts'
import { openServer } from '../../src/database/target.ts'
import { loadParser } from '../../src/sql/parser.ts'
import { textReaders } from '../../src/sql/text-readers.ts'
import type { TestServer } from '../support/servers.ts'
import { availableServers } from '../support/servers.ts'
import { accountWithoutColumns, privileges } from './everything.ts'

const timeout = 240_000
const readers = textReaders
const everything = readFileSync(new URL('everything.sql', import.meta.url), 'utf8')

interface Live {
  readonly server: string
  readonly major: number
  readonly empty: Catalog
  readonly catalog: Catalog
  /** The tables that a role sees that may do nothing. */
  readonly visible: readonly string[]
}

let servers: readonly TestServer[] = []
const live: Live[] = []

beforeAll(async () => {
  await loadParser()
  servers = await availableServers()
  for (const { name, target } of servers) {
    const server = await openServer(target, { extensions: ['citext'] })
    const options = { ignoredRoles: server.rolesBefore }
    const empty = await introspect(server.session, readers, options)
    await server.session.run(everything)
    const catalog = await introspect(server.session, readers, options)
    await server.session.run('set session authorization schemalint_login')
    const { tables } = await introspect(server.session, readers, options)
    await server.session.run('reset session authorization')
    live.push({ server: name, major: server.major, empty, catalog, visible: [...tables.keys()] })
    await server.close({ createdRoles: [...catalog.roles.keys()] })
  }
}, timeout)

afterAll(async () => {
  for (const server of servers) await server.stop()
}, timeout)

test('an empty database is the empty catalog', () => {
  for (const { server, major, empty } of live) expect({ server, empty }).toEqual({ server, empty: emptyCatalog(major) })
})

test('all servers show the same, but for what newer versions brought', () => {
  const comparable = ({ catalog }: Live) => ({
    ...catalog,
    // A NOT NULL has a name since 18, that of a domain since 17, an unlogged table's sequence follows it since 15.
    tables: new Map([...catalog.tables].map(([name, table]) => [name, { ...table, notNulls: undefined }])),
    domains: new Map([...catalog.domains].map(([name, domain]) => [name, { ...domain, notNullName: undefined }])),
    grants: new Map([...catalog.grants].filter(([, grant]) => grant.privilege !== 'MAINTAIN')),
  })
  for (const each of live) expect({ server: each.server, ...comparable(each) }).toMatchObject(comparable(live[0]!))
  for (const { major, catalog } of live) {
    expect(catalog.grants.has('MAINTAIN on table app.child to schemalint_reader')).toBe(major >= 17)
  }
})

test('a role without privileges reads the same schema', () => {
  for (const { server, catalog, visible } of live)
    expect({ server, visible }).toEqual({ server, visible: [...catalog.tables.keys()] })
})

describe('everything.sql', () => {
  const catalog = () => live[0]!.catalog
  const plain = (columns: readonly string[] = [], functions: readonly string[] = []) => ({ columns, functions })

  test('schemas and extensions, but nothing that an extension owns', () => {
    expect([...catalog().schemas.values()]).toEqual([{ name: 'Odd Names' }, { name: 'app' }, { name: 'public' }])
    expect([...catalog().extensions.keys()]).toEqual(['citext', 'plpgsql'])
    expect([...catalog().functions.keys()].filter((key) => key.includes('citext'))).toEqual([])
  })

  test('a table with every kind of column', () => {
    expect(catalog().tables.get('app.tenant')?.columns).toEqual([
      { name: 'id', type: 'uuid', nullable: false, default: plain([], ['md5']) },
      { name: 'name', type: 'text', nullable: false },
      { name: 'slug', type: 'character varying(63)', nullable: true },
      { name: 'contact', type: 'app.email', nullable: true },
      { name: 'nickname', type: 'app.citext', nullable: true },
      { name: 'Weird', type: 'integer[]', nullable: true, default: plain() },
      { name: 'price', type: 'numeric(10,2)', nullable: true },
      { name: 'created_at', type: 'timestamp with time zone', nullable: false, default: plain([], ['now']) },
      {
        name: 'updated_at',
        type: 'timestamp(3) without time zone',
        nullable: false,
        default: plain([], ['current_timestamp']),
      },
      { name: 'total', type: 'numeric', nullable: true, default: plain(['price']), generated: 'stored' },
    ])
  })

  test('a table with every kind of constraint', () => {
    const { columns, ...account } = catalog().tables.get('app.account')!
    expect(columns.slice(0, 3)).toEqual([
      { name: 'id', type: 'integer', nullable: false, default: plain([], ['nextval']) },
      { name: 'big', type: 'bigint', nullable: false, identity: 'always' },
      { name: 'small', type: 'smallint', nullable: false, identity: 'by default' },
    ])
    expect(account).toEqual(accountWithoutColumns)
  })

  test('partitions, children, temporary and foreign tables', () => {
    const kinds = [...catalog().tables.values()].map((table) => [
      table.name,
      table.kind,
      table.persistence,
      table.partitionOf ?? table.inherits.join(),
      table.defaultPartition,
    ])
    expect(kinds).toEqual([
      ['"Odd Names"."Select"', 'table', 'unlogged', '', false],
      ['app.account', 'table', 'permanent', '', false],
      ['app.child', 'table', 'permanent', '"Odd Names"."Select"', false],
      ['app.event', 'partitioned', 'permanent', '', false],
      ['app.event_2024', 'table', 'permanent', 'app.event', false],
      ['app.event_2025', 'partitioned', 'permanent', 'app.event', false],
      ['app.event_2025_a', 'table', 'permanent', 'app.event_2025', false],
      ['app.event_rest', 'table', 'permanent', 'app.event', true],
      ['app.hashed', 'partitioned', 'permanent', '', false],
      ['app.hashed_0', 'table', 'permanent', 'app.hashed', false],
      ['app.pointer', 'partitioned', 'permanent', '', false],
      ['app.pointer_1', 'table', 'permanent', 'app.pointer', false],
      ['app.remote', 'foreign', 'permanent', '', false],
      ['app.tenant', 'table', 'permanent', '', false],
      ['pg_temp.scratch', 'table', 'temporary', '', false],
    ])
    expect(catalog().tables.get('app.event')?.partitionKey).toEqual({
      strategy: 'range',
      columns: ['happened_at'],
      parts: [{ column: 'happened_at' }],
    })
    expect(catalog().tables.get('app.pointer')?.partitionKey).toMatchObject({
      strategy: 'list',
      columns: [undefined],
      parts: [{ expression: { columns: ['hashed_id'], functions: ['abs'] } }],
    })
  })

  test('a foreign key from or to a partitioned table counts once', () => {
    const keys = [...catalog().tables.values()].flatMap((table) =>
      table.foreignKeys.map((key) => `${table.name}.${key.name} to ${key.references}`),
    )
    expect(keys.filter((key) => /event|hashed|pointer/.test(key))).toEqual([
      'app.event.event_account_id_fkey to app.account',
      'app.event_2024.event_account_id_fkey to app.account',
      'app.event_2025.event_account_id_fkey to app.account',
      'app.event_2025_a.event_account_id_fkey to app.account',
      'app.event_rest.event_account_id_fkey to app.account',
      'app.hashed.hashed_up_fkey to app.hashed',
      'app.hashed_0.hashed_up_fkey to app.hashed',
      'app.pointer.pointer_hashed_id_fkey to app.hashed',
      'app.pointer_1.pointer_hashed_id_fkey to app.hashed',
    ])
  })

  test('indexes', () => {
    expect(catalog().indexes.get('app.account_lower_tenant_id_idx')).toEqual({
      name: 'app.account_lower_tenant_id_idx',
      table: 'app.account',
      method: 'btree',
      keys: [{ expression: plain(['note'], ['lower']), name: 'lower' }, { column: 'tenant_id' }],
      included: [],
      unique: false,
      predicate: {
        ...plain(['status']),
        condition: { column: 'status', is: '=', constant: { text: "'paid'", type: 'app.status' } },
      },
      constraint: false,
      valid: true,
    })
    expect(catalog().indexes.get('app.account_during')).toMatchObject({
      keys: [{ column: 'during' }],
      included: ['id', 'tenant_id'],
      unique: true,
    })
    expect(catalog().indexes.get('app.account_during_excl')).toMatchObject({ method: 'gist', constraint: true })
    expect(catalog().indexes.get('app.event_kind')).toMatchObject({ valid: false })
    expect(catalog().indexes.get('app.totals_count_idx')).toMatchObject({ table: 'app.totals' })
    expect([...catalog().indexes.keys()].filter((name) => name.startsWith('app.event_2025'))).toEqual([
      'app.event_2025_a_account_id_idx',
      'app.event_2025_a_pkey',
      'app.event_2025_account_id_idx',
      'app.event_2025_pkey',
    ])
  })

  test('sequences and whose they are', () => {
    expect([...catalog().sequences.values()]).toEqual([
      { name: 'app.account_big_seq', type: 'bigint', ownedBy: { table: 'app.account', column: 'big' } },
      { name: 'app.account_id_seq', type: 'integer', ownedBy: { table: 'app.account', column: 'id' } },
      { name: 'app.account_small', type: 'smallint', ownedBy: { table: 'app.account', column: 'small' } },
      { name: 'app.counter', type: 'bigint', ownedBy: { table: 'app.child', column: 'more' } },
      { name: 'app.ticket', type: 'smallint' },
    ])
  })

  test('types and views', () => {
    expect([...catalog().enums.values()]).toEqual([{ name: 'app.status', labels: ['draft', 'void', 'paid'] }])
    expect([...catalog().domains.values()]).toEqual([
      {
        name: 'app.email',
        type: 'character varying(320)',
        nullable: false,
        notNullName: 'email_not_null',
        checks: [
          { name: 'email_check', validated: true, expression: plain(['value']) },
          { name: 'email_lower', validated: true, expression: plain(['value'], ['lower']) },
        ],
      },
    ])
    const attributes = [
      { name: 'x', type: 'integer' },
      { name: 'y', type: 'text' },
    ]
    expect([...catalog().types.values()]).toEqual([
      { name: 'app.pair', kind: 'composite', attributes },
      { name: 'app.spanned', kind: 'range', subtype: 'numeric', multirange: 'app.spanned_multirange' },
    ])
    expect([...catalog().views.values()]).toEqual([
      { name: 'app.paid', materialized: false },
      { name: 'app.totals', materialized: true },
    ])
  })

  test('functions, by the types of their input', () => {
    expect([...catalog().functions.keys()]).toEqual([
      'app.area(integer, app.pair, text[])',
      'app."both"(integer, text)',
      'app.clean(integer)',
      'app.touch()',
    ])
    expect(catalog().functions.get('app.area(integer, app.pair, text[])')).toEqual({
      name: 'app.area',
      kind: 'function',
      arguments: ['integer', 'app.pair', 'text[]'],
      parameters: [
        { name: 'a', mode: 'in', type: 'integer' },
        { name: 'b', mode: 'in', type: 'app.pair', default: plain() },
        { name: 'c', mode: 'variadic', type: 'text[]', default: plain() },
      ],
      returns: 'SETOF numeric',
      language: 'sql',
      volatility: 'stable',
      strict: false,
      leakproof: false,
      parallel: 'unsafe',
      body: { source: 'select 1::numeric' },
      securityDefiner: true,
      pinsSearchPath: false,
      assignsNew: [],
    })
    expect(catalog().functions.get('app.clean(integer)')).toMatchObject({ kind: 'procedure', returns: 'void' })
    expect(catalog().functions.get('app.touch()')).toMatchObject({
      returns: 'trigger',
      language: 'plpgsql',
      pinsSearchPath: true,
      assignsNew: ['updated_at'],
    })
  })

  test('triggers, a partition having none of its own for its parent', () => {
    expect([...catalog().triggers.keys()]).toEqual([
      'app.event.set_updated_at',
      'app.tenant."Note It"',
      'app.tenant.on_change',
      'app.tenant.set_updated_at',
    ])
    expect(catalog().triggers.get('app.tenant."Note It"')).toEqual({
      name: 'Note It',
      table: 'app.tenant',
      timing: 'after',
      forEach: 'row',
      events: ['delete', 'insert', 'update'],
      updateOf: ['name', 'slug'],
      function: 'app.touch',
      arguments: ['a', '', 'ü'],
      enabled: false,
    })
  })

  test('roles, privileges and policies', () => {
    const role = { superuser: false, createRole: false, createDatabase: false, replication: false }
    const group = { ...role, login: false, bypassRowSecurity: false, memberOf: [] }
    expect([...catalog().roles.values()]).toEqual([
      {
        ...group,
        name: 'schemalint_login',
        login: true,
        createRole: true,
        createDatabase: true,
        memberOf: ['schemalint_owner', 'schemalint_reader'],
      },
      { ...group, name: 'schemalint_owner' },
      { ...group, name: 'schemalint_reader' },
    ])
    expect([...catalog().policies.values()]).toEqual([
      { name: 'guard', table: 'app.account', command: 'all', permissive: false, roles: ['PUBLIC'] },
      {
        name: 'own',
        table: 'app.account',
        command: 'select',
        permissive: true,
        roles: ['schemalint_login', 'schemalint_reader'],
      },
    ])
    expect([...catalog().defaultPrivileges.keys()]).toEqual([
      'EXECUTE on functions to schemalint_reader',
      'USAGE on sequences in app for schemalint_owner to schemalint_login',
      'SELECT on tables in app to schemalint_reader',
    ])
    const grants = [...catalog().grants].map(([key, { grantable }]) => (grantable ? `${key} again` : key))
    expect(grants.filter((key) => !/SELECT on table .*reader|app.child/.test(key))).toEqual(privileges)
  })
})
