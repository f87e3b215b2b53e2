import type { Identifier, Name } from '../catalog/catalog.ts'
import { partsOf } from '../catalog/names.ts'
import { KINDS_IN_SCHEMAS, type OtherIdentity, otherKey } from '../catalog/other-objects.ts'
import type { Reference, SqlText } from '../catalog/sql-text.ts'
import type { Node } from './parser.ts'
import type { Reading } from './reading.ts'
import { CHANGES, resolveChange } from './resolve-changes.ts'
import { type Resolution, resolveExpression, resolveType } from './resolve-references.ts'
import { resolveSelect } from './resolve-select.ts'
import { relationSource, type Scope, type Source } from './scope.ts'
import { type Extent, findWord, nameAt, tokensIn } from './tokens.ts'

/** Names, types and expressions anywhere in a node, where columns without more are those of a table. */
export function resolveWithin(resolution: Resolution, node: unknown, table?: Name, rows: readonly Source[] = []): void {
  const own = table === undefined ? [] : [relationSource(resolution.reading.before, table, partsOf(table).name, false)]
  resolveExpression(resolution, node, { sources: [...own, ...rows], withs: new Map() })
}

/** The types anywhere in a node: arguments, operands, the sides of a cast. */
export function resolveTypes(resolution: Resolution, node: unknown): void {
  if (typeof node !== 'object' || node === null) return
  if ('names' in node && 'typemod' in node) resolveType(resolution, node)
  else for (const part of Object.values(node)) resolveTypes(resolution, part)
}

/** Columns that the grammar keeps as strings: they stand after a word of the statement. */
export function resolveColumnsAfter(
  resolution: Resolution,
  word: string,
  table: Name,
  columns: readonly Identifier[],
): void {
  const { file, start, end } = resolution.reading.statement
  let at = findWord(file.text, start, end, word)?.end
  for (const column of columns) {
    if (at === undefined) return
    const place = nextName(file.text, at, end, column)
    if (place === undefined) return
    resolution.edits.push({ ...place, pieces: [{ to: 'column', name: table, column }] })
    at = place.end
  }
}

/** A function whose name stands after a word of the statement, without arguments: `sfunc = app.add`. */
export function resolveFunctionAfter(resolution: Resolution, word: string, name: Name, parts: readonly string[]): void {
  resolveNameAfter(resolution, word, parts.at(-1), { to: 'function', name })
}

/** The name that follows a word of the statement, if it ends as is expected. */
export function resolveNameAfter(
  resolution: Resolution,
  word: string,
  expected: Identifier | undefined,
  reference: Reference,
): void {
  const { file, start, end } = resolution.reading.statement
  const tokens = [...tokensIn(file.text, start, end)]
  const at = tokens.findIndex((token) => token.word === word)
  const next = at < 0 ? undefined : tokens.slice(at + 1).find((token) => token.word !== '=')
  const written = next === undefined ? [] : nameAt(file.text, next.start)
  const [first, last] = [written[0], written.at(-1)]
  if (first === undefined || last === undefined || last.name !== expected) return
  resolution.edits.push({ start: first.start, end: last.end, pieces: [reference] })
}

/** Writes something else for the name that follows a word of the statement. */
export function replaceAfter(resolution: Resolution, word: string, pieces: SqlText['pieces']): void {
  const { file, start, end } = resolution.reading.statement
  const [next] = tokensIn(file.text, findWord(file.text, start, end, word)?.end ?? end, end)
  const [name] = next === undefined ? [] : nameAt(file.text, next.start)
  if (name !== undefined) resolution.edits.push({ start: name.start, end: name.end, pieces })
}

/** Puts something behind the name that follows a word of the statement, if it is the expected one. */
export function addAfter(resolution: Resolution, word: string, expected: Identifier, pieces: SqlText['pieces']): void {
  const { file, start, end } = resolution.reading.statement
  const place = nextName(file.text, findWord(file.text, start, end, word)?.end ?? end, end, expected)
  if (place !== undefined) resolution.edits.push({ start: place.end, end: place.end, pieces })
}

/** Objects that stand one after the other behind a word of the statement: dictionaries behind WITH. */
export function resolveObjectsAfter(resolution: Resolution, word: string, objects: readonly OtherIdentity[]): void {
  const { file, start, end } = resolution.reading.statement
  let at = findWord(file.text, start, end, word)?.end
  for (const { kind, name } of objects) {
    if (at === undefined) return
    const place = nextName(file.text, at, end, partsOf(name).name)
    if (place === undefined) return
    if (resolution.reading.before.others.has(otherKey({ kind, name })))
      resolution.edits.push({ ...place, pieces: [{ to: 'object', name, of: kind }] })
    at = place.end
  }
}

/** The name of the object that a statement makes or changes, which another schema's name may change. */
export function resolveOwnName(resolution: Resolution, { kind, name }: OtherIdentity): void {
  if (!KINDS_IN_SCHEMAS.has(kind)) return
  const { file, start, end } = resolution.reading.statement
  const tokens = [...tokensIn(file.text, start, end)]
  const at = tokens.findIndex((token) => token.word === kind.split(' ').at(-1)!.toUpperCase())
  const first = at < 0 ? undefined : tokens.slice(at + 1).find(({ word }) => !/^(?:IF|NOT|EXISTS)$/.test(word))
  if (first === undefined) return
  const written = nameAt(file.text, first.start)
  const isNamed = written.length > 0 && written.at(-1)!.name === partsOf(name).name
  // An operator is no identifier; its name ends at the bracket.
  const bracket = file.text.indexOf('(', first.start)
  const stop = kind === 'operator' ? bracket : isNamed ? written.at(-1)!.end : -1
  if (stop < 0 || stop > end) return
  const operator = file.text.slice(first.start, stop).trimEnd()
  resolution.edits.push({
    start: first.start,
    end: first.start + operator.length,
    pieces: [{ to: 'object', name, of: kind }],
  })
}

/** The next place of a name outside brackets. */
function nextName(text: string, from: number, end: number, name: Identifier): Extent | undefined {
  for (const token of tokensIn(text, from, end)) {
    const parts = token.depth === 0 ? nameAt(text, token.start) : []
    const [first, last] = [parts[0], parts.at(-1)]
    if (first !== undefined && last?.name === name) return { start: first.start, end: last.end }
  }
  return undefined
}

/** The statements of a rule, in which `new` and `old` are rows of its relation. */
export function resolveRuleActions(resolution: Resolution, actions: readonly Node[], rows: readonly Source[]): void {
  for (const action of actions) {
    const [tag, node] = Object.entries(action)[0] ?? []
    const outer: Scope = { sources: rows, withs: new Map() }
    if (tag === 'SelectStmt') resolveSelect(resolution, node, outer)
    else if (tag !== undefined && CHANGES.includes(tag)) resolveChange(resolution, node as Node, outer)
  }
}

/** The rows `new` and `old` of a relation. */
export function ruleRows(reading: Reading, table: Name): readonly Source[] {
  return ['new', 'old'].map((alias) => ({ ...relationSource(reading.before, table, alias, true) }))
}
