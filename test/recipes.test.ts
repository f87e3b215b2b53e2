import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { builtInRules } from '../src/built-in-rules.ts'
import { diff } from '../src/catalog/diff.ts'
import { emptyCatalog } from '../src/catalog/empty-catalog.ts'
import { introspect } from '../src/database/introspect.ts'
import { openServer, type Server } from '../src/database/target.ts'
import type { Finding } from '../src/finding.ts'
import { lint } from '../src/lint.ts'
import type { ChosenRule, NamedRule } from '../src/loaded-rule.ts'
import { textReaders } from '../src/sql/text-readers.ts'
import { applyFiles, readFiles } from './support/apply-fixture.ts'
import { emptyDatabase } from './support/empty-database.ts'
import { type FixtureCase, readFixture } from './support/fixture.ts'
import { lintFiles } from './support/lint-fixture.ts'
import { availableServers } from './support/servers.ts'
import { withSteps } from './support/steps.ts'

const timeout = 300_000
const rules = await builtInRules()
const recommended = rules
  .filter(({ rule }) => rule.preset === undefined || rule.preset === 'recommended')
  .map((each): ChosenRule => ({ ...each, severity: each.rule.severity }))
const servers = (await availableServers()).filter(({ name }) => !name.startsWith('container'))
const tried = new Map<string, number>()

afterAll(async () => {
  for (const server of servers) await server.stop()
})

describe.each(servers)('on $name, what a finding proposes reaches the same schema, and nobody waits', ({ target }) => {
  let server: Server
  beforeAll(async () => {
    server = await openServer(target, { extensions: [] })
  }, timeout)
  afterAll(async () => {
    await server.close({ createdRoles: [] })
  })

  for (const rule of rules.filter((each) => each.rule.scope === 'action')) {
    test(rule.name, { timeout }, async () => {
      for (const each of casesOf(rule, server.major)) {
        for (const finding of await lintFiles(rule, each.files, server.major, each.transaction)) {
          const outcome = await follow(server, each, finding)
          if (outcome === undefined) continue
          tried.set(rule.name, (tried.get(rule.name) ?? 0) + 1)
          expect.soft(outcome, each.name).toEqual({ refused: [], differences: [], waitedFor: [] })
        }
      }
    })
  }
})

test('every rule about those who wait proposes steps, but for what can be had in no other way', () => {
  const silent = rules.flatMap(({ name, rule }) =>
    rule.scope === 'action' && isAboutWaiting(name) && !tried.has(name) ? [name] : [],
  )
  expect(silent.toSorted()).toEqual(WITHOUT_STEPS)
})

/** Where no series of statements has the same outcome. */
const WITHOUT_STEPS = [
  'expression-change-rewrites-table',
  'table-locked-explicitly',
  'table-rewritten',
  'type-change-rewrites-table',
]

function isAboutWaiting(name: string): boolean {
  return /(at-once|scans-table|builds-index|rewrites-table|rewritten|without-concurrently|without-check|unprepared|in-place|while-attached|explicitly)$/.test(
    name,
  )
}

/** The cases that a server takes. */
function casesOf({ name, rule }: NamedRule, major: number): readonly FixtureCase[] {
  const { cases } = readFixture(fileURLToPath(new URL(`../fixtures/${name}.sql`, import.meta.url)))
  const isTaken = ({ refused }: FixtureCase) => !refused || rule.hazard === 'fails'
  return cases.filter((each) => isTaken(each) && (each.postgres === 17 || each.postgres <= major))
}

/** What comes of the steps on a server, beside what comes of the statement; undefined where there are none. */
async function follow(server: Server, { files, transaction }: FixtureCase, finding: Finding) {
  const others = await withSteps(files, finding)
  if (others === undefined) return undefined
  const first = await apply(server, files, transaction)
  const meant = lint(await readFiles(files, transaction), [], emptyCatalog(server.major), server.major).catalog
  const second = await apply(server, others)
  // What the server refuses was meant to have the outcome that the statements say.
  const differences = diff(first.refused.length > 0 ? meant : first.catalog, second.catalog)
  const { findings } = lint(await readFiles(others), recommended, emptyCatalog(server.major), server.major)
  return {
    refused: second.refused,
    differences: differences.filter(({ subject }) => !isHarmless(subject)),
    waitedFor: findings.filter(isOfStep).map(({ rule, message }) => `${rule}: ${message}`),
  }
}

async function apply(server: Server, files: FixtureCase['files'] | Others, transaction?: FixtureCase['transaction']) {
  await emptyDatabase(server)
  const { refused } = await applyFiles(server, files, transaction)
  const catalog = await introspect(server.session, textReaders, { ignoredRoles: server.rolesBefore })
  return { refused: refused.map(({ action, statement }) => `${action.reason}: ${statement.sql}`), catalog }
}

type Others = NonNullable<Awaited<ReturnType<typeof withSteps>>>

function isOfStep({ span, hazard }: Finding): boolean {
  return hazard === 'blocks' && span?.file.path.includes('_step') === true
}

/**
 * DETACH CONCURRENTLY leaves a CHECK that says which rows the partition took. A partition
 * that gets its primary key before its parent does has its NOT NULL of its own too. With an
 * index that DROP INDEX was refused for goes its constraint.
 */
function isHarmless(subject: string): boolean {
  const isLeft = /^constraint public\.\w+\.\w+_at_check$|^inherited of constraint .*_not_null$/.test(subject)
  return isLeft || ['orders_code_key', 'Code is unique'].some((each) => subject === `constraint public.orders.${each}`)
}
