import manifest from '../../package.json' with { type: 'json' }
import { check } from '../check.ts'
import { DEFAULT_POSTGRES, type JudgingOptions, judgingFrom } from './options.ts'
import { type OutputOptions, tell } from './output.ts'

/** `schemalint check` */
export async function runCheck(
  paths: readonly string[],
  options: JudgingOptions & OutputOptions & { readonly postgres?: number },
): Promise<void> {
  const { config, ...judging } = await judgingFrom(paths, options)
  const postgres = options.postgres ?? config.postgres ?? DEFAULT_POSTGRES
  await tell(await check({ ...judging, postgres, from: process.cwd(), version: manifest.version }), options)
}
