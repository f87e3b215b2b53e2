import { builtInFixture } from '../built-in-rules.ts'
import { readConfig } from '../config/read-config.ts'
import { examplesOf } from '../explain.ts'
import { explainText } from '../report/explain-text.ts'
import { nearestOf } from '../text/nearest.ts'
import { UserError } from '../text/user-error.ts'
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
  const found = rules.find((each) => each.name === name)
  if (found === undefined) {
    const near = nearestOf(
      name,
      rules.map((each) => each.name),
    )
    throw new UserError(
      `there is no rule ${name}`,
      near === undefined ? '`schemalint rules` lists them' : `did you mean ${near}?`,
    )
  }
  const fixture = await builtInFixture(name)
  const examples = fixture === undefined ? undefined : examplesOf(fixture)
  await write(explainText(found, examples, colorLevel()))
}
