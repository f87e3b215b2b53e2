/** Converts the parser's positions in one text to UTF-16 offsets. */
export interface Offsets {
  /** PostgreSQL's parse tree and tokens count UTF-8 bytes. */
  fromByte(byte: number): number
  /** PostgreSQL's error positions count code points. */
  fromCodePoint(codePoint: number): number
}

/** How many UTF-16 units lie between two remembered places. */
const STRIDE = 512

/**
 * Measures a text once so that each conversion walks at most one stride of it.
 * Text of one-byte characters only needs no table at all.
 */
export function offsetsOf(text: string): Offsets {
  if (Buffer.byteLength(text) === text.length) return { fromByte: (byte) => byte, fromCodePoint: (point) => point }
  const marks = measure(text)
  return {
    fromByte: (byte) => seek(text, marks, 'byte', byte),
    fromCodePoint: (point) => seek(text, marks, 'point', point),
  }
}

interface Mark {
  readonly unit: number
  readonly byte: number
  readonly point: number
}

function measure(text: string): readonly Mark[] {
  const marks: Mark[] = []
  let byte = 0
  let point = 0
  let nextMark = 0
  for (let unit = 0; unit < text.length; ) {
    if (unit >= nextMark) {
      marks.push({ unit, byte, point })
      nextMark = unit + STRIDE
    }
    const code = text.codePointAt(unit) ?? 0
    byte += bytesOf(code)
    point += 1
    unit += code > 0xffff ? 2 : 1
  }
  return marks
}

function seek(text: string, marks: readonly Mark[], by: 'byte' | 'point', target: number): number {
  const mark = lastMarkUpTo(marks, by, target)
  let { unit, byte, point } = mark
  while (unit < text.length && (by === 'byte' ? byte : point) < target) {
    const code = text.codePointAt(unit) ?? 0
    byte += bytesOf(code)
    point += 1
    unit += code > 0xffff ? 2 : 1
  }
  return unit
}

function lastMarkUpTo(marks: readonly Mark[], by: 'byte' | 'point', target: number): Mark {
  let low = 0
  let high = marks.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((marks[middle]?.[by] ?? 0) <= target) low = middle
    else high = middle - 1
  }
  return marks[low] ?? { unit: 0, byte: 0, point: 0 }
}

/** A lone surrogate is encoded as U+FFFD, which takes three bytes like the range around it. */
function bytesOf(code: number): number {
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code > 0xffff ? 4 : 3
}
