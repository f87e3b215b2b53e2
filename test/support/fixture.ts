import { readFileSync } from 'node:fs'
import type { TransactionModel } from '../../src/migrations/migration.ts'
import { strip } from './annotate.ts'

/** A rule's fixture without caret lines. */
export interface Fixture {
  readonly path: string
  readonly text: string
  readonly cases: readonly FixtureCase[]
}

/** A history of migrations, titled with the claim that it proves. */
export interface FixtureCase {
  readonly name: string
  /** `-- postgres: 14` sets the target version; no server older than it takes the case. */
  readonly postgres: number
  /** `-- transaction: per-migration` says what the runner does, where it is not a plain folder's. */
  readonly transaction: TransactionModel | undefined
  /** `-- refused` says that a server does not take the case as a whole. */
  readonly refused: boolean
  readonly files: readonly FixtureFile[]
}

/** One migration of a case, and where its text starts in that of the fixture. */
export interface FixtureFile {
  readonly path: string
  readonly text: string
  readonly offset: number
  /** `-- before: …` in a migration: the text that others have applied. */
  readonly before?: string
  /** `-- new` says that it was added, to files that were there before. */
  readonly isNew?: boolean
}

/** Reads a fixture from a file. */
export function readFixture(path: string): Fixture {
  return parseFixture(path, readFileSync(path, 'utf8'))
}

/** Takes a fixture apart: `-- case: name` begins a case, `-- file: 002_more.sql` another migration in it. */
export function parseFixture(path: string, annotated: string): Fixture {
  const text = strip(annotated)
  const cases: Building[] = []
  let offset = 0
  for (const line of text.split(/(?<=\n)/)) {
    const [, directive = '', value = ''] =
      /^-- (case|file|postgres|transaction|refused|before|new)(?:: *(.*?))?\s*$/.exec(line) ?? []
    const current = cases.at(-1)
    const next = offset + line.length
    if (directive === 'case')
      cases.push({ name: value, postgres: 17, transaction: undefined, refused: false, files: [] })
    else if (current === undefined) {
      if (/^(?!--)\S/.test(line)) throw new Error(`${path}: SQL before the first case`)
    } else if (directive === 'postgres') current.postgres = Number(value)
    else if (directive === 'transaction') current.transaction = value as TransactionModel
    else if (directive === 'refused') current.refused = true
    else if (directive === 'new') Object.assign(current.files.at(-1)!, { isNew: true, start: next, end: next })
    else if (directive === 'before') Object.assign(current.files.at(-1)!, { before: value, start: next, end: next })
    else if (directive === 'file') current.files.push({ path: value, start: next, end: next })
    else if (current.files.length > 0) current.files.at(-1)!.end = next
    else if (line.trim() !== '') current.files.push({ path: '001.sql', start: offset, end: next })
    offset = next
  }
  return {
    path,
    text,
    cases: cases.map((each) => ({
      ...each,
      files: each.files.map((file) => ({
        path: file.path,
        text: text.slice(file.start, file.end),
        offset: file.start,
        ...(file.before === undefined ? {} : { before: file.before }),
        ...(file.isNew === true ? { isNew: true } : {}),
      })),
    })),
  }
}

interface Building {
  readonly name: string
  transaction: TransactionModel | undefined
  postgres: number
  refused: boolean
  readonly files: {
    readonly path: string
    readonly start: number
    end: number
    before?: string
    readonly isNew?: boolean
  }[]
}
