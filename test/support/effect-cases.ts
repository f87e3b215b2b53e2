import { readdirSync, readFileSync } from 'node:fs'

/** A schema, and statements that are each run on it, to be undone afterwards. */
export interface EffectFile {
  readonly name: string
  readonly schema: string
  readonly cases: readonly EffectCase[]
}

/** One statement, after others that prepare for it in the same transaction. */
export interface EffectCase {
  readonly given: string
  readonly statement: string
  /** The oldest version that takes it. */
  readonly postgres: number
}

/** Reads the files of a folder: a schema, `-- cases`, then a paragraph a case, whose last statement is the one in question. */
export function readEffectFiles(folder: URL): readonly EffectFile[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  return names.toSorted().map((name) => {
    const [schema = '', cases = ''] = readFileSync(new URL(name, folder), 'utf8').split(/^-- cases$/m)
    const paragraphs = cases.split(/\n\s*\n/).filter((each) => each.trim() !== '')
    return { name, schema, cases: paragraphs.map(readCase) }
  })
}

function readCase(paragraph: string): EffectCase {
  const lines = paragraph.trim().split('\n')
  const postgres = Number(/^-- postgres: (\d+)$/.exec(lines[0] ?? '')?.[1] ?? 0)
  const statements = lines.filter((line) => !line.startsWith('--'))
  return { given: statements.slice(0, -1).join('\n'), statement: statements.at(-1)?.replace(/;$/, '') ?? '', postgres }
}
