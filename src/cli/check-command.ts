import manifest from '../../package.json' with { type: 'json' }
import { check } from '../check.ts'
import { joinReports, type NamedReport } from '../join-reports.ts'
import type { Report } from '../report/report.ts'
import { withBaseline } from './baseline-options.ts'
import { fixWith } from './fix.ts'
import { based, DEFAULT_POSTGRES, type JudgingOptions, judgingsFrom } from './options.ts'
import { type OutputOptions, tell } from './output.ts'

/** What `check` may be told beside how to tell it. */
export type CheckFlags = JudgingOptions & {
  readonly postgres?: number
  readonly fix?: boolean
  readonly fixDryRun?: boolean
  readonly base?: string
}

/** `schemalint check` */
export async function runCheck(paths: readonly string[], options: CheckFlags & OutputOptions): Promise<void> {
  await tell(await checkedReport(paths, options), options)
}

/** The report of `schemalint check`, on all databases that there are. */
export async function checkedReport(paths: readonly string[], options: CheckFlags): Promise<Report> {
  const judgings = await judgingsFrom(paths, options)
  const run = async () => {
    const reports: NamedReport[] = []
    for (const { config, database, ...judging } of judgings) {
      const postgres = options.postgres ?? config.postgres ?? DEFAULT_POSTGRES
      const report = await check({
        ...judging,
        ...based(options),
        postgres,
        from: process.cwd(),
        version: manifest.version,
      })
      reports.push(database === undefined ? { report } : { database, report })
    }
    return withBaseline(joinReports(reports), options, judgings[0]?.config.baseline)
  }
  const isFixing = options.fix === true || options.fixDryRun === true
  return isFixing ? await fixWith(run, options.fixDryRun === true) : await run()
}
