import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { readHistory } from '../../src/migrations/read-history.ts'
import { RUNNERS } from '../../src/migrations/runners.ts'
import { readMigrations } from '../../src/read-migrations.ts'
import { temporaryFolders } from '../support/folders.ts'
import { root } from '../support/run-cli.ts'
import { type Layout, layouts } from '../support/runner-layouts.ts'

const folders = temporaryFolders()
afterAll(() => folders.remove())

const rows = rowsOf(readFileSync(`${root}README.md`, 'utf8'))

test('the README has a row for each runner, in the words that the runner has for itself', () => {
  expect(rows).toEqual(RUNNERS.map(({ name, layout, transactions }) => ({ name, layout, transactions })))
})

describe.each(RUNNERS.map((each) => [each.name, each] as const))(
  'the row of %s',
  (name, { layout, transactions, transaction }) => {
    const shown = layouts.filter((each) => each.runner === name)

    test('says the transactions that its migrations have by default', async () => {
      expect(transactions).toMatch(DEFAULTS[transaction])
      const directives = directivesIn(transactions)
      const plain = []
      for (const each of shown)
        for (const [version, model] of await runsOf(each))
          if (!directives.some((directive) => textFor(each, version).includes(directive))) plain.push(model)
      expect(plain).toContain(transaction)
    })

    test('says how a migration asks for others, and it has them no more without those words', async () => {
      const directives = directivesIn(transactions)
      expect(directives.length > 0).toBe(/ with `|says `|begins with `/.test(transactions))
      for (const directive of directives) {
        const having = shown.filter(({ files }) => Object.values(files).some((text) => text.includes(directive)))
        expect(having, directive).not.toEqual([])
        for (const each of having) {
          const without = { ...each, files: withoutText(each.files, directive) }
          expect(await runsOf(without), directive).not.toEqual(await runsOf(each))
        }
      }
    })

    test('says where the down half is, and there is none without it', async () => {
      const marks = [...layout.matchAll(/`([^`]+)`/g)].map((each) => each[1]!).filter((each) => DOWN.test(each))
      const having = shown.filter(({ downs = [] }) => downs.length > 0)
      expect(marks.length > 0).toBe(having.length > 0)
      for (const each of having) {
        const files = marks.reduce(
          (left, mark) => (mark.endsWith('.sql') ? withoutFiles : withoutText)(left, mark),
          each.files,
        )
        const read = await readLayout({ ...each, files })
        expect(read.filter((one) => one.down !== undefined).map((one) => one.version)).toEqual([])
      }
      const texts = having.flatMap(({ files }) => Object.entries(files).flat())
      for (const mark of marks.filter((one) => !one.endsWith('.sql')))
        expect(
          texts.some((text) => text.includes(mark)),
          mark,
        ).toBe(true)
    })
  },
)

const DEFAULTS = {
  'per-migration':
    /^(?:one for each (?:file|folder|change set)|a file is sent as one query, which is a transaction where)/,
  'whole-run': /^one for all pending migrations/,
  'per-statement': /^those that a script opens itself/,
}

/** A mark of a down half: a word of it, or the `U` of Flyway’s files; Refinery’s are no undo. */
const DOWN = /\bdown\b|revert|rollback|drop below|^U1_2__/i

/** What is in backticks, but for the ends of files’ names and the word that a directive stands beside. */
function directivesIn(transactions: string): readonly string[] {
  return [...transactions.matchAll(/`([^`]+)`/g)].map((each) => each[1]!).filter((each) => !/^(?:\.\w+|Up)$/.test(each))
}

async function readLayout({ files, path, runner }: Layout) {
  const { migrations } = readHistory([path], folders.with({ '.git/HEAD': '', ...files }), runner)
  return readMigrations(migrations)
}

async function runsOf(layout: Layout): Promise<ReadonlyMap<string, string>> {
  return new Map((await readLayout(layout)).map((each) => [each.version, each.transaction]))
}

/** The texts of the files that are named after a version. */
function textFor({ files }: Layout, version: string): string {
  return Object.entries(files)
    .flatMap(([path, text]) => (path.includes(version) ? [text] : []))
    .join('\n')
}

function withoutText(files: Layout['files'], text: string): Layout['files'] {
  return Object.fromEntries(Object.entries(files).map(([path, each]) => [path, each.replaceAll(text, '')]))
}

/** Without the files of a form such as `VERSION_name/down.sql`, in which words and numbers stand for others. */
function withoutFiles(files: Layout['files'], form: string): Layout['files'] {
  const pattern = form.replace(/[.]/g, '\\.').replace(/[A-Z]{2,}|\bname\b|(?<=_)name|title|1_2/g, '.+')
  return Object.fromEntries(Object.entries(files).filter(([path]) => !new RegExp(`${pattern}$`).test(path)))
}

function rowsOf(readme: string) {
  const table = readme.slice(readme.indexOf('<!-- runners -->'), readme.indexOf('<!-- /runners -->'))
  const lines = table.split('\n').filter((line) => line.startsWith('| '))
  return lines.slice(2).map((line) => {
    const [name = '', layout, transactions] = line.slice(2, -2).split(' | ')
    return { name: name.replace(/^\[(.*)\]\(.*\)$/, '$1'), layout, transactions }
  })
}
