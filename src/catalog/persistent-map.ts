/**
 * Maps that are copied instead of changed, at the cost of the change alone. The newest
 * version holds the entries; each older one holds only what the change to the next has
 * replaced, and looks the rest up there. So a snapshot is kept for every statement of a long
 * history, reading the newest is as fast as reading a Map, and reading an old one takes
 * longer by the number of changes since. Keys stay in the order of insertion, as in `Map`.
 */
class VersionedMap<K, V> implements ReadonlyMap<K, V> {
  /** The entries, while this is the newest version. */
  #root: Root<K, V> | undefined
  /** What the next version has replaced here. */
  #next: { readonly map: VersionedMap<K, V>; readonly key: K; readonly value: V | undefined } | undefined
  readonly size: number

  constructor(root: Root<K, V>) {
    this.#root = root
    this.size = root.entries.size
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
    const root = this.#root ?? this.#ownRoot()
    const earlier = root.entries.get(key)
    replace(root, key, value)
    const next = new VersionedMap(root)
    this.#root = undefined
    this.#next = { map: next, key, value: earlier }
    return next
  }

  /** The keys of the values that have a tag; undefined where the map has no tags. */
  keysTagged(tag: string): readonly K[] | undefined {
    const changes = this.#changesSince()
    const { tagsOf, tagged } = this.#newestRoot()
    if (tagsOf === undefined) return undefined
    const keys = [...(tagged.get(tag) ?? [])].filter((key) => !changes.has(key))
    for (const [key, value] of changes) if (value !== undefined && tagsOf(value).includes(tag)) keys.push(key)
    return keys
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

  /** An old version that is changed, as ROLLBACK does, goes its own way from here. */
  #ownRoot(): Root<K, V> {
    return rootOf(new Map(this.entries()), this.#newestRoot().tagsOf)
  }
}

/** The entries of the newest version, with the keys of the values that have each tag. */
interface Root<K, V> {
  readonly entries: Map<K, V>
  readonly tagsOf: TagsOf<V> | undefined
  readonly tagged: Map<string, Set<K>>
  /** The tags of each key's value, which are dearer to make than to keep. */
  readonly tagsByKey: Map<K, readonly string[]>
}

/** The tags by which a value can be looked up beside its key. */
export type TagsOf<V> = (value: V) => readonly string[]

/** The map with its values to be found by tags too. */
export function withTags<K, V>(map: ReadonlyMap<K, V>, tagsOf: TagsOf<V>): ReadonlyMap<K, V> {
  return new VersionedMap(rootOf(new Map(map), tagsOf))
}

/** The entries whose values have a tag; `tagsOf` serves where the map was not given tags. */
export function tagged<K, V>(map: ReadonlyMap<K, V>, tag: string, tagsOf: TagsOf<V>): readonly (readonly [K, V])[] {
  const keys = isVersioned(map) ? map.keysTagged(tag) : undefined
  if (keys === undefined) return [...map].filter(([, value]) => tagsOf(value).includes(tag))
  return keys.map((key) => [key, map.get(key)!])
}

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

function versioned<K, V>(map: ReadonlyMap<K, V>): VersionedMap<K, V> {
  return isVersioned(map) ? map : new VersionedMap(rootOf(new Map(map)))
}

/** By a method and not by the class: a user's rule may bring another copy of this module along. */
function isVersioned<K, V>(map: ReadonlyMap<K, V>): map is VersionedMap<K, V> {
  return 'keysTagged' in map
}

function rootOf<K, V>(entries: Map<K, V>, tagsOf?: TagsOf<V>): Root<K, V> {
  const root: Root<K, V> = { entries, tagsOf, tagged: new Map(), tagsByKey: new Map() }
  if (tagsOf !== undefined) for (const [key, value] of entries) tag(root, key, tagsOf(value))
  return root
}

function replace<K, V>(root: Root<K, V>, key: K, value: V | undefined): void {
  if (value === undefined) root.entries.delete(key)
  else root.entries.set(key, value)
  if (root.tagsOf === undefined) return
  const earlier = root.tagsByKey.get(key) ?? []
  const tags = value === undefined ? [] : root.tagsOf(value)
  if (sameList(earlier, tags)) return
  // A tag that stays keeps the key's place among the tag's keys.
  for (const each of earlier) if (!tags.includes(each)) root.tagged.get(each)?.delete(key)
  tag(root, key, tags)
}

function tag<K, V>(root: Root<K, V>, key: K, tags: readonly string[]): void {
  if (tags.length === 0) root.tagsByKey.delete(key)
  else root.tagsByKey.set(key, tags)
  for (const each of tags) {
    const keys = root.tagged.get(each)
    if (keys === undefined) root.tagged.set(each, new Set([key]))
    else keys.add(key)
  }
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, position) => item === b[position])
}
