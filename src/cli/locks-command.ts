import { locksOf } from '../locks.ts'
import { locksJson } from '../report/locks-json.ts'
import { locksText } from '../report/locks-text.ts'
import { colorLevel } from './color.ts'
import { based, DEFAULT_POSTGRES, type JudgingOptions, judgingFrom } from './options.ts'
import { write } from './output.ts'

/** The formats of locks. */
export const LOCKS_FORMATS = ['text', 'json'] as const

/** `schemalint locks` */
export async function runLocks(
  paths: readonly string[],
  options: JudgingOptions & {
    readonly format: (typeof LOCKS_FORMATS)[number]
    readonly postgres?: number
    readonly color: boolean
    readonly base?: string
  },
): Promise<void> {
  const { config, database: _, ...judging } = await judgingFrom(paths, options)
  const postgres = options.postgres ?? config.postgres ?? DEFAULT_POSTGRES
  const locks = await locksOf({ ...judging, ...based(options), postgres, from: process.cwd() })
  await write(options.format === 'json' ? locksJson(locks) : locksText(locks, options.color ? colorLevel() : 0))
}
