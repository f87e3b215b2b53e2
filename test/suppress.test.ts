import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { builtInRules } from '../src/built-in-rules.ts'
import { check } from '../src/check.ts'
import { runCli } from './support/run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'schemalint-allow-'))
afterAll(() => rmSync(folder, { recursive: true }))
const rules = (await builtInRules()).map((each) => ({ ...each, severity: each.rule.severity }))
const tables = 'create table a (id bigint primary key, b int);\n'
const index = 'create index a_b_idx on a (b);\n'

/** The rules that find something in a second migration, and how many findings are allowed. */
async function judge(text: string, today = '2026-01-01') {
  writeFileSync(join(folder, '1.sql'), tables)
  writeFileSync(join(folder, '2.sql'), text)
  const only = rules.filter(({ name }) => name.startsWith('allowance-') || name === 'index-without-concurrently')
  const known = rules.map((each) => each.name)
  const report = await check({
    paths: ['1.sql', '2.sql'],
    from: folder,
    postgres: 17,
    preset: 'recommended',
    rules: only,
    known,
    today,
    version: '0',
  })
  return { found: report.findings.map((each) => each.rule), allowed: report.allowed.map((each) => each.reason) }
}

const found = ['index-without-concurrently']

test.each([
  ['the next statement', `-- schemalint-allow index-without-concurrently: empty\n${index}`],
  [
    'the statement it stands in',
    'create index a_b_idx on a -- schemalint-allow index-without-concurrently: empty\n(b);\n',
  ],
  ['a block comment', `/*\n * schemalint-allow index-without-concurrently: empty\n */\n${index}`],
  ['the file', `${index}-- schemalint-allow-file index-without-concurrently: empty\n`],
  ['CRLF', `-- schemalint-allow index-without-concurrently: empty\r\n${index}`],
  ['the last day', `-- schemalint-allow index-without-concurrently until 2026-01-01: empty\n${index}`],
  [
    'a rule that did not judge beside it',
    `-- schemalint-allow index-without-concurrently, created-at-missing: empty\n${index}`,
  ],
  [
    'COPY data before it',
    `copy a from stdin;\n1\t'\n\\.\n-- schemalint-allow index-without-concurrently: empty\n${index}`,
  ],
])('allowed: %s', async (_, text) => {
  expect(await judge(text)).toEqual({ found: [], allowed: ['empty'] })
})

test.each([
  [
    'one statement only',
    `-- schemalint-allow index-without-concurrently: empty\nselect 1;\n${index}`,
    ['allowance-unused'],
  ],
  [
    'after the day',
    `-- schemalint-allow index-without-concurrently until 2025-12-31: x\n${index}`,
    ['allowance-expired'],
  ],
  ['a misspelt rule', `-- schemalint-allow index-without-concurently: x\n${index}`, ['allowance-malformed']],
  [
    'text behind the rule',
    `-- schemalint-allow-file index-without-concurrently -- x\n${index}`,
    ['allowance-malformed'],
  ],
  ['no reason', `-- schemalint-allow-file index-without-concurrently\n${index}`, ['allowance-malformed']],
  ['one bad rule of two', `-- schemalint-allow index-without-concurrently, nope: x\n${index}`, ['allowance-malformed']],
  ['a string', `select '-- schemalint-allow-file index-without-concurrently: x';\n${index}`, []],
])('nothing allowed: %s', async (_, text, also) => {
  const { found: all, allowed } = await judge(text)
  expect(all.toSorted()).toEqual([...also, ...found].toSorted())
  expect(allowed).toEqual([])
})

test('--fix removes what allows nothing, --fix-dry-run shows it, and the summary counts what is allowed', async () => {
  const path = join(folder, '3.sql')
  const text = `-- schemalint-allow table-without-primary-key: a log\ncreate table c (at timestamptz);\n-- schemalint-allow table-without-primary-key: a log\n${tables}`
  writeFileSync(path, text)
  const dry = await runCli(['check', path, '--fix-dry-run', '--preset', 'recommended'])
  expect(readFileSync(path, 'utf8')).toBe(text)
  expect(dry.stderr).toContain('- -- schemalint-allow table-without-primary-key: a log')
  const { stderr, stdout, code } = await runCli(['check', path, '--fix', '--format', 'json', '--preset', 'recommended'])
  expect(readFileSync(path, 'utf8')).toBe(text.replace(/(;\n)--.*\n/, '$1'))
  expect(stderr).toContain('applied 1 fix in ')
  expect(JSON.parse(stdout).summary).toMatchObject({ allowed: 1, errors: 0, warnings: 0 })
  expect(code).toBe(0)
})
