import { expect, test } from 'vitest'
import { mapEntries, withEntry, without, withoutEntry } from '../../src/catalog/persistent-map.ts'
import { randomNumbers } from '../support/random.ts'

test('random changes leave what the same changes leave in a Map', () => {
  const next = randomNumbers(11)
  for (let round = 0; round < 40; round++) {
    let persistent: ReadonlyMap<string, number> = new Map()
    const plain = new Map<string, number>()
    const keys = 1 + next(80)
    for (let step = 0; step < 400; step++) {
      const key = `k${next(keys)}`
      if (next(3) === 0) {
        persistent = withoutEntry(persistent, key)
        plain.delete(key)
      } else {
        persistent = withEntry(persistent, key, step)
        plain.set(key, step)
      }
      expect(persistent.size).toBe(plain.size)
      expect(persistent.get(key)).toBe(plain.get(key))
    }
    expect(new Map([...persistent].toSorted())).toEqual(new Map([...plain].toSorted()))
    expect([...persistent.keys()].toSorted()).toEqual([...plain.keys()].toSorted())
  }
})

test('a map that was changed is as it was', () => {
  const before = withEntry(withEntry(new Map<string, number>(), 'a', 1), 'b', 2)
  withoutEntry(withEntry(before, 'a', 9), 'b')
  expect([...before]).toEqual([
    ['a', 1],
    ['b', 2],
  ])
})

test('a map that nothing changes is the same map', () => {
  const map = withEntry(new Map<string, number>(), 'a', 1)
  expect(withoutEntry(map, 'b')).toBe(map)
  expect(without(map, () => false)).toBe(map)
  expect(mapEntries(map, (value, key) => [key, value])).toBe(map)
})

test('keys and values are mapped together', () => {
  const map = withEntry(withEntry(new Map<string, number>(), 'a', 1), 'b', 2)
  expect([...mapEntries(map, (value, key) => [key === 'a' ? 'z' : key, value * 10])].toSorted()).toEqual([
    ['b', 20],
    ['z', 10],
  ])
})
