import stringWidth from 'string-width'

/** Draws what a program wrote to a terminal as an SVG: colours and weights from its escape sequences, in a dark frame. */
export function terminalPicture(command: string, output: string): string {
  const lines = [`\u001b[1m$ ${command}\u001b[22m`, ...output.trimEnd().split('\n')]
  const columns = Math.max(...lines.map((line) => stringWidth(line)))
  const [width, height] = [Math.ceil(columns * CHARACTER) + 2 * MARGIN, lines.length * LINE + 2 * MARGIN]
  const texts = lines.map(
    (line, index) => `<text x="${MARGIN}" y="${MARGIN + (index + 1) * LINE - 5}">${spans(line)}</text>`,
  )
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escapeText(command)}</title>`,
    `<rect width="100%" height="100%" rx="8" fill="#1c2128"/>`,
    `<g fill="#d7dde4" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="13">`,
    ...texts,
    '</g>',
    '</svg>',
    '',
  ].join('\n')
}

const CHARACTER = 7.85
const LINE = 18
const MARGIN = 14

/** The attributes that Select Graphic Rendition codes set; the codes that end them are in the second column. */
const STYLES: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['1', ['font-weight="bold"', '22']],
  ['2', ['opacity="0.65"', '22']],
  ['31', ['fill="#f47067"', '39']],
  ['32', ['fill="#6bc46d"', '39']],
  ['33', ['fill="#daaa3f"', '39']],
  ['36', ['fill="#56d4dd"', '39']],
])

function spans(line: string): string {
  const active = new Map<string, string>()
  let result = ''
  for (const part of line.split(/(\u001b\[[\d;]*m)/)) {
    const codes = /^\u001b\[([\d;]*)m$/.exec(part)?.[1]?.split(';')
    if (codes === undefined)
      result +=
        part === ''
          ? ''
          : `<tspan${[...active.values()].map((style) => ` ${style}`).join('')}>${escapeText(part)}</tspan>`
    else for (const code of codes) switchStyle(active, code)
  }
  return result
}

function switchStyle(active: Map<string, string>, code: string): void {
  const style = STYLES.get(code)
  if (style !== undefined) active.set(code, style[0])
  for (const [start, [, end]] of STYLES) if (end === code || code === '0') active.delete(start)
}

/** Runs of spaces would shrink to one: they are made hard ones. */
function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll(' ', '\u00a0')
}
