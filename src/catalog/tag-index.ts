/** The keys of the values that have each tag, as of the change `seen`. */
export interface TagIndex<K> {
  readonly keys: Map<string, K | Set<K>>
  /** The tags of each key's value, where it has some. */
  readonly tags: Map<K, readonly string[]>
  seen: number
}

/** Gives a key other tags. A tag that stays keeps the key's place among the tag's keys. */
export function tag<K>({ keys, tags }: TagIndex<K>, key: K, own: readonly string[]): void {
  const earlier = tags.get(key) ?? NONE
  let same = 0
  while (same < earlier.length && earlier[same] === own[same]) same++
  if (same === earlier.length && same === own.length) return
  let [earlierEnd, ownEnd] = [earlier.length, own.length]
  while (earlierEnd > same && ownEnd > same && earlier[earlierEnd - 1] === own[ownEnd - 1]) {
    earlierEnd--
    ownEnd--
  }
  const kept = earlierEnd - same > 8 ? new Set(own) : undefined
  for (let at = same; at < earlierEnd; at++) {
    const each = earlier[at]!
    if (kept === undefined ? !own.includes(each) : !kept.has(each)) removeKey(keys, each, key)
  }
  if (own.length === 0) tags.delete(key)
  else tags.set(key, own)
  for (let at = same; at < ownEnd; at++) addKey(keys, own[at]!, key)
}

function addKey<K>(keys: TagIndex<K>['keys'], tag: string, key: K): void {
  const others = keys.get(tag)
  if (others === undefined) keys.set(tag, key)
  else if (others instanceof Set) others.add(key)
  else if (others !== key) keys.set(tag, new Set([others, key]))
}

function removeKey<K>(keys: TagIndex<K>['keys'], tag: string, key: K): void {
  const others = keys.get(tag)
  if (others instanceof Set) others.delete(key)
  else if (others === key) keys.delete(tag)
}

/** The keys whose values have a tag, oldest first. */
export function keysOf<K>({ keys }: TagIndex<K>, tag: string): readonly K[] {
  const found = keys.get(tag)
  if (found === undefined) return NONE
  return found instanceof Set ? [...found] : [found]
}

const NONE: readonly never[] = []
