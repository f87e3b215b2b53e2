import { expect, test } from 'vitest'
import { printable } from '../../src/text/printable.ts'

test.each([
  ['plain text stays', 'größe 🦀\tand\nlines', 'größe 🦀\tand\nlines'],
  ['escape sequences are shown', 'a\u001b[31mred', 'a\\u{1b}[31mred'],
  ['marks that reorder text are shown', 'a\u202eb', 'a\\u{202e}b'],
  ['a carriage return cannot overwrite a line', 'safe\revil', 'safe\\u{d}evil'],
])('%s', (_, text, shown) => {
  expect(printable(text)).toBe(shown)
})
