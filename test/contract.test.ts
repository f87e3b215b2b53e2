import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { builtInRules } from '../src/built-in-rules.ts'
import type { Problem, Rule } from '../src/rule.ts'
import { needsAlembic, pythonWithAlembic } from './support/alembic.ts'
import { readFixture } from './support/fixture.ts'
import { lintFiles } from './support/lint-fixture.ts'

const rulesFolder = new URL('../rules/', import.meta.url)
const fixturesFolder = new URL('../fixtures/', import.meta.url)
const rules = await builtInRules()
const python = await pythonWithAlembic()

test('every rule has a fixture, and every fixture a rule', () => {
  const named = (folder: URL, extension: string) =>
    readdirSync(folder).flatMap((file) => (file.endsWith(extension) ? [file.slice(0, -extension.length)] : []))
  expect(named(fixturesFolder, '.sql')).toEqual(named(rulesFolder, '.ts'))
  expect(rules.map((rule) => rule.name)).toEqual(named(rulesFolder, '.ts'))
})

describe.each(rules.map(({ name, rule }) => [name, rule] as const))('%s', (name, rule) => {
  test('is named after the offence', () => {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)+$/)
    expect(name).not.toMatch(/^(no|ban|prefer|require|disallow|avoid|enforce|use)-/)
  })

  test('is declared in the order in which it is read', () => {
    const order = [
      'scope',
      'on',
      'severity',
      'preset',
      'hazard',
      'summary',
      'why',
      'instead',
      'insteadInAlembic',
      'check',
      'checkUpdate',
      'checkBuild',
    ]
    expect(Object.keys(rule)).toEqual(order.filter((key) => key in rule))
    expect(['error', 'warning']).toContain(rule.severity)
    expect(['recommended', 'service', 'strict', undefined]).toContain(rule.preset)
    expect(['fails', 'breaks', 'loses', 'none', undefined]).toContain(rule.hazard)
  })

  test('says what, why and what instead', () => {
    expect(rule.summary).toMatch(/^[A-Z][^\n]{20,118}[^.]\.$/)
    expect(rule.summary.slice(0, -1)).not.toMatch(/[.!?] /)
    for (const text of [rule.why, rule.instead, rule.insteadInAlembic ?? rule.instead]) expectProse(text)
  })

  test('imports what rules may import, and nothing else', () => {
    const source = readFileSync(new URL(`${name}.ts`, rulesFolder), 'utf8')
    const imported = [...source.matchAll(/from '(.*?)'|import\('(.*?)'\)/g)].map((match) => match[1] ?? match[2])
    expect([...new Set(imported)]).toEqual(['../src/rule.ts'])
  })

  test('has a fixture with a bad and a good case, each case with a name of its own', () => {
    const names = readFixture(fixturePath(name)).cases.map((each) => each.name)
    expect(names.slice(0, 2)).toEqual(['bad', 'good'])
    expect(new Set(names).size).toBe(names.length)
  })

  test('tells facts, each subject once', async (context) => {
    if (python === undefined && needsAlembic(readFixture(fixturePath(name)))) return context.skip()
    for (const problems of await problemsOf(name, rule)) {
      for (const { message } of problems) {
        expect(message).toMatch(/[^.!\s]$/)
        expect(message).not.toMatch(/\n|\t|^(A|An|The|You|Please|Consider) /)
        // What a server says is quoted as it is.
        const isQuoted = rule.scope === 'action' && rule.on.includes('foreseeRefusal')
        if (!isQuoted) expect(message).not.toMatch(/ (should|must|consider|please) /)
        expect(message).not.toMatch(/undefined|null\b(?! )|\[object/)
      }
      if (rule.scope !== 'schema') continue
      const subjects = problems.map((problem) => problem.subject)
      expect(subjects).toEqual([...new Set(subjects)])
    }
  })
})

function expectProse(text: string): void {
  const prose = text.trim()
  expect(prose).toMatch(/^[A-Z]/)
  expect(prose).toMatch(/\.$/)
  expect(prose).not.toMatch(/\btodo\b|\bfixme\b|\t/i)
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
}

function fixturePath(name: string): string {
  return new URL(`${name}.sql`, fixturesFolder).pathname
}

async function problemsOf(name: string, rule: Rule): Promise<readonly (readonly Problem[])[]> {
  const problems = []
  for (const { files, postgres, transaction } of readFixture(fixturePath(name)).cases)
    problems.push(await lintFiles({ name, rule }, files, postgres, transaction))
  return problems
}
