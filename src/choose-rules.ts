import { type Override, PRESETS, type Severities } from './config/config.ts'
import { ruleHint } from './config/rule-names.ts'
import type { Finding } from './finding.ts'
import type { ChosenRule, NamedRule } from './loaded-rule.ts'
import type { Preset } from './rule.ts'
import { matchesGlob } from './text/glob.ts'
import { placed } from './text/source-file.ts'
import { UserError } from './text/user-error.ts'

/** What decides which rules judge, and how gravely. */
export interface Choice {
  readonly preset: Preset
  readonly severities: Severities
  /** Where it is not empty, these rules alone judge. */
  readonly only: readonly string[]
  /** What is otherwise in some files. */
  readonly overrides?: readonly Override[]
}

/**
 * Chooses the rules to judge by. A file that does not parse is never passed over, so
 * `syntax-error` cannot be switched off.
 * @throws UserError where a rule is named that there is not.
 */
export function chooseRules(all: readonly NamedRule[], choice: Choice): readonly ChosenRule[] {
  const names = all.map((each) => each.name)
  const { overrides = [] } = choice
  const local = overrides.flatMap((each) => Object.entries(each.severities))
  for (const name of [...choice.only, ...Object.keys(choice.severities), ...local.map(([name]) => name)])
    checkName(name, names)
  const rank = (preset: Preset) => PRESETS.indexOf(preset)
  return all.flatMap(({ name, rule }): ChosenRule[] => {
    const said = choice.severities[name]
    const isInPreset = rank(rule.preset ?? 'recommended') <= rank(choice.preset)
    const isAsked = choice.only.length > 0 ? choice.only.includes(name) : isInPreset || said !== undefined
    const reportsErrors = rule.scope === 'action' && rule.on.includes('unparsed')
    const isOffSomewhere = local.some(([each, severity]) => each === name && severity === 'off')
    if (reportsErrors && (said === 'off' || isOffSomewhere))
      throw new UserError(`${name} cannot be switched off`, 'a file that does not parse was not checked')
    if (said !== 'off' && (isAsked || reportsErrors)) return [{ name, rule, severity: said ?? rule.severity }]
    const isOnSomewhere = local.some(([each, severity]) => each === name && severity !== 'off')
    if (choice.only.length > 0 || !isOnSomewhere) return []
    return [{ name, rule, severity: rule.severity, isLocal: true }]
  })
}

/** Findings as the files that they stand in have it: some graver or lighter, some not told at all. */
export function regrade(
  findings: readonly Finding[],
  rules: readonly ChosenRule[],
  overrides: readonly Override[] = [],
): readonly Finding[] {
  if (overrides.length === 0) return findings
  const local = new Set(rules.filter((each) => each.isLocal === true).map((each) => each.name))
  return findings.flatMap((finding) => {
    const path = finding.span === undefined ? undefined : placed(finding.span).file.path
    const said = overrides.findLast(
      ({ files, severities }) =>
        Object.hasOwn(severities, finding.rule) && path !== undefined && files.some((each) => matchesGlob(path, each)),
    )?.severities[finding.rule]
    if (said === 'off' || (said === undefined && local.has(finding.rule))) return []
    return [said === undefined ? finding : { ...finding, severity: said }]
  })
}

/** Throws UserError where a name is that of no rule. */
export function checkName(name: string, names: readonly string[]): void {
  if (!names.includes(name)) throw new UserError(`there is no rule ${name}`, ruleHint(name, names))
}
