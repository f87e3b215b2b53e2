import { loadRuleFolder } from './load-rules.ts'
import type { NamedRule } from './loaded-rule.ts'

/**
 * The rules of the folder `rules/`. The build puts another module in this one's place that
 * imports the same files, found by reading the same folder: see `tsdown.config.ts`.
 */
export async function builtInRules(): Promise<readonly NamedRule[]> {
  return loadRuleFolder(new URL('../rules/', import.meta.url))
}

/** The text of a rule's fixture, which holds its examples. */
export async function builtInFixture(name: string): Promise<string | undefined> {
  const { readFile } = await import('node:fs/promises')
  return readFile(new URL(`../fixtures/${name}.sql`, import.meta.url), 'utf8').catch(() => undefined)
}
