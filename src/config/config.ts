import type { Preset, Severity } from '../rule.ts'

/** The presets from small to large. */
export const PRESETS: readonly Preset[] = ['recommended', 'service', 'strict']

/** The oldest and newest major version that can be the target. */
export const VERSIONS = { oldest: 12, newest: 18 } as const

/** Rules by name, and how gravely each is taken. */
export type Severities = Readonly<Record<string, Severity | 'off'>>

/** What is told of one database; paths are relative to the file that says so. */
export interface DatabaseConfig {
  readonly preset?: Preset
  /** The target version, as a major number. */
  readonly postgres?: number
  /** Files and folders to check where the command line names none. */
  readonly migrations?: readonly string[]
  /** Whose layout and transactions, where the files are not to decide. */
  readonly runner?: string
  readonly severities?: Severities
}

/** Severities for findings in some files; of several that name a rule the last counts. */
export interface Override {
  /** Patterns of paths: `*` within a name, `**` over folders. */
  readonly files: readonly string[]
  readonly severities: Severities
}

/** What a project says once instead of at every call. */
export interface Config extends DatabaseConfig {
  /** Folders of rules of one's own. */
  readonly rules?: readonly string[]
  /** A file of known findings. */
  readonly baseline?: string
  readonly overrides?: readonly Override[]
  /** Several databases, each with migrations of its own; what one leaves out is as told for all. */
  readonly databases?: Readonly<Record<string, DatabaseConfig>>
}

/** A configuration as a file holds it. */
export interface ConfigFile extends Config {
  readonly $schema?: string
  /** Presets, packages, or files relative to this one; what stands in the file itself counts more. */
  readonly extends?: string | readonly string[]
}
