import type { Action } from '../../src/catalog/action.ts'
import type { Catalog } from '../../src/catalog/catalog.ts'
import { emptyCatalog } from '../../src/catalog/empty-catalog.ts'
import { fold } from '../../src/catalog/fold.ts'
import { loadHintGrammar } from '../../src/sql/hint-grammar.ts'
import { loadParser } from '../../src/sql/parser.ts'
import { readScript } from '../../src/sql/read-script.ts'
import type { Statement } from '../../src/sql/statement.ts'

/** The statements of a text. */
export async function readSql(text: string): Promise<readonly Statement[]> {
  await loadParser()
  const file = { path: 'a.sql', text }
  return readScript({ file, start: 0, end: text.length }, loadHintGrammar)
}

/** The actions of a text, and the catalog that they add up to. */
export async function foldSql(
  text: string,
  postgres = 18,
): Promise<{ readonly actions: readonly Action[]; readonly catalog: Catalog }> {
  let catalog = emptyCatalog(postgres)
  const all: Action[] = []
  for (const statement of await readSql(text)) {
    for (const action of statement.actions(catalog, postgres)) {
      all.push(action)
      catalog = fold(catalog, action, postgres)
    }
  }
  return { actions: all, catalog }
}

/** What the grammar says against a text, each with the text it points at. */
export async function refusalsIn(text: string): Promise<readonly (readonly [string, string])[]> {
  const { actions } = await foldSql(text)
  return actions.flatMap((action): [string, string][] => {
    if (action.kind !== 'unparsed') return []
    const { start, end, file } = action.span
    return [
      [file.text.slice(start, end), action.hint === undefined ? action.reason : `${action.reason}; ${action.hint}`],
    ]
  })
}
