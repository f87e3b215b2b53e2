import { setTimeout } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import {
  mapEntries,
  skipBetween,
  tagged,
  versioned,
  withEntry,
  without,
  withoutEntry,
} from '../../src/catalog/persistent-map.ts'
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

test('what is folded only to be looked at leaves the map and its tags as they were, and its order where nothing was removed', () => {
  const next = randomNumbers(13)
  const tagsOf = (value: number): readonly string[] => [`mod ${value % 3}`]
  for (let round = 0; round < 20; round++) {
    const removes = round % 2 === 0
    let map: ReadonlyMap<string, number> = versioned(new Map<string, number>())
    const plain = new Map<string, number>()
    for (let step = 0; step < 150; step++) {
      let looked = map
      const changes = next(3) === 0 ? next(80) : 0
      for (let count = 0; count < changes; count++) {
        const key = `k${next(60)}`
        looked = removes && next(12) === 0 ? withoutEntry(looked, key) : withEntry(looked, key, next(40))
      }
      const seen = [...looked].toSorted()
      const key = `k${next(40)}`
      map = next(5) === 0 ? withoutEntry(map, key) : withEntry(map, key, step)
      if (map.has(key)) plain.set(key, step)
      else plain.delete(key)
      // What a later version removed has lost its place.
      if (removes) expect([...map].toSorted()).toEqual([...plain].toSorted())
      else expect([...map]).toEqual([...plain])
      expect([...map.keys()]).toEqual([...map].map(([each]) => each))
      expect([...map.values()]).toEqual([...map].map(([, each]) => each))
      expect([...looked].toSorted()).toEqual(seen)
      expect(foundBy(map, tagsOf)).toEqual(searchedBy(plain, tagsOf))
    }
  }
})

test('an index that is made between two changes of one value learns of the second', () => {
  const first = (value: number): readonly string[] => [`is ${value}`]
  const second = (value: number): readonly string[] => [`is ${value}`]
  let map = versioned(new Map([['k', 1]])) as ReadonlyMap<string, number>
  expect(tagged(map, 'is 1', first)).toEqual([['k', 1]])
  map = withEntry(map, 'k', 2)
  expect(tagged(map, 'is 2', second)).toEqual([['k', 2]])
  map = withEntry(map, 'k', 3)
  expect(tagged(map, 'is 3', second)).toEqual([['k', 3]])
  expect(tagged(map, 'is 3', first)).toEqual([['k', 3]])
})

test('a tag finds in every version what looking at all of it finds', () => {
  const next = randomNumbers(12)
  const tagsOf = (value: number): readonly string[] => (value % 5 === 0 ? [] : [`mod ${value % 3}`, `mod ${value % 2}`])
  const others = (value: number): readonly string[] => [`half ${value >> 1}`]
  for (let round = 0; round < 6; round++) {
    let map: ReadonlyMap<string, number> = versioned(new Map<string, number>())
    const versions: ReadonlyMap<string, number>[] = []
    let key = 'k0'
    // Beyond a thousand changes an index that is not asked is given up, and made anew when it is.
    for (let step = 0; step < 1_500; step++) {
      if (next(2) === 0) key = `k${next(30)}`
      map = next(4) === 0 ? withoutEntry(map, key) : withEntry(map, key, next(40))
      if (next(50) === 0) versions.push(map)
      if (next(3) === 0) expect(foundBy(map, tagsOf)).toEqual(searchedBy(map, tagsOf))
      // Indexes that are made and given up at different times learn of the same changes.
      if (next(400) === 0) expect(foundBy(map, others)).toEqual(searchedBy(map, others))
    }
    for (const version of [map, ...versions]) {
      expect(foundBy(version, tagsOf)).toEqual(searchedBy(version, tagsOf))
      expect(foundBy(version, others)).toEqual(searchedBy(version, others))
    }
    // An old version that is changed goes its own way.
    const branch = withEntry(versions[0] ?? map, 'branch', 7)
    expect(foundBy(branch, tagsOf)).toEqual(searchedBy(branch, tagsOf))
    expect(foundBy(map, tagsOf)).toEqual(searchedBy(map, tagsOf))
  }
})

const TAGS = ['mod 0', 'mod 1', 'mod 2', 'half 3', 'none']

function foundBy(map: ReadonlyMap<string, number>, tagsOf: (value: number) => readonly string[]) {
  return TAGS.map((tag) => tagged(map, tag, tagsOf).toSorted())
}

function searchedBy(map: ReadonlyMap<string, number>, tagsOf: (value: number) => readonly string[]) {
  return TAGS.map((tag) => [...map].filter(([, value]) => tagsOf(value).includes(tag)).toSorted())
}

test('a version that skips those between it and a later one is as it was, and can still be changed', () => {
  const next = randomNumbers(17)
  const tagsOf = (value: number): readonly string[] => [`mod ${value % 3}`]
  for (let round = 0; round < 25; round++) {
    let map: ReadonlyMap<string, number> = versioned(new Map<string, number>())
    const kept: { map: ReadonlyMap<string, number>; plain: ReadonlyMap<string, number> }[] = []
    const change = (from: ReadonlyMap<string, number>) => {
      const key = `k${next(30)}`
      return next(3) === 0 ? withoutEntry(from, key) : withEntry(from, key, next(100))
    }
    for (let migration = 0; migration < 12; migration++) {
      const earlier = map
      const between: typeof kept = []
      for (let step = next(25); step > 0; step--) {
        map = change(map)
        between.push({ map, plain: new Map(map) })
      }
      kept.push({ map: earlier, plain: new Map(earlier) }, ...between.filter(() => next(8) === 0))
      skipBetween(earlier, map)
      if (next(4) === 0) change(change(kept[next(kept.length)]!.map))
      for (const each of kept) {
        expect(each.map.size).toBe(each.plain.size)
        expect([...each.map].toSorted()).toEqual([...each.plain].toSorted())
        for (const key of each.plain.keys()) expect(each.map.get(key)).toBe(each.plain.get(key))
        expect(foundBy(each.map, tagsOf)).toEqual(searchedBy(each.plain, tagsOf))
      }
    }
  }
})

test('what is skipped is forgotten', async () => {
  const first = versioned(new Map<string, object>())
  const [last, skipped] = changedTwice(first)
  await collectGarbage()
  expect(skipped.deref()).toBeDefined()
  skipBetween(first, last)
  await collectGarbage()
  expect(skipped.deref()).toBeUndefined()
  expect([first.size, last.size]).toEqual([0, 1])
})

/** A version with one entry, and the value that the entry had for a while. */
function changedTwice(map: ReadonlyMap<string, object>) {
  const value = {}
  return [withEntry(withEntry(map, 'a', value), 'a', {}), new WeakRef(value)] as const
}

/** In a task of its own: what a WeakRef was asked for is kept until the task ends. */
async function collectGarbage(): Promise<void> {
  await setTimeout(0)
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
}
