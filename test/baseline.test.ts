import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { runCli } from './support/run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'schemalint-baseline-'))
afterAll(() => rmSync(folder, { recursive: true }))
const put = (path: string, text: string) => writeFileSync(join(folder, path), text)

beforeEach(async () => {
  rmSync(join(folder, 'db'), { recursive: true, force: true })
  mkdirSync(join(folder, 'db'))
  put('db/1.sql', 'create table a (id bigint primary key, b int);\n')
  put('db/2.sql', 'create index a_b on a (b);\ncreate table log (at timestamptz);\n')
  const { code, stderr } = await runCli(['check', 'db', '--update-baseline'], { cwd: folder })
  expect([code, stderr]).toEqual([0, 'schemalint-baseline.json knows 2 findings\n'])
})

async function check(...args: string[]) {
  const said = ['check', 'db', '--baseline', 'schemalint-baseline.json', '--format', 'json', ...args]
  const { stdout, stderr, code } = await runCli(said, { cwd: folder })
  const { findings, summary } = code === 2 ? { findings: [], summary: {} } : JSON.parse(stdout)
  return { subjects: findings.map((each: { subject: string }) => each.subject), known: summary.baseline, stderr, code }
}

test('what is known is counted and not told', async () => {
  expect(await check()).toEqual({ subjects: [], known: 2, stderr: '', code: 0 })
})

test('it stays known when it moves to other lines', async () => {
  put('db/2.sql', `-- a comment\n\n${readFileSync(join(folder, 'db/2.sql'), 'utf8')}`)
  expect(await check()).toMatchObject({ subjects: [], known: 2, code: 0 })
})

test('what is new is told, also where it looks the same', async () => {
  put('db/3.sql', 'drop index concurrently a_b;\n')
  put('db/4.sql', 'create index a_b on a (b);\n')
  const { subjects, code } = await check('--only', 'index-without-concurrently')
  expect([subjects, code]).toEqual([['public.a_b'], 1])
})

test('a statement that is written otherwise is not the one that is known', async () => {
  put('db/2.sql', 'create unique index a_b on a (b);\ncreate table log (at timestamptz);\n')
  const { known, stderr } = await check('--only', 'index-without-concurrently')
  expect(known).toBe(0)
  expect(stderr).toContain('knows 1 that nothing finds any more, such as index-without-concurrently of public.a_b')
})

test('of what was not judged nothing is stale, and nothing is written', async () => {
  expect(await check('--after', '2')).toMatchObject({ stderr: '', code: 0 })
  expect(await check('--after', '2', '--update-baseline')).toMatchObject({ code: 2 })
})

test.each(['{', '[]', '{"version":1}', '{"version":2,"findings":[]}', '{"version":1,"findings":[3]}'])(
  'a file that is no baseline is said to be none: %s',
  async (text) => {
    put('schemalint-baseline.json', text)
    const { code, stderr } = await check()
    expect(code).toBe(2)
    expect(stderr).toContain('schemalint-baseline.json is no')
  },
)

test('a baseline that there is not is no empty one', async () => {
  const { code, stderr } = await runCli(['check', 'db', '--baseline', 'nope.json'], { cwd: folder })
  expect([code, stderr]).toEqual([2, expect.stringContaining('there is no baseline nope.json')])
})
