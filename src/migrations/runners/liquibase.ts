import type { FoundFile } from '../find-files.ts'
import type { Migration } from '../migration.ts'
import { inOrder, placeOf, stemOf } from '../placing.ts'
import type { Runner } from '../runner.ts'

/** Liquibase, changelogs in formatted SQL. */
export const liquibaseSql: Runner = {
  name: 'liquibase-sql',
  source: 'https://docs.liquibase.com/concepts/changelogs/sql-format.html',
  layout:
    '`--liquibase formatted sql`, then a change set after each `--changeset author:id`, undone by its `--rollback` lines; files by name',
  transactions: 'one for each change set; none with `runInTransaction:false`',
  transaction: 'per-migration',
  recognize: ({ files }) => {
    const count = files.filter(({ file }) => FORMATTED.test(file.text)).length
    return count > 0 ? `${count} files say --liquibase formatted sql` : undefined
  },
  read: ({ files }) => {
    const placed = files
      .map((found) => ({ found, place: placeOf(found.file.path, 'up', stemOf(found.file.path)) }))
      .toSorted((a, b) => inOrder(a.place, b.place))
    return {
      migrations: placed.flatMap(({ found }) => changeSetsOf(found)),
      passedOver: placed.filter(({ found }) => !FORMATTED.test(found.file.text)).map(({ found }) => found.file.path),
    }
  },
}

const FORMATTED = /^\s*--\s*liquibase\s+formatted\s+sql\b/i
const CHANGE_SET = /^[ \t]*--+[ \t]*changeset[ \t]+(\S+)([^\r\n]*)/gim

function changeSetsOf({ file, unreadable }: FoundFile): readonly Migration[] {
  if (!FORMATTED.test(file.text)) return []
  const heads = [...file.text.matchAll(CHANGE_SET)]
  return heads.map((head, position): Migration => {
    const end = heads[position + 1]?.index ?? file.text.length
    const [, name = '', attributes = ''] = head
    const isOff = /\brunInTransaction:\s*"?false/i.test(attributes)
    const span = { file, start: head.index, end }
    return {
      version: name,
      key: `${file.path} ${name}`,
      up: unreadable === undefined ? { span } : { span, unreadable },
      ...rollbackOf(file, head.index, end),
      transaction: isOff ? 'per-statement' : 'per-migration',
    }
  })
}

/** The half that undoes stands in comments, each line after `--rollback`; no statement is read from it. */
function rollbackOf(file: FoundFile['file'], start: number, end: number): Pick<Migration, 'down'> {
  const match = /^[ \t]*--+[ \t]*rollback\b/im.exec(file.text.slice(start, end))
  return match === null ? {} : { down: { span: { file, start: start + match.index, end } } }
}
