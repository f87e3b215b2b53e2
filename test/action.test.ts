import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { temporaryFolders } from './support/folders.ts'
import { commitAll, git } from './support/git.ts'
import { nodeOfMajor } from './support/nodes.ts'
import { root } from './support/run-cli.ts'

const folders = temporaryFolders()
const action = parse(readFileSync(join(root, 'action.yml'), 'utf8'))
const rule = 'index-without-concurrently'
const tables = 'create table a (id bigint primary key, b int);\n'
const index = 'create index a_b on a (b);\n'

/** What GitHub keeps of a pull request, as far as the action sees it, behind its API on loopback. */
interface Comment {
  readonly id: number
  body: string
  readonly user: { readonly login: string }
}
let comments: Comment[] = []
let mayWrite = true
const server = createServer((request, response) => {
  let text = ''
  request.on('data', (chunk) => {
    text += chunk
  })
  request.on('end', () => {
    const { status, answer } = respond(request.method ?? '', new URL(request.url ?? '', 'http://x'), text)
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  })
})

function respond(method: string, { pathname, searchParams }: URL, text: string): { status: number; answer: unknown } {
  const body = text === '' ? {} : JSON.parse(text)
  if (pathname === '/graphql') return { status: 200, answer: { data: { viewer: { login: 'github-actions' } } } }
  if (method === 'GET') {
    const [size, page] = [Number(searchParams.get('per_page')), Number(searchParams.get('page'))]
    return { status: 200, answer: comments.slice((page - 1) * size, page * size) }
  }
  if (!mayWrite) return { status: 403, answer: { message: 'Resource not accessible by integration' } }
  if (pathname === '/repos/acme/shop/issues/7/comments' && method === 'POST') {
    comments.push({ id: comments.length + 1, body: body.body, user: { login: 'github-actions[bot]' } })
    return { status: 201, answer: comments.at(-1) }
  }
  const found = comments.find((each) => pathname === `/repos/acme/shop/issues/comments/${each.id}`)
  if (found === undefined || method !== 'PATCH') return { status: 500, answer: {} }
  found.body = body.body
  return { status: 200, answer: found }
}

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve())))
beforeEach(() => {
  comments = []
  mayWrite = true
})
afterAll(() => {
  server.close()
  folders.remove()
})

/** A repository whose branch adds a migration that builds an index. */
function repository() {
  const folder = folders.with({ 'migrations/1.sql': tables })
  git(folder, 'init', '-q', '-b', 'main')
  const base = commitAll(folder)
  writeFileSync(join(folder, 'migrations/2.sql'), index)
  return { folder, base, head: commitAll(folder) }
}

function put(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

const CONFIGURATION = `import { defineConfig } from 'pg-schemalint/config'
const only: 'error' = 'error'
export default defineConfig({ preset: 'strict', rules: ['policies'], severities: { '${rule}': only } })
`

const POLICY = `import { actionRule, type Rule } from 'pg-schemalint/rule'
const rule: Rule = actionRule({
  on: ['createIndex'],
  severity: 'error',
  summary: 'The name of an index is short.',
  why: 'Nobody knows what it is of.',
  instead: 'Name its table and columns.',
  *check({ action: { index } }) {
    if ((index.name ?? '').length < 10) yield { message: 'the name is short', subject: String(index.name) }
  },
})
export default rule
`

async function run(
  folder: string,
  event: object,
  inputs: Readonly<Record<string, string>> = {},
  { token = 'secret', node = process.execPath, from = root } = {},
) {
  const files = {
    event: `${folder}/../${Date.now()}-event.json`,
    output: join(folder, '.output'),
    summary: join(folder, '.summary'),
  }
  writeFileSync(files.event, JSON.stringify(event))
  for (const file of [files.output, files.summary]) writeFileSync(file, '')
  const defaults = Object.entries(action.inputs).map(([name, { default: value = '' }]: any) => [name, value])
  const given = { ...Object.fromEntries(defaults), token, ...inputs }
  expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(inputs)))
  const env = {
    ...Object.fromEntries(Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, String(value)])),
    PATH: process.env.PATH ?? '',
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    GITHUB_EVENT_PATH: files.event,
    GITHUB_OUTPUT: files.output,
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_STEP_SUMMARY: files.summary,
  }
  const child = spawn(node, [join(from, action.runs.main)], { cwd: folder, env })
  let stdout = ''
  child.stdout.on('data', (chunk) => {
    stdout += chunk
  })
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  const outputs = Object.fromEntries(
    [...readFileSync(files.output, 'utf8').matchAll(/^(\S+)<<(\S+)\n([\s\S]*?)\n\2$/gm)].map((each) => [
      each[1],
      each[3],
    ]),
  )
  return { code, stdout, outputs, summary: readFileSync(files.summary, 'utf8') }
}

const annotations = (stdout: string) => stdout.split('\n').filter((line) => line.startsWith('::error'))
const pullRequest = (base: string, fork = false) => ({
  pull_request: { number: 7, base: { sha: base, ref: 'main' }, head: { repo: { fork } } },
})

test('runs on the Node that GitHub has for it, where configuration and rules are TypeScript', async (context) => {
  const node = nodeOfMajor(24)
  if (node === undefined) return context.skip()
  const { folder, base } = repository()
  put(folder, 'schemalint.config.ts', CONFIGURATION)
  put(folder, 'policies/index-name-short.ts', POLICY)
  // Nothing is installed beside the action: not even what reads TypeScript for an older Node.
  const from = folders.with({})
  for (const each of ['bundle', 'package.json']) cpSync(join(root, each), join(from, each), { recursive: true })
  const { code, stdout, outputs } = await run(folder, pullRequest(base), {}, { node, from })
  expect(annotations(stdout)).toEqual([
    expect.stringContaining('title=index-name-short'),
    expect.stringContaining(`title=${rule}`),
  ])
  expect(stdout).toContain('preset strict')
  expect([code, outputs.errors]).toEqual([1, '2'])
})

describe('the action', () => {
  const { folder, base } = repository()

  test.each([
    ['a pull request', pullRequest(base)],
    ['a push', { before: base }],
    ['a merge group', { merge_group: { base_sha: base } }],
  ])('annotates what is new in %s, and fills outputs and summary', async (_, event) => {
    const { code, stdout, outputs, summary } = await run(folder, event)
    expect(annotations(stdout)).toEqual([expect.stringContaining('file=migrations/2.sql,line=1')])
    expect(stdout).toContain('1 judged: changed since')
    expect(outputs).toEqual({ findings: '1', errors: '1', warnings: '0', 'sarif-file': '' })
    expect(Object.keys(outputs)).toEqual(Object.keys(action.outputs))
    expect(summary).toContain(rule)
    expect([code, comments]).toEqual([1, []])
  })

  test('takes its inputs: paths, since, fail-on, SARIF', async () => {
    const inputs = {
      paths: 'migrations',
      since: 'none',
      'fail-on': 'never',
      'sarif-file': 'out.sarif',
      preset: 'service',
    }
    const { code, outputs } = await run(folder, pullRequest(base), inputs)
    expect([code, outputs['sarif-file']]).toEqual([0, 'out.sarif'])
    expect(Number(outputs.warnings)).toBeGreaterThan(0)
    expect(JSON.parse(readFileSync(join(folder, 'out.sarif'), 'utf8')).version).toBe('2.1.0')
  })

  test('says what is impossible as an annotation', async () => {
    const { code, stdout } = await run(folder, {}, { paths: 'nowhere' })
    expect([code, annotations(stdout)]).toEqual([2, [expect.stringContaining('there is no file or folder nowhere')]])
  })
})

describe('the comment', () => {
  test('is one, brought up to date in place, and nobody else’s is touched', async () => {
    const { folder, base } = repository()
    const others = Array.from({ length: 120 }, (_, id) => ({
      id: id + 1,
      body: id === 3 ? '<!-- schemalint --> quoted by a person' : 'hello',
      user: { login: id === 3 ? 'mallory' : 'alice' },
    }))
    comments = structuredClone(others)
    await run(folder, pullRequest(base), { comment: 'true' })
    expect(comments).toHaveLength(121)
    expect(comments[120]?.body).toContain(rule)
    expect((await run(folder, pullRequest(base), { comment: 'true' })).stdout).toContain('comment: unchanged')
    writeFileSync(join(folder, 'migrations/2.sql'), 'create index concurrently a_b on a (b);\n')
    commitAll(folder)
    const { code } = await run(folder, pullRequest(base), { comment: 'true' })
    expect(code).toBe(0)
    expect(comments).toHaveLength(121)
    expect(comments[120]?.body).toContain('nothing found')
    expect(comments.slice(0, 120)).toEqual(others)
  })

  test('is not begun where nothing is found', async () => {
    const { folder, head } = repository()
    expect((await run(folder, pullRequest(head), { comment: 'true' })).stdout).toContain('comment: not needed')
    expect(comments).toEqual([])
  })

  test('of a fork, whose token may not write, is left out, and that is said', async () => {
    mayWrite = false
    const { folder, base } = repository()
    const { code, stdout } = await run(folder, pullRequest(base, true), { comment: 'true' })
    expect(annotations(stdout)).toHaveLength(1)
    expect(stdout).toContain('::notice title=schemalint::no comment: the token of this run may not write one')
    expect([code, comments]).toEqual([1, []])
    const without = await run(folder, pullRequest(base, true), { comment: 'true' }, { token: '' })
    expect(without.stdout).toContain('no comment: this run is not about a pull request, or has no token')
  })
})

test('a shallow clone is judged as a whole, with what to do about it', async () => {
  const { folder } = repository()
  const shallow = join(folders.with({}), 'clone')
  git(folder, 'clone', '-q', '--depth', '1', `file://${folder}`, shallow)
  const { code, stdout } = await run(shallow, pullRequest('1'.repeat(40)))
  expect([code, annotations(stdout).length]).toEqual([1, 1])
  expect(stdout).not.toContain('judged: changed since')
})

test('action.yml names what is there, and asks for a current Node', () => {
  expect(action.runs.using).toBe('node24')
  expect(existsSync(join(root, action.runs.main))).toBe(true)
})
