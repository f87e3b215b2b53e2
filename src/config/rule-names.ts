import { nearestOf } from '../text/nearest.ts'
import { UserError } from '../text/user-error.ts'
import type { Config } from './config.ts'
import type { Layer } from './read-config.ts'
import { type Way, wayText } from './validate.ts'

/** Refuses a configuration that names a rule that there is not, by the file, line and key that do. Throws UserError. */
export async function checkRuleNames(layers: readonly Layer[], known: readonly string[]): Promise<void> {
  for (const { config, placeOf } of layers) {
    for (const way of namesIn(config)) {
      const name = String(way.at(-1))
      if (known.includes(name)) continue
      throw new UserError(`${await placeOf(way)}: ${wayText(way)} names no rule`, ruleHint(name, known))
    }
  }
}

/** What helps whoever named a rule that there is not. */
export function ruleHint(name: string, known: readonly string[]): string {
  const near = nearestOf(name, known)
  return near === undefined ? '`schemalint rules` lists them' : `did you mean ${near}?`
}

/** The ways to all that stands under the name of a rule. */
function namesIn({ severities = {}, overrides = [], databases = {} }: Config): readonly Way[] {
  return [
    ...Object.keys(severities).map((name) => ['severities', name]),
    ...overrides.flatMap((each, index) =>
      Object.keys(each.severities).map((name) => ['overrides', index, 'severities', name]),
    ),
    ...Object.entries(databases).flatMap(([database, told]) =>
      Object.keys(told.severities ?? {}).map((name) => ['databases', database, 'severities', name]),
    ),
  ]
}
