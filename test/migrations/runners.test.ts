import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { emptyCatalog } from '../../src/catalog/empty-catalog.ts'
import { readHistory } from '../../src/migrations/read-history.ts'
import { RUNNERS } from '../../src/migrations/runners.ts'
import { readMigrations } from '../../src/read-migrations.ts'
import { layouts } from '../support/runner-layouts.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

test('every runner has a layout here', () => {
  const named = [...new Set(layouts.map((each) => each.runner))]
  expect(named.toSorted()).toEqual(RUNNERS.map((each) => each.name).toSorted())
})

describe.each(layouts)('$runner', ({ runner, files, path, runs, downs, passedOver }) => {
  test('is told from its files, which are run in its order and transactions', async () => {
    const from = project(files)
    const history = readHistory([path], from)
    const read = await readMigrations(history.migrations)
    expect(history.runner).toBe(runner)
    expect(history.reason).not.toBe('')
    expect(read.map((each) => [each.version, each.transaction])).toEqual(runs)
    expect(read.filter((each) => each.down !== undefined).map((each) => each.version)).toEqual(downs ?? [])
    expect(history.passedOver).toEqual(passedOver ?? [])
    expect(read.flatMap((each) => each.statements.filter((statement) => !statement.parsed))).toEqual([])
  })

  test('is told from its files as well where their folder is named from the root', () => {
    const from = project(files)
    const history = readHistory([join(from, path)], from)
    expect(history.migrations.map((each) => each.version)).toEqual(runs.map(([version]) => version))
  })

  test('can be named', () => {
    const history = readHistory([path], project(files), runner)
    expect(history.migrations.map((each) => each.version)).toEqual(runs.map(([version]) => version))
  })
})

test('a runner that there is not is refused', () => {
  expect(() => readHistory(['.'], project({ 'a.sql': 'select 1;' }), 'gooose')).toThrow('there is no runner gooose')
})

test('placeholders keep their length and become names', async () => {
  const text =
    `create table {{ .schema }}.a (id int);\ngrant select on a to \${user};\ncreate table \${prefix}_b (id int);\n` +
    "{{ if .x }}create view v as select ':x' as y{{ end }};\nalter role :owner set search_path to :'path';\n"
  const { migrations } = readHistory(['.'], project({ 'a.sql': text }))
  const [migration] = await readMigrations(migrations)
  expect(migration?.statements.map((each) => each.sql)).toEqual([
    'create table               a (id int)',
    'grant select on a to user_',
    'create table prefix____b (id int)',
    "create view v as select ':x' as y",
    "alter role owner_ set search_path to 'path'",
  ])
})

test('placeholders are filled within the bodies of DO and of functions, and in no other string', async () => {
  const text =
    "do $$ begin alter table {{ .schema }}.a add b text default '{{ .x }}'; end $$;\n" +
    `create function f() returns int language sql as $f$ select id from \${prefix}_b limit $1 $f$;\n` +
    'insert into a values ($$ {{ .x }} $$);\n'
  const { migrations } = readHistory(['.'], project({ 'a.sql': text }))
  const [migration] = await readMigrations(migrations)
  expect(migration?.statements.map((each) => each.sql)).toEqual([
    "do $$ begin alter table               a add b text default '{{ .x }}'; end $$",
    'create function f() returns int language sql as $f$ select id from prefix____b limit $1 $f$',
    'insert into a values ($$ {{ .x }} $$)',
  ])
  expect(migration?.statements[0]?.actions(emptyCatalog(17), 17).map((each) => each.kind)).toEqual(['addColumn'])
})

function project(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'schemalint-runner-'))
  folders.push(folder)
  // What lies above must not be looked at.
  mkdirSync(join(folder, '.git'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}
