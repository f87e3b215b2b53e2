import manifest from '../../package.json' with { type: 'json' }
import { check } from '../check.ts'
import { fixWith } from './fix.ts'
import { DEFAULT_POSTGRES, type JudgingOptions, judgingFrom } from './options.ts'
import { type OutputOptions, tell } from './output.ts'

/** `schemalint check` */
export async function runCheck(
  paths: readonly string[],
  options: JudgingOptions &
    OutputOptions & { readonly postgres?: number; readonly fix?: boolean; readonly fixDryRun?: boolean },
): Promise<void> {
  const { config, ...judging } = await judgingFrom(paths, options)
  const postgres = options.postgres ?? config.postgres ?? DEFAULT_POSTGRES
  const run = () => check({ ...judging, postgres, from: process.cwd(), version: manifest.version })
  const isFixing = options.fix === true || options.fixDryRun === true
  await tell(isFixing ? await fixWith(run, options.fixDryRun === true) : await run(), options)
}
