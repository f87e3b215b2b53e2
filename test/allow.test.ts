import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { pythonWithAlembic } from './support/alembic.ts'
import { temporaryFolders } from './support/folders.ts'
import { runCli } from './support/run-cli.ts'

const folders = temporaryFolders()
afterAll(folders.remove)
const rule = 'index-without-concurrently'
const base = { 'migrations/1.sql': 'create table a (id bigint primary key, b int);\n' }

async function allow(text: string, place: string, ...rest: string[]) {
  const folder = folders.with({ ...base, 'migrations/2.sql': text })
  const { code, stdout, stderr } = await runCli(['allow', rule, `migrations/2.sql:${place}`, ...rest], { cwd: folder })
  return { folder, code, stdout, stderr, written: readFileSync(join(folder, 'migrations/2.sql'), 'utf8') }
}

describe('allow writes a comment that check understands', () => {
  test.each([
    [
      'above the statement',
      'select 1;\ncreate index a_b on a (b);\n',
      '2',
      `select 1;\n-- schemalint-allow ${rule}: it is empty\ncreate index a_b on a (b);\n`,
    ],
    [
      'above a statement of several lines, whichever is named, as far in as it is',
      '  create index a_b\n  on a (b);',
      '2:3',
      `  -- schemalint-allow ${rule}: it is empty\n  create index a_b\n  on a (b);`,
    ],
    [
      'before a statement that begins within a line',
      'select 1; create index a_b on a (b);\r\n',
      '1',
      `select 1; \r\n-- schemalint-allow ${rule}: it is empty\r\ncreate index a_b on a (b);\r\n`,
    ],
    [
      'beneath the marks of a runner',
      '-- +goose Up\ncreate index a_b on a (b);\n-- +goose Down\ndrop index a_b;\n',
      '2',
      `-- +goose Up\n-- schemalint-allow ${rule}: it is empty\ncreate index a_b on a (b);\n-- +goose Down\ndrop index a_b;\n`,
    ],
  ])('%s', async (_, text, place, expected) => {
    const outcome = await allow(text, place, ' it is\n empty ')
    expect(outcome.written, outcome.stderr).toBe(expected)
    expect(outcome.code).toBe(0)
    const { stdout } = await runCli(['check', '--only', rule, '--format', 'json'], { cwd: outcome.folder })
    expect(JSON.parse(stdout).summary).toMatchObject({ errors: 0, allowed: 1 })
  })

  test('once', async () => {
    const first = await allow('create index a_b on a (b);\n', '1', 'it is empty', '--until', '2999-12-31')
    expect(first.written).toContain(`${rule} until 2999-12-31: it is empty`)
    const again = await runCli(['allow', rule, 'migrations/2.sql:2', 'it is empty'], { cwd: first.folder })
    expect(again).toMatchObject({ code: 0, stdout: `migrations/2.sql:2 allows ${rule} already\n` })
    expect(readFileSync(join(first.folder, 'migrations/2.sql'), 'utf8')).toBe(first.written)
  })
})

describe('allow refuses, and writes nothing,', () => {
  const text = 'create index a_b on a (b);\n\nselect 1;\n'
  test.each([
    ['where the rule finds nothing', ['3', 'x'], `${rule} finds nothing at migrations/2.sql:3`],
    ['where no statement stands', ['9', 'x'], 'no statement stands at migrations/2.sql:9'],
    ['without a reason', ['1', '  '], 'the reason is missing'],
    ['without a line', ['x', 'why'], 'is no FILE:LINE'],
    ['a day that is none', ['1', 'why', '--until', 'tomorrow'], 'tomorrow is no day'],
    ['a day that is past', ['1', 'why', '--until', '2001-01-01'], 'no comment can allow'],
  ])('%s', async (_, [place = '', ...rest], message) => {
    const outcome = await allow(text, place, ...rest)
    expect(outcome.stderr).toContain(message)
    expect(outcome).toMatchObject({ code: 2, written: text })
  })

  test('an unknown rule, and a file that is not there', async () => {
    const folder = folders.with(base)
    const unknown = await runCli(['allow', 'index-without-concurently', 'migrations/1.sql:1', 'x'], { cwd: folder })
    expect(unknown.stderr).toContain(`did you mean ${rule}?`)
    expect((await runCli(['allow', rule, 'migrations/9.sql:1', 'x'], { cwd: folder })).code).toBe(2)
  })
})

const python = await pythonWithAlembic()
test.skipIf(python === undefined)('allow stands above the call of a revision in Python', async () => {
  const head = (revision: string, down: string) =>
    `from alembic import op\nimport sqlalchemy as sa\n\nrevision = "${revision}"\ndown_revision = ${down}\n\n\ndef upgrade():\n`
  const folder = folders.with({
    'alembic.ini': '[alembic]\nscript_location = alembic\n',
    'alembic/env.py': '',
    'alembic/versions/a.py': `${head('a', 'None')}    op.create_table("t", sa.Column("id", sa.Integer, primary_key=True), sa.Column("b", sa.Integer))\n`,
    'alembic/versions/b.py': `${head('b', '"a"')}    op.execute(\n        "create index t_b on t (b)"\n    )\n    op.create_index("t_b2", "t", ["b"])\n`,
  })
  const file = 'alembic/versions/b.py'
  for (const line of [10, 13]) {
    const { code, stderr } = await runCli(['allow', rule, `${file}:${line}`, 'small'], { cwd: folder })
    expect(code, stderr).toBe(0)
  }
  const comment = `    # schemalint-allow ${rule}: small\n`
  expect(readFileSync(join(folder, file), 'utf8')).toContain(
    `${comment}    op.execute(\n        "create index t_b on t (b)"\n    )\n${comment}    op.create_index(`,
  )
  const { stdout } = await runCli(['check', '--only', rule, '--format', 'json'], { cwd: folder })
  expect(JSON.parse(stdout).summary).toMatchObject({ errors: 0, allowed: 2 })
})
