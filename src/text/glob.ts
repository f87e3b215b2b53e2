/** Whether a path, with slashes, is as a pattern says: `*` and `?` within a name, `**` over folders. */
export function matchesGlob(path: string, pattern: string): boolean {
  return expressionOf(pattern).test(path)
}

function expressionOf(pattern: string): RegExp {
  const source = pattern.replace(/\*\*\/|\/\*\*$|\*\*|[*?]|[.+^${}()|[\]\\]/g, (sign) => SIGNS[sign] ?? `\\${sign}`)
  return new RegExp(`^${source}$`, 's')
}

/** A pattern that ends in a folder means all that is in it. */
const SIGNS: Readonly<Record<string, string>> = {
  '**/': '(?:.*/)?',
  '/**': '/.*',
  '**': '.*',
  '*': '[^/]*',
  '?': '[^/]',
}
