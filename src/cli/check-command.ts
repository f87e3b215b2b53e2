import manifest from '../../package.json' with { type: 'json' }
import { check } from '../check.ts'
import { joinReports, type NamedReport } from '../join-reports.ts'
import { withBaseline } from './baseline-options.ts'
import { fixWith } from './fix.ts'
import { DEFAULT_POSTGRES, type JudgingOptions, judgingsFrom } from './options.ts'
import { type OutputOptions, tell } from './output.ts'

/** `schemalint check` */
export async function runCheck(
  paths: readonly string[],
  options: JudgingOptions &
    OutputOptions & { readonly postgres?: number; readonly fix?: boolean; readonly fixDryRun?: boolean },
): Promise<void> {
  const judgings = await judgingsFrom(paths, options)
  const run = async () => {
    const reports: NamedReport[] = []
    for (const { config, database, ...judging } of judgings) {
      const postgres = options.postgres ?? config.postgres ?? DEFAULT_POSTGRES
      const report = await check({ ...judging, postgres, from: process.cwd(), version: manifest.version })
      reports.push(database === undefined ? { report } : { database, report })
    }
    return withBaseline(joinReports(reports), options, judgings[0]?.config.baseline)
  }
  const isFixing = options.fix === true || options.fixDryRun === true
  await tell(isFixing ? await fixWith(run, options.fixDryRun === true) : await run(), options)
}
