import type { Finding } from '../../src/finding.ts'
import type { FixtureFile } from './fixture.ts'
import { readSql } from './read-sql.ts'

type Text = Pick<FixtureFile, 'path' | 'text'>

/**
 * Migrations in which the steps that a finding proposes stand in place of the file that it
 * is about. Undefined where it proposes none, or the file does more than what it is about.
 */
export async function withSteps(files: readonly Text[], finding: Finding): Promise<readonly Text[] | undefined> {
  const { fix, span } = finding
  const meant = files.find(({ path }) => path === span?.file.path)
  if (fix === undefined || !('steps' in fix) || meant === undefined) return undefined
  if (!(await doesOneThing(meant.text))) return undefined
  const names = (position: number) => meant.path.replace(/(?=\.\w+$)/, `_step${position + 1}`)
  return files.flatMap((file) =>
    file === meant ? fix.steps.map(({ sql }, position) => ({ path: names(position), text: `${sql}\n` })) : [file],
  )
}

/** Whether a text is one statement with one action, but for what it says of the session. */
async function doesOneThing(text: string): Promise<boolean> {
  const statements = await readSql(text)
  const [only] = statements
  if (only === undefined || statements.length > 1 || !only.parsed) return false
  return !/^\s*(alter table|drop)\b/i.test(only.sql) || !hasSeveralParts(only.sql)
}

/** Whether a comma stands between two clauses of ALTER TABLE, or two names. */
function hasSeveralParts(text: string): boolean {
  let depth = 0
  for (const [part] of text.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"|--.*$/gm, '').matchAll(/[(),]/g)) {
    if (part === '(') depth++
    else if (part === ')') depth--
    else if (depth === 0) return true
  }
  return false
}
