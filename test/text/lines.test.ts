import { expect, test } from 'vitest'
import { lineStarts, positionAt } from '../../src/text/lines.ts'

test.each([
  ['', [0]],
  ['a', [0]],
  ['a\n', [0, 2]],
  ['a\r\nb', [0, 3]],
  ['a\rb\nc', [0, 2, 4]],
  ['\n\r\n\r', [0, 1, 3, 4]],
])('the lines of %j start at %j', (text, starts) => {
  expect(lineStarts(text)).toEqual(starts)
})

test.each([
  ['abc', 1, 1, 2],
  ['a\nbc', 3, 2, 2],
  ['a\r\nbc', 3, 2, 1],
  ['a\r\nbc', 1, 1, 2],
  ['🦀\n🦀x', 5, 2, 3],
  ['\ufeffabc', 1, 1, 1],
  ['\ufeffabc', 0, 1, 1],
  ['\ufeffa\n\ufeffb', 4, 2, 2],
  ['abc', 3, 1, 4],
])('in %j the offset %i is at %i:%i', (text, offset, line, column) => {
  expect(positionAt({ path: 'a.sql', text }, offset)).toEqual({ line, column, offset })
})
