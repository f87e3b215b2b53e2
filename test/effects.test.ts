import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Catalog } from '../src/catalog/catalog.ts'
import { type Effect, isStronger, type LockMode, mergeEffects } from '../src/catalog/effect.ts'
import { effects } from '../src/catalog/effects.ts'
import { fold } from '../src/catalog/fold.ts'
import { observe } from '../src/database/observe.ts'
import { openServer, type Server } from '../src/database/target.ts'
import { type EffectCase, type EffectFile, readEffectFiles } from './support/effect-cases.ts'
import { foldSql, readSql } from './support/read-sql.ts'
import { nativeServers, olderServers, type TestServer } from './support/servers.ts'

const timeout = 300_000
const files = readEffectFiles(new URL('effects/', import.meta.url))
let servers: readonly TestServer[] = []

beforeAll(async () => {
  servers = [...(await olderServers()), ...(await nativeServers())]
}, timeout)

afterAll(async () => {
  for (const server of servers) await server.stop()
}, timeout)

describe('what is predicted is what PostgreSQL does', () => {
  for (const file of files) {
    test(file.name, { timeout }, async () => {
      for (const { name, target } of servers) {
        const server = await openServer(target, { extensions: [] })
        try {
          for (const line of await compare(server, file))
            expect.soft(line.predicted, `${name}: ${line.statement}`).toEqual(line.observed)
        } finally {
          await server.close()
        }
      }
    })
  }
})

/** Runs every case of a file in a transaction of its own, and gives what was predicted and observed. */
async function compare(server: Server, file: EffectFile) {
  const { session, major } = server
  const { catalog } = await foldSql(file.schema, major)
  await session.run(file.schema)
  const lines = []
  for (const each of file.cases) {
    if (each.postgres > major) continue
    await session.run('begin')
    if (each.given !== '') await session.run(each.given)
    const { before, held } = await afterStatements(catalog, each.given, major)
    const predicted = (await predict(before, each, major)).filter((effect) => isNews(effect, held))
    const seen = await observe(session, each.statement).catch((error: unknown) => {
      throw new Error(`${major}: ${each.statement}: ${String(error)}`)
    })
    await session.run('rollback')
    lines.push({ statement: each.statement, predicted: told(predicted, before), observed: told(seen.effects, before) })
  }
  return lines
}

/** The catalog after statements, and the locks that they keep. */
async function afterStatements(catalog: Catalog, sql: string, major: number) {
  let before = catalog
  const held: Effect[] = []
  for (const statement of await readSql(sql)) {
    for (const action of statement.actions(before, major)) {
      held.push(...effects(action, before, major))
      before = fold(before, action, major)
    }
  }
  return { before, held: mergeEffects(held) }
}

/** What is held already is not seen to be taken, unless work is done under it. */
function isNews({ relation, lock, work }: Effect, held: readonly Effect[]): boolean {
  const earlier = held.find((each) => each.relation === relation)
  return earlier === undefined || work !== 'none' || isStronger(lock, earlier.lock)
}

async function predict(before: Catalog, { statement }: EffectCase, major: number): Promise<readonly Effect[]> {
  let catalog = before
  const all: Effect[] = []
  for (const each of await readSql(statement)) {
    for (const action of each.actions(catalog, major)) {
      all.push(...effects(action, catalog, major))
      catalog = fold(catalog, action, major)
    }
  }
  return mergeEffects(all)
}

/** What lasts under a lock that lets rows be read and written is the plan's affair. */
function told(found: readonly Effect[], before: Catalog): readonly string[] {
  const known = found.filter(({ relation, lock }) => exists(before, relation) && !isCounting(before, relation, lock))
  return known
    .map(({ relation, lock, work }) => {
      const isHeld = isStronger(lock, 'RowExclusiveLock')
      return isHeld ? `${relation} ${lock} ${work}` : `${relation} ${lock}`
    })
    .toSorted()
}

/** Drawing a number from a sequence stands in nobody's way. */
function isCounting({ sequences }: Catalog, relation: string, lock: LockMode): boolean {
  return sequences.has(relation) && !isStronger(lock, 'RowExclusiveLock')
}

function exists({ tables, views, sequences, indexes }: Catalog, name: string): boolean {
  return tables.has(name) || views.has(name) || sequences.has(name) || indexes.has(name)
}
