import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { CONFIG_SCHEMA, configSchemaJson } from '../../src/config/schema.ts'
import { faultIn, wayText } from '../../src/config/validate.ts'
import { randomNumbers } from '../support/random.ts'
import { root } from '../support/run-cli.ts'

const accepts = new Ajv({ strict: false }).compile(JSON.parse(configSchemaJson()))
const whole = {
  $schema: 'https://example.org/schema.json',
  extends: ['service', './base.json'],
  preset: 'strict',
  postgres: 16,
  migrations: ['db'],
  runner: 'goose',
  rules: ['policies'],
  baseline: 'known.json',
  severities: { 'grant-all': 'off' },
  overrides: [{ files: ['db/**'], severities: { 'grant-all': 'error' } }],
  databases: { main: { migrations: ['db'], postgres: 12, preset: 'service', severities: {}, runner: 'sql' } },
}
const STRANGE = [null, '', 'x', 0, 11, 16.5, true, [], [''], ['x'], [1], {}, { x: 'off' }, { x: {} }, 'strict', 18, 19]

test('the published schema and the validator agree on whatever may be written', () => {
  const next = randomNumbers(7)
  const pick = <Value>(list: readonly Value[]) => list[next(list.length)] as Value
  let refused = 0
  for (let round = 0; round < 5000; round++) {
    const value = structuredClone(whole) as unknown
    let place = value as Record<string, unknown>
    while (next(10) < 6) {
      const below = Object.values(place).filter((each) => typeof each === 'object' && each !== null)
      if (below.length === 0) break
      place = pick(below) as Record<string, unknown>
    }
    const key = pick([...Object.keys(place), 'presett', 'migrations'])
    if (next(10) < 2) delete place[key]
    else if (!Array.isArray(place) || /^\d+$/.test(key)) place[key] = structuredClone(pick(STRANGE))
    const fault = faultIn(value, CONFIG_SCHEMA)
    if (fault !== undefined) refused++
    expect(fault === undefined, `${wayText(fault?.way ?? [])} of ${JSON.stringify(value)}`).toBe(accepts(value))
  }
  expect(refused).toBeGreaterThan(1000)
  expect(refused).toBeLessThan(4900)
})

test('what is no object at all is refused by both', () => {
  for (const value of [null, [], 'x', 1])
    expect([faultIn(value, CONFIG_SCHEMA) === undefined, accepts(value)]).toEqual([false, false])
})

test('the package holds the schema', () => {
  const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))
  const path = manifest.exports['./schema.json']
  expect(readFileSync(`${root}${path}`, 'utf8')).toBe(configSchemaJson())
})
