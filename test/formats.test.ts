import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { afterAll, describe, expect, test } from 'vitest'
import { runCli } from './support/run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'schemalint-formats-'))
afterAll(() => rmSync(folder, { recursive: true }))
mkdirSync(join(folder, 'm'))
const hostile = 'a::error file=x,line=1::b <!--&"%0A` @team [x](y) \u0007\u001b[31m'
writeFileSync(
  join(folder, 'm', '1 one#.sql'),
  `create table "${hostile.replaceAll('"', '""')}" (at timestamptz);\n-- schemalint-allow table-without-primary-key: a log\ncreate table log (at timestamptz);\n`,
)
writeFileSync(
  join(folder, 'm', '2.sql'),
  Array.from({ length: 14 }, (_, index) => `create index "€🦀${index}" on log (at);\n`).join(''),
)

const run = (...args: string[]) => runCli(['check', 'm', ...args], { cwd: folder })
const schema = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('schemastore/schemas/json/sarif-2.1.0.json'), 'utf8'),
)

describe('sarif', () => {
  test('is what its schema asks for, with regions, fingerprints, help and suppressions', async () => {
    const log = JSON.parse((await run('--format', 'sarif')).stdout)
    const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema)
    expect(validate(log), JSON.stringify(validate.errors)).toBe(true)
    const [{ results, tool, columnKind }] = log.runs
    expect(columnKind).toBe('utf16CodeUnits')
    expect(new Set(results.map((each: Result) => each.partialFingerprints['schemalint/v1'])).size).toBe(results.length)
    expect(results.filter((each: Result) => each.suppressions !== undefined)).toHaveLength(1)
    const [first] = results
    expect(first.locations[0].physicalLocation).toMatchObject({
      artifactLocation: { uri: 'm/1%20one%23.sql' },
      region: { startLine: 1, startColumn: 14 },
    })
    expect(tool.driver.rules[first.ruleIndex].id).toBe(first.ruleId)
    expect(tool.driver.rules.every((rule: { help: { text: string } }) => rule.help.text.length > 20)).toBe(true)
  })

  test('has an empty list where nothing is found, so that alerts are closed', async () => {
    const { stdout } = await runCli(['check', 'm', '--only', 'identifier-truncated', '--format', 'sarif'], {
      cwd: folder,
    })
    expect(JSON.parse(stdout).runs[0].results).toEqual([])
  })
})

interface Result {
  readonly partialFingerprints: Readonly<Record<string, string>>
  readonly suppressions?: unknown
}

test('gitlab is an array, each fingerprint once, paths as git has them', async () => {
  const issues = JSON.parse((await run('--format', 'gitlab')).stdout)
  expect(issues).toHaveLength(15)
  expect(new Set(issues.map((each: { fingerprint: string }) => each.fingerprint)).size).toBe(issues.length)
  expect(issues[0]).toMatchObject({ severity: 'minor', location: { path: 'm/1 one#.sql', lines: { begin: 1 } } })
})

test.each(['junit', 'checkstyle'])('%s is well-formed, whatever names hold', async (format) => {
  const file = join(folder, `${format}.xml`)
  await run('--format', `${format}=${file}`, '--format', 'text')
  // Python's parser refuses what is not well-formed.
  const script =
    'import sys, xml.etree.ElementTree as t; r = t.parse(sys.argv[1]).getroot(); print(r.tag, sum(1 for e in r.iter() if e.tag in ("failure", "error")))'
  const said = execFileSync('python3', ['-c', script, file], { encoding: 'utf8' })
  expect(said.trim()).toBe(format === 'junit' ? 'testsuites 15' : 'checkstyle 15')
})

test('rdjson counts columns in bytes of UTF-8', async () => {
  writeFileSync(
    join(folder, 'wide.sql'),
    "create table a (id int primary key);\nselect '€🦀'; create tabel b (id int);\n",
  )
  const { stdout } = await runCli(['check', 'wide.sql', '--format', 'rdjson'], { cwd: folder })
  const [found] = JSON.parse(stdout).diagnostics
  expect(found).toMatchObject({ severity: 'ERROR', code: { value: 'syntax-error' } })
  expect(found.location.range.start).toEqual({ line: 2, column: Buffer.byteLength("select '€🦀'; create ") + 1 })
})

test('markdown lets no name be markup, a mention or an escape', async () => {
  const { stdout } = await run('--format', 'markdown')
  expect(stdout).toMatch(/^<!-- schemalint -->\n\*\*schemalint\*\*: 14 errors, 1 warning\n/)
  expect(stdout).not.toMatch(/[\u0007\u001b]|@team|(?<!\\)\[x\]|(?<!\\)<!--&/)
})

test('annotations are at most ten of a level, errors first, and the summary holds the rest', async () => {
  const summary = join(folder, 'summary.md')
  const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary }
  const { stdout, code } = await runCli(['check', 'm'], { cwd: folder, env })
  const commands = stdout.split('\n').filter((line) => line.startsWith('::'))
  expect(commands.map((line) => /^::(\w+)/.exec(line)?.[1])).toEqual([...Array(10).fill('error'), 'notice', 'warning'])
  expect(commands.at(-1)).toContain('a::error file=x,line=1::b')
  expect(commands.at(-1)).toMatch(/^::warning file=m\/1 one#\.sql,line=1,/)
  expect(readFileSync(summary, 'utf8').match(/^- \*\*/gm)).toHaveLength(15)
  expect(code).toBe(1)
})

test('several formats go to several places, and never two to one', async () => {
  const file = join(folder, 'out.json')
  const { stdout } = await run('--format', 'text', '--format', `json=${file}`)
  expect(stdout).toContain('index-without-concurrently')
  expect(JSON.parse(readFileSync(file, 'utf8')).summary).toMatchObject({ errors: 14, warnings: 1, allowed: 1 })
  expect(await run('--format', 'text', '--format', 'json')).toMatchObject({ code: 2, stdout: '' })
  expect(await run('--format', 'yaml')).toMatchObject({ code: 2, stdout: '' })
})
