import type { ObservedStatement } from './apply.ts'
import { type Effect, mergeEffects } from './catalog/effect.ts'
import { emptyCatalog } from './catalog/empty-catalog.ts'
import type { Contention } from './contention.ts'
import type { Finding } from './finding.ts'
import { judgeActions } from './lint.ts'
import type { ChosenRule } from './loaded-rule.ts'
import type { ContentionLines, ObservedLine, SeenEffectLine } from './report/report.ts'

/** What the rules say where a server did otherwise than was predicted. */
export function judgeObserved(
  observed: readonly ObservedStatement[],
  rules: readonly ChosenRule[],
  major: number,
): readonly Finding[] {
  return observed.flatMap(({ statement, seen, differences, newRelations }) => {
    const happened = differences.map(({ relation, predicted, observed: told }) => {
      const effect = seen.effects.find((each) => each.relation === relation)
      const facts = { relation, predicted, observed: told, ...(effect === undefined ? {} : { effect }) }
      return { statement, action: { kind: 'observeOtherwise' as const, span: statement.span, ...facts } }
    })
    const inUse = (relation: string) => !newRelations.has(relation)
    return judgeActions(happened, rules, emptyCatalog(major), major, inUse).map(onServer)
  })
}

function onServer(finding: Finding): Finding {
  return { ...finding, seenIn: 'database' }
}

/** Prediction and observation of each statement, side by side. */
export function observedLines(observed: readonly ObservedStatement[]): readonly ObservedLine[] {
  return observed.map(({ statement, predicted, seen, differences, newRelations }) => {
    const lines = (effects: readonly Effect[]): readonly SeenEffectLine[] =>
      mergeEffects(effects).map((each) => ({ ...each, isNew: newRelations.has(each.relation) }))
    return {
      span: statement.span,
      kind: statement.kind,
      milliseconds: seen.milliseconds,
      showsWork: seen.showsWork,
      predicted: lines(predicted),
      observed: lines(seen.effects),
      differences,
      made: seen.made,
      dropped: seen.dropped,
    }
  })
}

/** For which statements others waited, in the order of the statements. */
export function contentionLines({ tables, left, waits }: Contention): ContentionLines {
  return {
    tables: tables.length,
    left,
    waits: waits.map(({ statement, relation, waiting, milliseconds, isPredicted }) => {
      const { span, kind } = statement.statement
      return { span, kind, relation, waiting, milliseconds, predicted: isPredicted }
    }),
  }
}
