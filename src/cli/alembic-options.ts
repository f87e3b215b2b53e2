import { type Command, Option } from 'commander'
import type { AlembicOptions } from '../migrations/alembic/run-bridge.ts'
import { printable } from '../text/printable.ts'

/** What may be said of reading Alembic revisions. */
export interface AlembicFlags {
  readonly python?: string
  readonly execute?: boolean
  readonly alembicEnv?: boolean
  readonly quiet?: boolean
}

/** Adds the options for Alembic projects to a command. */
export function readingAlembic(command: Command): Command {
  return command
    .option('--python <path>', 'the interpreter for Alembic revisions; by default the project’s own')
    .option('--no-execute', 'read Alembic revisions without running them; name what cannot be read so')
    .addOption(new Option('--alembic-env', 'run env.py, too').conflicts(['noExecute']))
}

/** The options as the bridge takes them; how revisions are read is told on standard error. */
export function alembicFrom(flags: AlembicFlags): AlembicOptions {
  return {
    ...(flags.python === undefined ? {} : { python: flags.python }),
    executes: flags.execute !== false,
    runsEnvironment: flags.alembicEnv === true,
    onNote: (text) => {
      if (flags.quiet !== true) process.stderr.write(`schemalint: ${printable(text)}\n`)
    },
  }
}
