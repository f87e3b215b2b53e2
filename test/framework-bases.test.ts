import { copyFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { temporaryFolders } from './support/folders.ts'
import { root, runCli } from './support/run-cli.ts'
import { nativeServers } from './support/servers.ts'

const folders = temporaryFolders()
const [native] = await nativeServers([17])

afterAll(async () => {
  folders.remove()
  await native?.stop()
})

/** What frameworks write of a schema, and a migration after it. */
const bases = [
  {
    name: 'Django’s sqlmigrate',
    file: 'django/sqlmigrate.sql',
    note: 'base base.sql: 3 tables',
    migration: `create index on shop_order (customer_id, placed_at);
alter table shop_order add column note varchar(10) not null;
alter table shop_order_watchers drop column wacher_id;
`,
    told: [
      '2 required-column-without-default public.shop_order.note',
      '1 index-without-concurrently public.shop_order_customer_id_placed_at_idx',
      '3 unknown-object public.shop_order_watchers.wacher_id',
    ],
  },
  {
    name: 'Rails’ structure.sql',
    file: 'rails/db/structure.sql',
    note: 'base base.sql: 4 tables',
    migration: `alter type order_state add value 'paid';
alter table orders add constraint orders_state check (state <> 'lost') not valid;
alter table orders alter column total type numeric(10,2);
`,
    told: ['1 object-exists-already public.order_state.paid', '3 type-change-rewrites-table public.orders.total'],
  },
]

describe.each(bases)('$name', ({ file, note, migration, told }) => {
  const folder = () => {
    const made = folders.with({ 'migrations/1.sql': migration, 'nothing/1.sql': 'select 1;\n' })
    copyFileSync(`${root}fixtures/projects/runners/${file}`, `${made}/base.sql`)
    return made
  }

  test('is a base: what follows it is judged by what it holds, and it is not judged itself', async () => {
    const args = ['check', 'migrations', '--base', 'base.sql', '--preset', 'strict', '--format', 'json']
    const only = told.flatMap((each) => ['--only', each.split(' ')[1]!])
    const { findings } = JSON.parse((await runCli([...args, ...only], { cwd: folder() })).stdout)
    expect(findings.map((each: any) => `${each.range.start.line} ${each.rule} ${each.subject}`).toSorted()).toEqual(
      told.toSorted(),
    )
    const text = await runCli(['check', 'nothing', '--base', 'base.sql', '--preset', 'strict'], { cwd: folder() })
    expect(text.stdout).toContain(note)
    expect(text.stdout).toContain('clean')
  })

  test('is taken by a server, which then holds what was read of it', async (context) => {
    if (native?.target.kind !== 'url') return context.skip()
    for (const where of [['--url', native.target.url], ['--embedded']]) {
      const args = ['verify', 'nothing', '--base', 'base.sql', '--format', 'json', ...where]
      const { stdout, stderr } = await runCli(args, { cwd: folder() })
      expect(stdout, stderr).not.toBe('')
      expect(JSON.parse(stdout).verified).toMatchObject({ applied: { migrations: 1, statements: 1 }, drift: [] })
    }
  })
})
