import type { Action, ActionKind } from './catalog/action.ts'
import type { Name } from './catalog/catalog.ts'
import { blocksWriters, type Effect } from './catalog/effect.ts'
import { effects } from './catalog/effects.ts'
import type { Finding, Hazard, SeenEffect } from './finding.ts'
import { fingerprint } from './fingerprint.ts'
import type { ChosenRule } from './loaded-rule.ts'
import type { ActionRule, Moment, Problem } from './rule.ts'
import type { Statement } from './sql/statement.ts'
import { textOf } from './text/source-file.ts'

/** For what happens outside of a migration's course: no transaction is open. */
export const NONE_OPEN = {
  openedBy: undefined,
  earlier: [],
  settings: new Map<string, string>(),
  held: new Map(),
} as const

/** An action with its circumstances; its effects are yet to be computed. */
export type Happening = Omit<Moment, 'effects'> & { readonly action: Action }

/** Asks the action rules about each moment; effects are computed only when one of them looks. */
export class ActionJudge {
  readonly findings: Finding[] = []
  /** Whether what is found is told. Occurrences are counted in any case, so that fingerprints stay. */
  #isTelling = true
  readonly #byKind = new Map<ActionKind, { readonly chosen: ChosenRule; readonly rule: ActionRule }[]>()
  readonly #occurrences = new Map<string, number>()
  /** What is told of this migration as long as it does not drop a relation. */
  #passing: { readonly finding: Finding; readonly relation: Name }[] = []

  constructor(rules: readonly ChosenRule[]) {
    for (const chosen of rules) {
      const { rule } = chosen
      if (rule.scope !== 'action') continue
      for (const kind of rule.on) this.#byKind.set(kind, [...(this.#byKind.get(kind) ?? []), { chosen, rule }])
    }
  }

  /** To be called before each migration. */
  enter({ standing }: { readonly standing?: 'context' | 'new' }): void {
    this.#isTelling = standing !== 'context'
    this.#passing = []
  }

  judge(happening: Happening, statement: Statement): void {
    if (happening.action.kind === 'dropTable') this.#dismiss(happening.action.table)
    const asked = this.#byKind.get(happening.action.kind)
    if (asked === undefined) return
    const moment = withEffects(happening)
    for (const { chosen, rule } of asked) {
      for (const problem of rule.check(moment)) {
        const finding = this.#finding(chosen, rule, problem, moment, statement)
        if (!this.#isTelling) continue
        this.findings.push(finding)
        if (problem.untilDropped !== undefined) this.#passing.push({ finding, relation: problem.untilDropped })
      }
    }
  }

  #dismiss(dropped: Name): void {
    for (const { finding, relation } of this.#passing)
      if (relation === dropped) this.findings.splice(this.findings.indexOf(finding), 1)
    this.#passing = this.#passing.filter(({ relation }) => relation !== dropped)
  }

  #finding(chosen: ChosenRule, rule: ActionRule, problem: Problem, moment: Moment, statement: Statement): Finding {
    const seen = problem.effects?.map((effect): SeenEffect => ({ ...effect, isNew: !moment.inUse(effect.relation) }))
    const content = textOf(statement.span).replace(/\s+/g, ' ')
    const key = fingerprint(chosen.name, problem.subject, content)
    const occurrence = this.#occurrences.get(key) ?? 0
    this.#occurrences.set(key, occurrence + 1)
    const { effects: _, untilDropped: __, ...rest } = problem
    return {
      rule: chosen.name,
      ...rest,
      span: problem.span ?? moment.action.span,
      ...(seen === undefined ? {} : { effects: seen }),
      severity: chosen.severity,
      hazard: hazardOf(seen) ?? rule.hazard ?? 'none',
      seenIn: 'migrations',
      fingerprint: occurrence === 0 ? key : fingerprint(key, String(occurrence)),
    }
  }
}

function withEffects(happening: Happening): Moment {
  let computed: readonly Effect[] | undefined
  return {
    ...happening,
    get effects() {
      computed ??= effects(happening.action, happening.before, happening.postgres)
      return computed
    },
  }
}

function hazardOf(seen: readonly SeenEffect[] | undefined): Hazard | undefined {
  const waiting = seen?.filter((effect) => !effect.isNew && blocksWriters(effect.lock)) ?? []
  if (waiting.length === 0) return undefined
  return waiting.some((effect) => effect.work !== 'none') ? 'blocks' : 'queues'
}
