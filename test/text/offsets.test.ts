import { describe, expect, test } from 'vitest'
import { offsetsOf } from '../../src/text/offsets.ts'
import { randomNumbers } from '../support/random.ts'

const texts: Readonly<Record<string, string>> = {
  empty: '',
  ASCII: 'create table t (id uuid);',
  'two and three bytes': 'größe € naïve',
  'four bytes, two units': 'a🦀b🦀🦀c',
  'combining marks': 'e\u0301 o\u0308\u0323 नाम',
  'CRLF and a byte order mark': '\ufeffa\r\nß\r\n€',
  'a lone surrogate': 'a\ud83d b\udd80',
}

describe.each(Object.entries(texts))('%s', (_, text) => {
  test('every byte and code point is where a walk over the text finds it', () => expectAsWalked(text))
})

test('a text longer than the table’s stride is measured across it', () => {
  expectAsWalked('ß'.repeat(511) + '🦀'.repeat(600) + 'a€'.repeat(300))
})

test('random texts are measured as by a walk', () => {
  const next = randomNumbers(7)
  const alphabet = ['a', ' ', '\n', '\r\n', 'ß', '€', '🦀', 'e\u0301', '\ufeff', '\0']
  for (let round = 0; round < 50; round++) {
    const length = next(900)
    expectAsWalked(Array.from({ length }, () => alphabet[next(alphabet.length)]).join(''))
  }
})

test('what lies beyond the text is its end', () => {
  expect(offsetsOf('aß').fromByte(99)).toBe(2)
  expect(offsetsOf('aß').fromCodePoint(99)).toBe(2)
})

function expectAsWalked(text: string): void {
  const offsets = offsetsOf(text)
  let unit = 0
  let byte = 0
  let point = 0
  const wrong: string[] = []
  for (const character of text) {
    if (offsets.fromByte(byte) !== unit) wrong.push(`byte ${byte} is not at ${unit}`)
    if (offsets.fromCodePoint(point) !== unit) wrong.push(`code point ${point} is not at ${unit}`)
    unit += character.length
    byte += Buffer.byteLength(character)
    point += 1
  }
  if (offsets.fromByte(byte) !== text.length) wrong.push('the end')
  expect(wrong).toEqual([])
}
