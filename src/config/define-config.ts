import type { ConfigFile } from './config.ts'

export type { Config, ConfigFile, DatabaseConfig, Override, Severities } from './config.ts'

/** Gives a configuration in JavaScript or TypeScript its type: `export default defineConfig({ … })`. */
export function defineConfig(config: ConfigFile): ConfigFile {
  return config
}
