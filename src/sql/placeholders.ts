import { tokenEnd } from './lexer.ts'

/**
 * Fills the places that a runner would fill before it sends a script: `${name}` of Flyway and
 * Liquibase, `{{ … }}` of Go and Jinja templates, psql's `:name`, `:'name'` and `:"name"`. What
 * they hold is unknown, so each becomes an identifier made of its own name, of equal length, so
 * that every offset stays true; before a dot, as the schema of a name, it becomes blank, and a
 * tag of control such as `{{ if … }}` too. Within strings and comments nothing is changed.
 */
export function fillPlaceholders(text: string): string {
  return PLACEHOLDER.test(text) ? filledIn(text, placeholderEnd) : text
}

/**
 * Fills placeholders within the bodies of DO and of functions, which are strings to the
 * grammar. psql's own are not among them: it leaves strings alone.
 */
export function fillBodies(text: string): string {
  if (!IN_BODY.test(text)) return text
  const pieces: string[] = []
  let isCode = false
  for (let offset = 0; offset < text.length; ) {
    const end = tokenEnd(text, offset)
    const token = text.slice(offset, end)
    const isBody = isCode && token.startsWith('$') && token.length > 4
    pieces.push(isBody ? filledBody(token) : token)
    if (!/^\s|^--|^\/\*/.test(token)) isCode = /^(?:do|as|plpgsql)$/i.test(token)
    offset = end
  }
  return pieces.join('')
}

const IN_BODY = /\$\{|\{\{|\{%/

/** A dollar-quoted string with what is between its quotes filled. */
function filledBody(token: string): string {
  const quote = /^\$\w*\$/.exec(token)?.[0] ?? ''
  const inside = token.slice(quote.length, token.length - quote.length)
  const end = (text: string, start: number) => (text[start] === ':' ? undefined : placeholderEnd(text, start))
  return `${quote}${filledIn(inside, end)}${token.slice(token.length - quote.length)}`
}

function filledIn(text: string, endOf: (text: string, start: number) => number | undefined): string {
  const pieces: string[] = []
  let kept = 0
  for (let offset = 0; offset < text.length; ) {
    const end = endOf(text, offset)
    if (end === undefined) {
      offset = tokenEnd(text, offset)
      continue
    }
    const filled = fill(text, offset, end)
    pieces.push(text.slice(kept, offset), filled)
    offset += filled.length
    kept = offset
  }
  pieces.push(text.slice(kept))
  return pieces.join('')
}

const PLACEHOLDER = /\$\{|\{\{|\{%|:['"]?[a-z_]/i

/** The forms, each from where it starts. */
const FORMS: readonly RegExp[] = [
  /"?\$\{[^{}\n]*\}"?/y,
  /"?\{\{[^{}\n]*\}\}"?/y,
  /\{%[^{}\n]*%\}/y,
  /(?<![:\w\]])(?::[A-Za-z_]\w*|:'[A-Za-z_]\w*'|:"[A-Za-z_]\w*")/y,
]

const CONTROL = /^\{%|^\{\{-?\s*(?:if|else|end|range|with|define|template|block)\b/

function placeholderEnd(text: string, start: number): number | undefined {
  const first = text[start]
  if (first !== '$' && first !== '{' && first !== ':' && first !== '"') return undefined
  for (const form of FORMS) {
    form.lastIndex = start
    const match = form.exec(text)
    if (match !== null && match[0].startsWith('"') === match[0].endsWith('"')) return start + match[0].length
    if (match !== null && first === ':') return start + match[0].length
  }
  return undefined
}

function fill(text: string, start: number, end: number): string {
  const placeholder = text.slice(start, end)
  if (CONTROL.test(placeholder)) return ' '.repeat(placeholder.length)
  const dot = /^\s*\./.exec(text.slice(end, end + 20))
  if (dot !== null) return ' '.repeat(placeholder.length + dot[0].length)
  const name = (placeholder.match(/[A-Za-z_]\w*/g)?.at(-1) ?? 'x').toLowerCase()
  if (placeholder.startsWith(":'")) return `'${name}'`.padEnd(placeholder.length).slice(0, placeholder.length)
  const isGlued = /\w/.test(text[end] ?? '') || /\w/.test(text[start - 1] ?? '')
  // A trailing underscore keeps `${user}` from being the keyword.
  const identifier = placeholder.length > name.length ? `${name}_` : name
  return identifier.padEnd(placeholder.length, isGlued ? '_' : ' ').slice(0, placeholder.length)
}
