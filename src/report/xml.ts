/** An element of XML with its attributes and, already written, its content. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content: readonly string[] = [],
): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
  if (content.length === 0) return `<${name}${written.join('')}/>`
  return `<${name}${written.join('')}>\n${content.join('\n')}\n</${name}>`
}

/** Text as XML 1.0 may hold it: what it may not hold at all becomes the replacement character. */
export function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** What every document begins with. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
