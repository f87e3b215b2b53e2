import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { openServer } from '../src/database/target.ts'
import { disagreements } from './support/disagreements.ts'
import { emptyDatabase } from './support/empty-database.ts'
import { readFixture } from './support/fixture.ts'
import { olderServers } from './support/servers.ts'

const timeout = 300_000
const forms = fileURLToPath(new URL('parity/', import.meta.url))
const servers = await olderServers()

/** What these versions do otherwise, which is not modelled, as nobody's migrations will newly meet it. */
const KNOWN_GAPS = new Map([
  // Two unique constraints of the same columns in one CREATE TABLE are one.
  ['names that the server invents, and collisions', 12],
  // EXTRACT calls date_part, as it does until 13.
  ['bounds of keys that are expressions', 13],
  // pg_trigger says since 13 of which trigger one is a copy.
  ['copies of triggers fire as each partition has them', 12],
])

afterAll(async () => {
  for (const server of servers) await server.stop()
})

if (servers.length === 0) test.skip('none is installed', () => undefined)

describe.each(servers)('on $name, which is out of support', ({ target }) => {
  test('the schema is the one that was read, wherever the server takes it', { timeout }, async () => {
    const server = await openServer(target, { extensions: ['moddatetime', 'citext'] })
    let taken = 0
    try {
      const cases = readdirSync(forms).flatMap((file) => readFixture(forms + file).cases)
      for (const each of cases) {
        const isGap = (KNOWN_GAPS.get(each.name) ?? 0) >= server.major
        if (each.refused || (each.postgres !== 17 && each.postgres > server.major)) continue
        await emptyDatabase(server)
        const { refused, ...found } = await disagreements(server, each, true)
        // Much of what these cases say is newer than the server.
        if (refused.length > 0) continue
        taken++
        const agreed = { notModelled: [], drift: [], findings: [[], []], effects: [] }
        if (isGap) expect.soft(found, each.name).not.toEqual(agreed)
        else expect.soft(found, each.name).toEqual(agreed)
      }
      expect(taken).toBeGreaterThan(cases.length / 2)
    } finally {
      await server.close({ createdRoles: [] })
    }
  })
})
