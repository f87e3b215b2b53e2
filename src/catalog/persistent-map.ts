/**
 * A map that is copied instead of changed: `withEntry` and `withoutEntry` share what they
 * do not touch. A catalog of n entries costs about √n a change, in time and in memory, so
 * that a snapshot can be kept for every statement of a long history. Keys stay in the
 * order of insertion, as in `Map`, which persistent hash maps do not offer.
 */
class LayeredMap<K, V> implements ReadonlyMap<K, V> {
  readonly #base: ReadonlyMap<K, V>
  /** What differs from the base; undefined marks an entry as removed. */
  readonly #changes: ReadonlyMap<K, V | undefined>
  readonly size: number

  constructor(base: ReadonlyMap<K, V>, changes: ReadonlyMap<K, V | undefined>, size: number) {
    this.#base = base
    this.#changes = changes
    this.size = size
  }

  get(key: K): V | undefined {
    return this.#changes.has(key) ? this.#changes.get(key) : this.#base.get(key)
  }

  has(key: K): boolean {
    return this.get(key) !== undefined
  }

  changed(key: K, value: V | undefined): ReadonlyMap<K, V> {
    const changes = new Map(this.#changes)
    // Removed and set again, a key belongs at the end, as in Map.
    if (changes.get(key) === undefined) changes.delete(key)
    changes.set(key, value)
    const size = this.size + (value === undefined ? 0 : 1) - (this.has(key) ? 1 : 0)
    const layered = new LayeredMap(this.#base, changes, size)
    return changes.size < 16 + Math.sqrt(this.#base.size) ? layered : new Map(layered)
  }

  *entries(): MapIterator<[K, V]> {
    for (const [key, value] of this.#base) {
      const current = this.#changes.has(key) ? this.#changes.get(key) : value
      if (current !== undefined) yield [key, current]
    }
    for (const [key, value] of this.#changes) {
      if (value !== undefined && !this.#base.has(key)) yield [key, value]
    }
  }

  *keys(): MapIterator<K> {
    for (const [key] of this.entries()) yield key
  }

  *values(): MapIterator<V> {
    for (const [, value] of this.entries()) yield value
  }

  forEach(visit: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this.entries()) visit(value, key, this)
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries()
  }
}

/** The map with one entry added or replaced. Values must not be undefined. */
export function withEntry<K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> {
  return layeredOn(map).changed(key, value)
}

/** The map without one entry; the map itself where it has none under that key. */
export function withoutEntry<K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
  return map.has(key) ? layeredOn(map).changed(key, undefined) : map
}

/** The map without the entries that a test picks. */
export function without<K, V>(map: ReadonlyMap<K, V>, picks: (value: V, key: K) => boolean): ReadonlyMap<K, V> {
  let result = map
  for (const [key, value] of map) if (picks(value, key)) result = withoutEntry(result, key)
  return result
}

/** The map with each value, and its key, as a function makes them; entries it returns unchanged are shared. */
export function mapEntries<K, V>(
  map: ReadonlyMap<K, V>,
  change: (value: V, key: K) => readonly [K, V],
): ReadonlyMap<K, V> {
  let result = map
  for (const [key, value] of map) {
    const [newKey, newValue] = change(value, key)
    if (newKey === key && newValue === value) continue
    if (newKey !== key) result = withoutEntry(result, key)
    result = withEntry(result, newKey, newValue)
  }
  return result
}

function layeredOn<K, V>(map: ReadonlyMap<K, V>): LayeredMap<K, V> {
  return map instanceof LayeredMap ? map : new LayeredMap(map, new Map(), map.size)
}
