import type { Applied } from '../../src/apply.ts'
import { builtInRules } from '../../src/built-in-rules.ts'
import { diff } from '../../src/catalog/diff.ts'
import { emptyCatalog } from '../../src/catalog/empty-catalog.ts'
import { introspect } from '../../src/database/introspect.ts'
import type { Server } from '../../src/database/target.ts'
import { lint, lintSchema } from '../../src/lint.ts'
import type { ChosenRule } from '../../src/loaded-rule.ts'
import { textReaders } from '../../src/sql/text-readers.ts'
import { textOf } from '../../src/text/source-file.ts'
import { applyFiles, readFiles } from './apply-fixture.ts'
import type { FixtureCase } from './fixture.ts'

const rules = (await builtInRules()).map((each): ChosenRule => ({ ...each, severity: each.rule.severity }))

/** What the fold and the server do not agree on: facts of the catalog, findings of the schema rules, effects of statements. */
export async function disagreements(server: Server, { files, transaction }: FixtureCase, isForm: boolean) {
  const linted = lint(await readFiles(files, transaction), [], emptyCatalog(server.major), server.major)
  const applied = await applyFiles(server, files, transaction)
  const readers = textReaders
  const live = await introspect(server.session, readers, { ignoredRoles: server.rolesBefore })
  // Of a table that the fold knows in part, the server may show more.
  const isPartly = (subject: string) =>
    [...linted.catalog.tables.values()].some((table) => table.known === 'partly' && subject.startsWith(table.name))
  const found = (catalog: typeof live) =>
    lintSchema({ catalog, postgres: server.major, isWhole: true }, rules, 'database')
      .filter(({ subject }) => !isPartly(subject))
      .map(({ rule, message }) => `${rule}: ${message}`)
  // What is not modelled is named as such by a rule of its own; the rest of such a case proves nothing here.
  const isWhole = linted.notModelled.length === 0
  const [folded, onServer] = [found(linted.catalog), found(live)]
  return {
    // Of the forms each is to be modelled, or it would prove nothing.
    notModelled: isForm ? linted.notModelled.map(({ statement }) => statement) : [],
    refused: applied.refused.map(({ action }) => `${action.reason} (${action.sqlstate})`),
    drift: isWhole ? diff(linted.catalog, live, new Set(server.rolesBefore)) : [],
    findings: !isWhole
      ? [[], []]
      : [folded.filter((each) => !onServer.includes(each)), onServer.filter((each) => !folded.includes(each))],
    effects: isWhole ? otherwise(applied) : [],
  }
}

/** Where a statement locked a relation otherwise than was predicted, or worked otherwise under the lock. */
function otherwise({ observed }: Applied): readonly string[] {
  return observed.flatMap(({ statement, differences }) =>
    differences.map(
      (each) => `${textOf(statement.span)}: ${each.relation}: predicted ${each.predicted}, observed ${each.observed}`,
    ),
  )
}
