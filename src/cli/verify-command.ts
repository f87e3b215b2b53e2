import manifest from '../../package.json' with { type: 'json' }
import type { Target } from '../database/target.ts'
import { verify } from '../verify.ts'
import { type JudgingOptions, judgingFrom } from './options.ts'
import { type OutputOptions, tell } from './output.ts'
import { progress } from './progress.ts'

/** Where `--container` without an image looks. */
const DEFAULT_IMAGE = 'postgres:17'

/** `schemalint verify` */
export async function runVerify(
  paths: readonly string[],
  options: JudgingOptions &
    OutputOptions & { readonly container?: string | true; readonly url?: string; readonly behaviour: boolean },
): Promise<void> {
  const { config: _, ...judging } = await judgingFrom(paths, options)
  const interrupt = onInterrupt()
  const line = progress(options.quiet === true)
  try {
    const report = await verify({
      ...judging,
      from: process.cwd(),
      version: manifest.version,
      target: targetFrom(options),
      behaviour: options.behaviour,
      signal: interrupt.signal,
      onProgress: line.say,
    })
    line.clear()
    await tell(report, options)
  } finally {
    line.clear()
    interrupt.forget()
  }
}

function targetFrom(options: { readonly container?: string | true; readonly url?: string }): Target {
  if (options.url !== undefined) return { kind: 'url', url: options.url }
  if (options.container === undefined) return { kind: 'embedded' }
  return { kind: 'container', image: options.container === true ? DEFAULT_IMAGE : options.container }
}

/** The first Ctrl-C ends the work and drops what was made; the second ends the process. */
function onInterrupt(): { readonly signal: AbortSignal; forget(): void } {
  const controller = new AbortController()
  const abort = () => controller.abort()
  for (const signal of SIGNALS) process.once(signal, abort)
  return {
    signal: controller.signal,
    forget: () => {
      for (const signal of SIGNALS) process.off(signal, abort)
    },
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
