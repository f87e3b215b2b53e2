import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { loadModule } from './load-module.ts'
import type { NamedRule } from './loaded-rule.ts'
import type { Rule } from './rule.ts'
import { UserError } from './text/user-error.ts'

/**
 * The rules of a folder, named after their files, sorted by name. TypeScript is read on
 * every supported Node, and `pg-schemalint/rule` means this very program's.
 * @throws UserError where there is no such folder or a file in it is not a rule.
 */
export async function loadRuleFolder(folder: URL): Promise<readonly NamedRule[]> {
  const path = fileURLToPath(folder)
  if (!existsSync(path))
    throw new UserError(`there is no folder ${path}`, 'name the folder that holds the rules, one file each')
  const files = readdirSync(path)
    .filter((file) => RULE_FILE.test(file))
    .toSorted()
  const rules: NamedRule[] = []
  for (const file of files) {
    const name = file.replace(RULE_FILE, '')
    rules.push({ name, rule: asRule(await loadModule(`${path}/${file}`, `the rule ${file}`), file) })
  }
  return rules
}

const RULE_FILE = /(?<!\.d|\.test)\.(?:ts|mts|js|mjs)$/

const SCOPES: ReadonlySet<unknown> = new Set<Rule['scope']>(['action', 'schema', 'migration'])

function asRule(value: unknown, file: string): Rule {
  const rule = value as Partial<Rule>
  const hasTexts = [rule.summary, rule.why, rule.instead].every(
    (text) => typeof text === 'string' && text.trim() !== '',
  )
  const isWhole = SCOPES.has(rule.scope) && typeof rule.check === 'function' && hasTexts
  if (isWhole && (rule.severity === 'error' || rule.severity === 'warning')) return rule as Rule
  throw new UserError(
    `${file} is not a rule`,
    'export default actionRule({…}), schemaRule({…}) or migrationRule({…}) with severity, summary, why, instead and check',
  )
}
