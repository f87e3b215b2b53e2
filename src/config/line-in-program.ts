import { lineStarts, positionAt } from '../text/lines.ts'
import type { Way } from './validate.ts'

/**
 * The line, counted from 1, of the key that a value of a program's configuration stands
 * under, or the list that it is in. What a program exports need not be written in it: undefined
 * unless exactly one literal of the text has the keys that lead there.
 */
export function lineInProgram(text: string, way: Way): number | undefined {
  const last = way.findLastIndex((each) => typeof each === 'string')
  const wanted = JSON.stringify(way.slice(0, last + 1))
  if (last < 0) return undefined
  const found = keysIn(text).filter(({ path }) => JSON.stringify(path) === wanted)
  const [only] = found
  return only === undefined || found.length > 1
    ? undefined
    : positionAt({ path: '', text }, only.start, lineStarts(text)).line
}

/** A brace or bracket that is open: under which key, or at which place of a list, the next thing stands. */
interface Frame {
  readonly isList: boolean
  at: string | number | undefined
}

/** The keys of object literals, each with the keys and places around it. */
function keysIn(text: string): readonly { readonly path: Way; readonly start: number }[] {
  const frames: Frame[] = []
  const keys: { path: Way; start: number }[] = []
  for (const match of text.matchAll(TOKENS)) {
    const [token] = match
    const { key, word = key?.slice(1, -1) } = match.groups ?? {}
    const top = frames.at(-1)
    if (token === '{' || token === '[') frames.push({ isList: token === '[', at: token === '[' ? 0 : undefined })
    else if (token === '}' || token === ']') frames.pop()
    else if ((token === ',' || token === ';') && top !== undefined)
      top.at = top.isList ? (top.at as number) + 1 : undefined
    else if (word !== undefined && top?.isList === false) {
      top.at = word
      keys.push({ path: frames.flatMap(({ at }) => at ?? []), start: match.index })
    }
  }
  return keys
}

/** Comments and other texts are tokens only so that nothing in them is taken for one. */
const TOKENS = new RegExp(
  [
    String.raw`\/\/.*|\/\*[^]*?\*\/`,
    String.raw`(?<key>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')(?=\s*:)|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'`,
    '`(?:\\\\.|[^`\\\\])*`',
    String.raw`(?<word>[\p{L}_$][\p{L}\p{N}_$]*)(?=\s*:)|[\p{L}\p{N}_$]+`,
    String.raw`[{}[\],;]`,
  ].join('|'),
  'gu',
)
