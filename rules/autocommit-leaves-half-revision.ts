import { type Action, migrationRule } from '../src/rule.ts'

export default migrationRule({
  severity: 'warning',
  hazard: 'fails',
  summary: 'An autocommit block keeps one part of a revision should another fail.',
  why: `
    The block commits what the revision has done before it, and each statement in it, before
    Alembic notes the revision as applied. Should a later statement fail, the schema is
    changed and the version is not. The retry runs the revision from its start and is refused:
    the column, constraint or index already exists.
  `,
  instead: `
    Give what needs the block a revision of its own, with that one statement and nothing else.
    Where it builds an index, drop an invalid one first, IF EXISTS, in the same block.
  `,
  *check({ migration }) {
    if (migration.revision === undefined) return
    const { sequence } = migration
    const last = sequence.findLastIndex((each) => isWork(each.kind))
    let isInTransaction = true
    for (const [position, { kind, span, actions }] of sequence.entries()) {
      if (kind === 'COMMIT' || kind === 'BEGIN') isInTransaction = kind === 'BEGIN'
      // Where it is undone with what follows, nothing is left half.
      const end = isInTransaction ? sequence.findIndex((each, at) => at > position && each.kind === 'COMMIT') : position
      if (end < 0 || end >= last || position >= last) continue
      const earlier = sequence.slice(0, position).flatMap((each) => each.actions)
      if (!actions.some((action) => isRefusedAgain(action, earlier))) continue
      yield {
        message: `${migration.version} keeps this where a later statement of it fails, and the retry is refused`,
        subject: migration.path,
        span,
      }
      return
    }
  },
})

function isWork(kind: string): boolean {
  return !/^(SET|RESET|SELECT|SHOW|BEGIN|COMMIT)\b/.test(kind)
}

/** Whether the server refuses an action once it has been done, and nothing before it undoes it. */
function isRefusedAgain(action: Action, earlier: readonly Action[]): boolean {
  switch (action.kind) {
    case 'createTable':
    case 'createSequence':
    case 'addEnumValue':
      return !action.ifNotExists
    case 'addColumn':
      return (
        !action.ifNotExists && !earlier.some((each) => each.kind === 'dropColumn' && each.column === action.column.name)
      )
    case 'createIndex':
      return !action.ifNotExists && !earlier.some((each) => each.kind === 'dropIndex')
    case 'addConstraint':
      return !earlier.some((each) => each.kind === 'dropConstraint')
    case 'createView':
    case 'createTrigger':
      return !action.replace
    case 'createEnum':
    case 'createType':
    case 'createDomain':
    case 'renameColumn':
    case 'renameRelation':
      return true
    default:
      return false
  }
}
