import { Chalk, type ColorSupportLevel } from 'chalk'
import type { Examples } from '../explain.ts'
import type { NamedRule } from '../loaded-rule.ts'
import { prose } from './json.ts'

/** A rule's page for the terminal. */
export function explainText(
  { name, rule }: NamedRule,
  examples: Examples | undefined,
  color: ColorSupportLevel,
): string {
  const chalk = new Chalk({ level: color })
  const parts = [
    `${chalk.bold(name)} · ${rule.severity} · preset ${rule.preset ?? 'recommended'}\n${prose(rule.summary)}`,
    `${chalk.bold('why')}\n${prose(rule.why)}`,
    `${chalk.bold('instead')}\n${prose(rule.instead)}`,
    ...(examples === undefined
      ? []
      : [`${chalk.red('bad')}\n${indent(examples.bad)}`, `${chalk.green('good')}\n${indent(examples.good)}`]),
  ]
  return `${parts.join('\n\n')}\n`
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? line : `  ${line}`))
    .join('\n')
}
