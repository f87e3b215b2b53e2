import wrapAnsi from 'wrap-ansi'

/** `1 migration`, `2 migrations`. */
export function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`
}

/** Text in lines of a width, each behind an indent. */
export function wrapped(text: string, width: number, indent: string): string {
  const columns = Math.max(20, width - indent.length)
  return wrapAnsi(text, columns)
    .split('\n')
    .map((line) => indent + line)
    .join('\n')
}
