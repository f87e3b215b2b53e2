import wrapAnsi from 'wrap-ansi'

/** `1 migration`, `2 migrations`. */
export function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`
}

/** Text in lines of a width, each behind an indent. */
export function wrapped(text: string, width: number, indent: string): string {
  const columns = Math.max(20, width - indent.length)
  return wrapAnsi(text.replace(LONG_WORD, '$1…'), columns)
    .split('\n')
    .map((line) => indent + line)
    .join('\n')
}

/** A word that nobody reads whole, with no escape sequence in it; how wide it is would take long to tell. */
const LONG_WORD = /([^\s\u001b]{400})[^\s\u001b]{600,}/g
