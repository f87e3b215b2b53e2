import { expect, test } from 'vitest'
import { applyEdits } from '../../src/text/edits.ts'

const file = { path: 'a.sql', text: 'create index a on t (b);' }

function edit(start: number, end: number, text: string) {
  return { span: { file, start, end }, text }
}

test.each([
  ['nothing', [], file.text],
  ['an insertion', [edit(12, 12, ' concurrently')], 'create index concurrently a on t (b);'],
  ['edits in any order', [edit(21, 22, 'c'), edit(0, 6, 'CREATE')], 'CREATE index a on t (c);'],
  ['a removal', [edit(13, 15, '')], 'create index on t (b);'],
  ['two that overlap: the later one is left out', [edit(0, 12, 'X'), edit(7, 14, 'Y')], 'X a on t (b);'],
])('%s', (_, edits, result) => {
  expect(applyEdits(file.text, edits)).toBe(result)
})
