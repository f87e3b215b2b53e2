import type { Config } from '../config/config.ts'
import { type Setting, settingsOf } from '../config/origins.ts'
import { readConfig } from '../config/read-config.ts'
import { printable } from '../text/printable.ts'
import { DEFAULT_POSTGRES } from './options.ts'
import { write } from './output.ts'

const DEFAULTS: Config = { preset: 'recommended', postgres: DEFAULT_POSTGRES }

/** `schemalint config` */
export async function runConfig(options: {
  readonly format: 'text' | 'json'
  readonly config?: string
}): Promise<void> {
  const resolved = await readConfig(options.config, process.cwd())
  const settings = settingsOf(resolved, DEFAULTS)
  const files = resolved.layers.map((each) => each.source)
  if (options.format === 'json') await write(`${JSON.stringify({ version: 1, files, settings }, null, 2)}\n`)
  else await write(settingsText(settings))
}

function settingsText(settings: readonly Setting[]): string {
  const rows = settings.map(({ key, value, source }) => {
    const shown = typeof value === 'string' ? value : JSON.stringify(value)
    return [printable(key), printable(shown), printable(source)] as const
  })
  const width = (column: 0 | 1) => Math.min(60, Math.max(0, ...rows.map((row) => row[column].length)))
  return rows.map(([key, value, source]) => `${key.padEnd(width(0))}  ${value.padEnd(width(1))}  ${source}\n`).join('')
}
