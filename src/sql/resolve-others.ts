import { knownOther, namedOther } from './other-identities.ts'
import type { Node } from './parser.ts'
import { findFunction, stringsOf } from './reading.ts'
import type { Resolution } from './resolve-references.ts'
import { resolveFunctionAfter, resolveNameAfter, resolveObjectsAfter } from './statement-text.ts'

/** Text search objects and collations are made of others: COPY, PARSER, TEMPLATE, FROM. */
export function resolveMadeOf(resolution: Resolution, madeType: string, word: string, parts: readonly string[]): void {
  const objectType = word === 'copy' ? madeType : MADE_OF[word]
  if (objectType === undefined || parts.length === 0) return
  const object = { List: { items: parts.map((sval) => ({ String: { sval } })) } }
  const identity = namedOther(resolution.reading, objectType, object)
  if (identity === undefined || knownOther(resolution.reading, identity) === undefined) return
  const { kind, name } = identity
  resolveNameAfter(resolution, word.toUpperCase(), parts.at(-1), { to: 'object', name, of: kind })
}

const MADE_OF: Readonly<Record<string, string>> = {
  parser: 'OBJECT_TSPARSER',
  template: 'OBJECT_TSTEMPLATE',
  from: 'OBJECT_COLLATION',
}

/** The dictionaries of ALTER TEXT SEARCH CONFIGURATION. */
export function resolveDictionaries(resolution: Resolution, { dicts, replace }: Node): void {
  const objects = ((dicts ?? []) as readonly Node[]).flatMap(
    (each) => namedOther(resolution.reading, 'OBJECT_TSDICTIONARY', each) ?? [],
  )
  if (replace !== true) resolveObjectsAfter(resolution, 'WITH', objects)
  else
    for (const [at, word] of ['REPLACE', 'WITH'].entries())
      resolveObjectsAfter(resolution, word, objects.slice(at, at + 1))
}

/** The function of a cast. */
export function resolveCalled(resolution: Resolution, word: string, func: Node | undefined): void {
  if (func === undefined) return
  const parts = stringsOf(func.objname)
  const name = findFunction(resolution.reading, parts)
  if (name !== undefined) resolveFunctionAfter(resolution, word, name, parts)
}
