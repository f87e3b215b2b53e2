import type { Action, ActionOf } from '../catalog/action.ts'
import { writesRowsAnew } from '../catalog/effects-of-type-changes.ts'
import type { Reading } from './reading.ts'

/** Tells the changes of types in one ALTER TABLE of each other: rows are written anew once for all of them. */
export function asOneStatement(reading: Reading, actions: readonly Action[]): readonly Action[] {
  if (actions.length < 2) return actions
  const { before, postgres } = reading
  const changes = actions.filter((each): each is ActionOf<'setColumnType'> => each.kind === 'setColumnType')
  if (changes.length < 2) return actions
  const rewriting = changes.filter((each) => writesRowsAnew(each, before.tables.get(each.table), before, postgres))
  return actions.map((action) => {
    const isRewritten = action.kind === 'setColumnType' && rewriting.some((each) => each !== action)
    return isRewritten ? { ...action, isRewritten } : action
  })
}
