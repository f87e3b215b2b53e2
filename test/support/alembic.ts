import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { builtInRules } from '../../src/built-in-rules.ts'
import { check } from '../../src/check.ts'
import type { ChosenRule } from '../../src/loaded-rule.ts'
import { interpretersFor } from '../../src/migrations/alembic/interpreter.ts'
import type { AlembicOptions } from '../../src/migrations/alembic/run-bridge.ts'
import type { Report } from '../../src/report/report.ts'
import { lineStarts, positionAt } from '../../src/text/lines.ts'
import { textOf } from '../../src/text/source-file.ts'
import type { Fixture } from './fixture.ts'
import { root } from './run-cli.ts'
import { skip } from './servers.ts'

/** An interpreter that has Alembic; says on stderr that tests are skipped where there is none. */
export async function pythonWithAlembic(): Promise<string | undefined> {
  for (const { command, args } of interpretersFor(root, process.env.SCHEMALINT_TEST_PYTHON)) {
    try {
      await promisify(execFile)(command, [...args, '-c', 'import alembic, sqlalchemy'])
      return command
    } catch {}
  }
  skip('alembic', 'no Python has Alembic')
  return undefined
}

/** Checks Alembic projects by rules of the names given, or by all. */
export async function checkAlembic(
  paths: readonly string[],
  { only, from = root, ...options }: CheckAlembicOptions = {},
): Promise<Report> {
  const rules = (await builtInRules())
    .filter(({ name }) => only === undefined || only.includes(name))
    .map((each): ChosenRule => ({ ...each, severity: each.rule.severity }))
  return check({
    paths,
    from,
    runner: 'alembic',
    postgres: 17,
    preset: 'strict',
    rules,
    version: '0',
    alembic: { executes: true, runsEnvironment: false, onNote: () => undefined, ...options },
  })
}

interface CheckAlembicOptions extends Partial<AlembicOptions> {
  readonly only?: readonly string[]
  readonly from?: string
}

/** Findings as `rule file:line:column «the text that carets stand under»`. */
export function linesOf(report: Report): readonly string[] {
  return report.findings.map(({ rule, span }) => {
    if (span === undefined) return rule
    const { line, column } = positionAt(span.file, span.start, lineStarts(span.file.text))
    const name = span.file.path.split('/').at(-1)
    return `${rule} ${name}:${line}:${column} «${textOf(span).replace(/\s+/g, ' ')}»`
  })
}

/** Whether the cases of a fixture are Alembic revisions, which only Python can read. */
export function needsAlembic({ cases }: Fixture): boolean {
  return cases.some(({ files }) => files.some((file) => file.path.endsWith('.py')))
}

/** The files of a project whose revisions are given; below the folder of alembic.ini nothing else is found. */
export function alembicProject(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return { 'alembic.ini': '[alembic]\nscript_location = %(here)s\n', 'env.py': '', ...files }
}

/** The text of a revision whose halves are lines of Python. */
export function revision(
  name: string,
  follows: string | readonly string[] | undefined,
  up: string,
  down = 'pass',
): string {
  const parent = follows === undefined ? 'None' : JSON.stringify(follows)
  const body = (text: string) => text.replaceAll('\n', '\n    ')
  return `import sqlalchemy as sa
from alembic import op
revision = ${JSON.stringify(name)}
down_revision = ${parent}
def upgrade():
    ${body(up)}
def downgrade():
    ${body(down)}
`
}
