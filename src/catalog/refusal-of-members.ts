import type { Action } from './action.ts'
import type { Catalog, Described, Name } from './catalog.ts'
import { needed, type Refusal, spokenKey } from './refusal.ts'

/** Why the server would refuse to drop what was given to an extension, even with CASCADE: it goes with the extension. */
export function refusalOfMember(action: Action, before: Catalog): Refusal | undefined {
  const [word, name, object] = droppedBy(action, before)
  if (object?.extension === undefined) return undefined
  const said = word === 'schema' ? name : spokenKey(before, name)
  return needed(word, name, `cannot drop ${word} ${said} because extension ${object.extension} requires it`)
}

function droppedBy(
  action: Action,
  before: Catalog,
): readonly [word: string, name: Name, object?: Described | undefined] {
  const { tables, views, functions, sequences, schemas, enums, domains, types } = before
  switch (action.kind) {
    case 'dropTable': {
      const table = tables.get(action.table)
      return [table?.kind === 'foreign' ? 'foreign table' : 'table', action.table, table]
    }
    case 'dropView': {
      const view = views.get(action.view)
      return [view?.materialized === true ? 'materialized view' : 'view', action.view, view]
    }
    case 'dropType': {
      const { type } = action
      return ['type', type, enums.get(type) ?? domains.get(type) ?? types.get(type)]
    }
    case 'dropFunction': {
      const known = functions.get(action.function)
      // The server calls a procedure a function here.
      return ['function', action.function, known]
    }
    case 'dropSequence':
      return ['sequence', action.sequence, sequences.get(action.sequence)]
    case 'dropSchema':
      return ['schema', action.name, schemas.get(action.name)]
    default:
      return ['', '']
  }
}
