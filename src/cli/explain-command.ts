import { builtInFixture } from '../built-in-rules.ts'
import { checkName } from '../choose-rules.ts'
import { readConfig } from '../config/read-config.ts'
import { examplesOf } from '../explain.ts'
import { explainText } from '../report/explain-text.ts'
import { colorLevel } from './color.ts'
import { allRules } from './options.ts'
import { write } from './output.ts'

/** `schemalint explain RULE` */
export async function runExplain(
  name: string,
  options: { readonly rules?: readonly string[]; readonly config?: string },
): Promise<void> {
  const { config } = await readConfig(options.config, process.cwd())
  const rules = await allRules(options.rules ?? config.rules ?? [])
  checkName(
    name,
    rules.map((each) => each.name),
  )
  const fixture = await builtInFixture(name)
  const examples = fixture === undefined ? undefined : examplesOf(fixture)
  for (const rule of rules.filter((each) => each.name === name)) await write(explainText(rule, examples, colorLevel()))
}
