import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { builtInRules } from '../src/built-in-rules.ts'
import { openServer, type Server } from '../src/database/target.ts'
import type { Finding } from '../src/finding.ts'
import { loadRuleFolder } from '../src/load-rules.ts'
import type { NamedRule } from '../src/loaded-rule.ts'
import { applyEdits } from '../src/text/edits.ts'
import { needsAlembic, pythonWithAlembic } from './support/alembic.ts'
import { annotate } from './support/annotate.ts'
import { type FixtureCase, readFixture } from './support/fixture.ts'
import { lintFiles, notesOn, observeFiles, refuseFiles, reverseFiles } from './support/lint-fixture.ts'
import { withSteps } from './support/steps.ts'

const fixtures = new URL('../fixtures/', import.meta.url)
const policies = new URL('policies/', fixtures)
const python = await pythonWithAlembic()

for (const rule of await builtInRules()) testRule(rule, new URL(`${rule.name}.sql`, fixtures))
for (const rule of await loadRuleFolder(policies)) testRule(rule, new URL(`${rule.name}.sql`, policies))

function testRule(rule: NamedRule, url: URL): void {
  const path = fileURLToPath(url)
  const isSkipped = python === undefined && existsSync(path) && needsAlembic(readFixture(path))
  describe.skipIf(isSkipped)(rule.name, () => {
    test('finds what its fixture shows', async () => {
      const fixture = readFixture(path)
      const notes = []
      for (const each of fixture.cases) notes.push(...notesOn(each, await findIn(rule, each)))
      await expect(annotate(fixture.text, notes)).toMatchFileSnapshot(path)
    })

    test('finds something in the bad case and nothing in the good one', async () => {
      const { cases } = readFixture(path)
      const [bad, good] = ['bad', 'good'].map((name) => cases.find((each) => each.name === name)!)
      expect(await findIn(rule, bad!)).not.toEqual([])
      expect(await findIn(rule, good!)).toEqual([])
    })

    test('has fixes that remove what they are for', async () => {
      const bad = readFixture(path).cases.find((each) => each.name === 'bad')!
      const findings = await findIn(rule, bad)
      for (const finding of findings) {
        if (finding.fix === undefined) continue
        const files = await fixedFiles(bad, finding)
        const left = await lintFiles(rule, files, bad.postgres, bad.transaction)
        expect(left.map(({ subject }) => subject)).not.toContain(finding.subject)
      }
    })
  })
}

/** What is found in a case, which several tests ask for and a server is slow to tell. */
function findIn(rule: NamedRule, each: FixtureCase): Promise<readonly Finding[]> {
  const key = JSON.stringify([rule.name, each])
  const found = findings.get(key) ?? findAnew(rule, each)
  findings.set(key, found)
  return found
}

const findings = new Map<string, Promise<readonly Finding[]>>()

/** What only a server shows: such a rule's cases are applied to one. */
async function findAnew(rule: NamedRule, { files, postgres, transaction }: FixtureCase): Promise<readonly Finding[]> {
  const kinds: readonly string[] = rule.rule.scope === 'action' ? rule.rule.on : []
  const [, onServer] = ON_SERVER.find(([kind]) => kinds.includes(kind)) ?? []
  if (onServer === undefined) return lintFiles(rule, files, postgres, transaction)
  server ??= openServer({ kind: 'embedded' }, { extensions: [] })
  return onServer(rule, files, await server)
}

const ON_SERVER = [
  ['refused', refuseFiles],
  ['differAfterDown', reverseFiles],
  ['observeOtherwise', observeFiles],
] as const

let server: Promise<Server> | undefined
afterAll(async () => (await server)?.close())

async function fixedFiles(bad: FixtureCase, finding: Finding) {
  const { fix } = finding
  if (fix === undefined || 'edits' in fix) return edited(bad, fix?.edits ?? [])
  return 'followUp' in fix ? followed(bad, fix.followUp) : ((await withSteps(bad.files, finding)) ?? bad.files)
}

type Edits = Parameters<typeof applyEdits>[1]

function edited(bad: FixtureCase, edits: Edits) {
  return bad.files.map((file) => {
    const own = edits.filter((edit) => edit.span.file.path === file.path)
    return { path: file.path, text: applyEdits(file.text, own) }
  })
}

function followed(bad: FixtureCase, followUp: string) {
  return [...bad.files, { path: '999_follow_up.sql', text: followUp }]
}

test('every fixture is some rule’s', async () => {
  const names = new Set((await builtInRules()).map((rule) => rule.name))
  const files = readdirSync(fixtures).filter((file) => file.endsWith('.sql'))
  expect(files.filter((file) => !names.has(file.replace(/\.sql$/, '')))).toEqual([])
  expect([...names].filter((name) => !existsSync(new URL(`${name}.sql`, fixtures)))).toEqual([])
})
