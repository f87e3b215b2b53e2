import type { Action } from '../catalog/action.ts'
import type { Catalog } from '../catalog/catalog.ts'
import { fold } from '../catalog/fold.ts'
import type { Span } from '../text/source-file.ts'
import type { Node } from './parser.ts'
import { readCreateSchema } from './read-objects.ts'
import { readStatement } from './read-statement.ts'
import type { Reading } from './reading.ts'
import { tokensIn } from './tokens.ts'

/** CREATE SCHEMA, and the elements it may hold, which are made in that schema, kind by kind. */
export function readSchema(reading: Reading, node: Node): readonly Action[] {
  const schema = readCreateSchema(reading, node)
  const elements: readonly Node[] = node.schemaElts ?? []
  if (elements.length === 0 || schema.kind !== 'createSchema') return [schema]
  const spans = spansOf(reading.statement)
  const made = fold(reading.before, schema, reading.postgres)
  const searchPath = [schema.name, ...made.session.searchPath]
  let before: Catalog = { ...made, session: { ...made.session, searchPath } }
  const actions: Action[] = [schema]
  const placed = elements.map((element, at) => ({ element, statement: spans[at] ?? reading.statement }))
  for (const { element, statement } of placed.toSorted((a, b) => orderOf(a.element) - orderOf(b.element))) {
    const [tag, inner] = Object.entries(element)[0] ?? ['', {}]
    for (const action of readStatement({ ...reading, before, statement }, tag, inner)) {
      actions.push(action)
      before = fold(before, action, reading.postgres)
    }
  }
  return actions
}

/** Where the elements stand, as they are written: each begins with CREATE or GRANT. */
function spansOf({ file, start, end }: Span): readonly Span[] {
  const spans: { start: number; end: number }[] = []
  let before = ''
  for (const token of tokensIn(file.text, start, end)) {
    const begins = token.word === 'CREATE' || (token.word === 'GRANT' && before !== 'WITH')
    if (begins && token.depth === 0) spans.push({ start: token.start, end: token.end })
    else spans.at(-1)!.end = token.end
    before = token.word
  }
  return spans.slice(1).map((each) => ({ file, ...each }))
}

/** When CREATE SCHEMA makes an element (`transformCreateSchemaStmtElements` in parse_utilcmd.c). */
function orderOf(element: Node): number {
  return IN_SCHEMA.indexOf(Object.keys(element)[0] ?? '')
}

const IN_SCHEMA = ['CreateSeqStmt', 'CreateStmt', 'ViewStmt', 'IndexStmt', 'CreateTrigStmt', 'GrantStmt']
