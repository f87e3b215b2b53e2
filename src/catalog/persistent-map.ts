import { keysOf, type TagIndex, tag } from './tag-index.ts'

/**
 * Maps that are copied instead of changed, at the cost of the change alone. The newest
 * version holds the entries; each older one holds only what the change to the next has
 * replaced, and looks the rest up there. So a snapshot is kept for every statement of a long
 * history, reading the newest is as fast as reading a Map, and reading an old one takes
 * longer by the number of changes since. Keys stay in the order of insertion, as in `Map`;
 * in an older version those come last that a newer one removed.
 */
class VersionedMap<K, V> implements ReadonlyMap<K, V> {
  /** The entries, while this is the newest version. */
  #root: Root<K, V> | undefined
  /** What the next version, which is nearer to the entries, has otherwise. */
  #next: Difference<K, V> | undefined
  readonly size: number

  constructor(root: Root<K, V> | undefined, size = root?.entries.size ?? 0) {
    this.#root = root
    this.size = size
  }

  get(key: K): V | undefined {
    let version: VersionedMap<K, V> = this
    while (version.#next !== undefined) {
      if (version.#next.key === key) return version.#next.value
      version = version.#next.map
    }
    return version.#root?.entries.get(key)
  }

  has(key: K): boolean {
    return this.get(key) !== undefined
  }

  /** The version that follows, with one entry set, or removed where the value is undefined. */
  changed(key: K, value: V | undefined): VersionedMap<K, V> {
    const root = this.#root ?? this.#takeBack() ?? this.#ownRoot()
    const earlier = root.entries.get(key)
    replace(root, key, value)
    const next = new VersionedMap(root)
    this.#root = undefined
    this.#next = { map: next, key, value: earlier, other: value }
    return next
  }

  /**
   * An old version that is changed, as after a block that was folded only to be read, takes the
   * entries back if little has changed since and nothing was removed, which would lose its place.
   */
  #takeBack(): Root<K, V> | undefined {
    const path: VersionedMap<K, V>[] = []
    let newest: VersionedMap<K, V> = this
    for (; newest.#next !== undefined; newest = newest.#next.map) {
      const { value, other } = newest.#next
      if (path.length === FEW || (value !== undefined && other === undefined)) return undefined
      path.push(newest)
    }
    const root = newest.#root
    for (const version of path.toReversed()) {
      const { map, key, value, other } = version.#next!
      replace(root!, key, value)
      map.#root = undefined
      map.#next = { map: version, key, value: other, other: value }
      version.#next = undefined
      version.#root = root
    }
    return root
  }

  /** Reaches a later version without those in between, which are kept no longer by this one. */
  skipTo(later: VersionedMap<K, V>): void {
    const changes = new Map<K, V | undefined>()
    let steps = 0
    for (let version: VersionedMap<K, V> = this; version !== later; steps++) {
      if (version.#next === undefined) return
      const { key, value, map } = version.#next
      if (!changes.has(key)) changes.set(key, value)
      version = map
    }
    if (changes.size === steps) return
    let map = later
    for (const [key, value] of [...changes].reverse()) {
      const other = later.get(key)
      changes.delete(key)
      const size = map.size + (value === undefined ? 0 : 1) - (other === undefined ? 0 : 1)
      const version = changes.size === 0 ? this : new VersionedMap<K, V>(undefined, size)
      version.#next = { map, key, value, other }
      map = version
    }
  }

  /** The keys of the values that have a tag. */
  keysTagged(tag: string, tagsOf: TagsOf<V>): readonly K[] {
    const found = keysOf(indexBy(this.#newestRoot(), tagsOf), tag)
    if (this.#next === undefined) return found
    const changes = this.#changesSince()
    const kept = found.filter((key) => !changes.has(key))
    for (const [key, value] of changes) if (value !== undefined && tagsOf(value).includes(tag)) kept.push(key)
    return kept
  }

  *entries(): MapIterator<[K, V]> {
    const changes = this.#changesSince()
    // A copy: the root goes on changing with the newest version.
    const entries = [...this.#newestRoot().entries]
    const seen = new Set<K>()
    for (const [key, value] of entries) {
      seen.add(key)
      const own = changes.has(key) ? changes.get(key) : value
      if (own !== undefined) yield [key, own]
    }
    for (const [key, value] of changes) if (value !== undefined && !seen.has(key)) yield [key, value]
  }

  *keys(): MapIterator<K> {
    if (this.#root !== undefined) yield* [...this.#root.entries.keys()]
    else for (const [key] of this.entries()) yield key
  }

  *values(): MapIterator<V> {
    if (this.#root !== undefined) yield* [...this.#root.entries.values()]
    else for (const [, value] of this.entries()) yield value
  }

  forEach(visit: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this.entries()) visit(value, key, this)
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries()
  }

  /** What this version holds where newer ones hold something else. */
  #changesSince(): ReadonlyMap<K, V | undefined> {
    const changes = new Map<K, V | undefined>()
    for (let version: VersionedMap<K, V> = this; version.#next !== undefined; version = version.#next.map) {
      if (!changes.has(version.#next.key)) changes.set(version.#next.key, version.#next.value)
    }
    return changes
  }

  #newestRoot(): Root<K, V> {
    let version: VersionedMap<K, V> = this
    while (version.#next !== undefined) version = version.#next.map
    return version.#root ?? rootOf(new Map())
  }

  /** An old version that is changed, as after ROLLBACK, goes its own way from here. */
  #ownRoot(): Root<K, V> {
    return rootOf(new Map(this.entries()))
  }
}

/** One key on which two versions differ: the value here, and in the other one. */
interface Difference<K, V> {
  readonly map: VersionedMap<K, V>
  readonly key: K
  readonly value: V | undefined
  readonly other: V | undefined
}

/** So many changes are taken back rather than all entries copied. */
const FEW = 64

/** The entries of the newest version, and what finds them by tags. */
interface Root<K, V> {
  readonly entries: Map<K, V>
  readonly indexes: Map<TagsOf<V>, TagIndex<K>>
  /** The keys whose values were changed, oldest first, for the indexes that have not seen it yet. */
  readonly changed: K[]
  /** How many of them some index has seen. */
  seen: number
}

/** The tags by which a value can be looked up beside its key. Each function has an index of its own, so it must be a constant. */
export type TagsOf<V> = (value: V) => readonly string[]

/** The entries whose values have a tag: by an index where the map is versioned, else by looking at all. */
export function tagged<K, V>(map: ReadonlyMap<K, V>, tag: string, tagsOf: TagsOf<V>): readonly (readonly [K, V])[] {
  if (map.size === 0) return NONE
  if (!isVersioned(map)) return [...map].filter(([, value]) => tagsOf(value).includes(tag))
  const keys = map.keysTagged(tag, tagsOf)
  return keys.length === 0 ? NONE : keys.map((key) => [key, map.get(key)!])
}

const NONE: readonly never[] = []

/** The map with one entry added or replaced. Values must not be undefined. */
export function withEntry<K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> {
  return versioned(map).changed(key, value)
}

/** The map without one entry; the map itself where it has none under that key. */
export function withoutEntry<K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
  return map.has(key) ? versioned(map).changed(key, undefined) : map
}

/** The map without the entries that a test picks, among all or among those given. */
export function without<K, V>(
  map: ReadonlyMap<K, V>,
  picks: (value: V, key: K) => boolean,
  among: Iterable<readonly [K, V]> = map,
): ReadonlyMap<K, V> {
  let result = map
  for (const [key, value] of [...among]) if (picks(value, key)) result = withoutEntry(result, key)
  return result
}

/**
 * The map with each value, and its key, as a function makes them; entries it returns
 * unchanged are shared. Where only some entries can be meant, they are given.
 */
export function mapEntries<K, V>(
  map: ReadonlyMap<K, V>,
  change: (value: V, key: K) => readonly [K, V],
  among: Iterable<readonly [K, V]> = map,
): ReadonlyMap<K, V> {
  let result = map
  for (const [key, value] of [...among]) {
    const [newKey, newValue] = change(value, key)
    if (newKey === key && newValue === value) continue
    if (newKey !== key) result = withoutEntry(result, key)
    result = withEntry(result, newKey, newValue)
  }
  return result
}

/**
 * Lets an earlier version of a map look up what it needs without the versions between it and a
 * later one, so that these can be forgotten.
 */
export function skipBetween<K, V>(earlier: ReadonlyMap<K, V>, later: ReadonlyMap<K, V>): void {
  if (earlier !== later && isVersioned(earlier) && isVersioned(later)) earlier.skipTo(later)
}

/** The map as one that is changed at the cost of the change and has indexes. */
export function versioned<K, V>(map: ReadonlyMap<K, V>): VersionedMap<K, V> {
  return isVersioned(map) ? map : new VersionedMap(rootOf(new Map(map)))
}

/** By a method and not by the class: a user's rule may bring another copy of this module along. */
function isVersioned<K, V>(map: ReadonlyMap<K, V>): map is VersionedMap<K, V> {
  return 'keysTagged' in map
}

function rootOf<K, V>(entries: Map<K, V>): Root<K, V> {
  return { entries, indexes: new Map(), changed: [], seen: 0 }
}

/** Indexes learn of a change when they are asked next, since a statement changes one value several times. */
function replace<K, V>(root: Root<K, V>, key: K, value: V | undefined): void {
  const { entries, indexes, changed } = root
  if (value === undefined) entries.delete(key)
  else entries.set(key, value)
  if (indexes.size === 0) return
  if (changed.length === root.seen || changed.at(-1) !== key) changed.push(key)
  // An index that is asked no more would have ever more to learn: it is made anew when it is.
  if (changed.length > 4 * entries.size + 1_000) forget(root)
}

function forget<K, V>(root: Root<K, V>): void {
  root.indexes.clear()
  root.changed.length = 0
  root.seen = 0
}

/** The index by some tags, as of now. */
function indexBy<K, V>(root: Root<K, V>, tagsOf: TagsOf<V>): TagIndex<K> {
  const { entries, indexes, changed } = root
  let index = indexes.get(tagsOf)
  if (index === undefined) {
    index = { keys: new Map(), tags: new Map(), seen: changed.length }
    indexes.set(tagsOf, index)
    for (const [key, value] of entries) tag(index, key, tagsOf(value))
  }
  root.seen = changed.length
  if (index.seen === changed.length) return index
  const pending = index.seen === changed.length - 1 ? [changed[index.seen]!] : new Set(changed.slice(index.seen))
  for (const key of pending) {
    const value = entries.get(key)
    tag(index, key, value === undefined ? NONE : tagsOf(value))
  }
  index.seen = changed.length
  return index
}
