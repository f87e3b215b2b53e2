import manifest from '../../package.json' with { type: 'json' }
import { check } from '../check.ts'
import { withBaseline } from './baseline-options.ts'
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
  const run = async () =>
    withBaseline(
      await check({ ...judging, postgres, from: process.cwd(), version: manifest.version }),
      options,
      config.baseline,
    )
  const isFixing = options.fix === true || options.fixDryRun === true
  await tell(isFixing ? await fixWith(run, options.fixDryRun === true) : await run(), options)
}
