import type { NamedRule } from '../loaded-rule.ts'
import { prose } from './json.ts'

/** The table of rules in Markdown, as the README shows it. */
export function rulesMarkdown(rules: readonly NamedRule[]): string {
  const rows = rules.map(
    ({ name, rule }) =>
      `| \`${name}\` | ${rule.preset ?? 'recommended'} | ${rule.severity} | ${cell(rule.summary)} |\n`,
  )
  return `| rule | preset | severity | fires on |\n| --- | --- | --- | --- |\n${rows.join('')}`
}

function cell(text: string): string {
  return prose(text).replaceAll('|', '\\|')
}
