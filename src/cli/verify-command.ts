import { setMaxListeners } from 'node:events'
import manifest from '../../package.json' with { type: 'json' }
import type { Config } from '../config/config.ts'
import type { Target } from '../database/target.ts'
import { UserError } from '../text/user-error.ts'
import { verify } from '../verify.ts'
import { withBaseline } from './baseline-options.ts'
import { based, DEFAULT_POSTGRES, type JudgingOptions, judgingFrom } from './options.ts'
import { type OutputOptions, tell } from './output.ts'
import { progress } from './progress.ts'

/** What `verify` may be told beside what `check` may. */
export interface VerifyFlags {
  readonly container?: string | true
  readonly url?: string
  readonly local?: boolean
  readonly engine?: number
  readonly postgres?: number
  readonly base?: string
  readonly keep?: boolean
  readonly down?: boolean
  readonly rows?: number
  readonly contend?: boolean
  readonly behaviour: boolean
}

/** `schemalint verify` */
export async function runVerify(
  paths: readonly string[],
  options: JudgingOptions & OutputOptions & VerifyFlags,
): Promise<void> {
  const { config, database: _, ...judging } = await judgingFrom(paths, options)
  const target = targetFrom(options, config)
  const interrupt = onInterrupt()
  const line = progress(options.quiet === true)
  try {
    const report = await verify({
      ...judging,
      ...based(options),
      from: process.cwd(),
      version: manifest.version,
      target,
      ...(options.postgres === undefined ? {} : { major: options.postgres }),
      behaviour: options.behaviour,
      keep: options.keep === true,
      down: options.down === true,
      contend: options.contend === true,
      ...(options.rows === undefined || options.rows === 0 ? {} : { rows: options.rows }),
      signal: interrupt.signal,
      onProgress: line.say,
    })
    line.clear()
    await tell(withBaseline(report, options, config.baseline), options)
  } finally {
    line.clear()
    interrupt.forget()
  }
}

function targetFrom(options: VerifyFlags, config: Config): Target {
  const major = options.postgres ?? config.postgres
  if (options.url !== undefined) return { kind: 'url', url: options.url }
  if (options.local === true) return major === undefined ? { kind: 'local' } : { kind: 'local', major }
  if (options.engine !== undefined) return { kind: 'engine', major: options.engine, from: process.cwd() }
  if (options.container !== undefined) {
    const image = options.container === true ? `postgres:${major ?? DEFAULT_POSTGRES}` : options.container
    return { kind: 'container', image }
  }
  if (options.contend === true)
    throw new UserError(
      'the embedded server takes one connection alone, so that nobody can wait for another',
      'give --contend with --local, --engine, --container or --url',
    )
  if (options.keep === true)
    throw new UserError('the embedded server ends with this process', 'give --keep with --local, --container or --url')
  return { kind: 'embedded' }
}

/**
 * The first Ctrl-C ends the work and drops what was made; the second ends the process, and
 * with it any server that it started.
 */
function onInterrupt(): { readonly signal: AbortSignal; forget(): void } {
  const controller = new AbortController()
  // Each connection listens, and there may be dozens of them.
  setMaxListeners(0, controller.signal)
  const abort = () => {
    if (controller.signal.aborted) process.exit(INTERRUPTED)
    controller.abort()
  }
  for (const signal of SIGNALS) process.on(signal, abort)
  return {
    signal: controller.signal,
    forget: () => {
      for (const signal of SIGNALS) process.off(signal, abort)
    },
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** 128 and the number of SIGINT, as shells count. */
const INTERRUPTED = 130
