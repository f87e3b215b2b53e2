import { readConfig } from '../config/read-config.ts'
import type { NamedRule } from '../loaded-rule.ts'
import { prose } from '../report/json.ts'
import { rulesMarkdown } from '../report/rules-table.ts'
import { allRules } from './options.ts'
import { write } from './output.ts'

/** `schemalint rules` */
export async function runRules(options: {
  readonly format: 'text' | 'json' | 'markdown'
  readonly rules?: readonly string[]
  readonly config?: string
}): Promise<void> {
  const { config } = await readConfig(options.config, process.cwd())
  const rules = await allRules(options.rules ?? config.rules ?? [])
  await write(FORMATTERS[options.format](rules))
}

const FORMATTERS: Readonly<Record<'text' | 'json' | 'markdown', (rules: readonly NamedRule[]) => string>> = {
  text: (rules) => {
    const width = Math.max(...rules.map((each) => each.name.length))
    const row = ({ name, rule }: NamedRule) =>
      `${name.padEnd(width)}  ${(rule.preset ?? 'recommended').padEnd(11)}  ${rule.severity.padEnd(7)}  ${prose(rule.summary)}\n`
    return rules.map(row).join('')
  },
  json: (rules) => {
    const entry = ({ name, rule }: NamedRule) => ({
      name,
      preset: rule.preset ?? 'recommended',
      severity: rule.severity,
      scope: rule.scope,
      hazard: rule.hazard ?? 'none',
      summary: prose(rule.summary),
      why: prose(rule.why),
      instead: prose(rule.instead),
    })
    return `${JSON.stringify({ version: 1, rules: rules.map(entry) }, null, 2)}\n`
  },
  markdown: rulesMarkdown,
}
