#!/usr/bin/env node
import { CommanderError } from 'commander'
import { printable } from '../text/printable.ts'
import { UserError } from '../text/user-error.ts'
import { isStackExhausted, tooDeep } from '../text/within-depth.ts'
import { program } from './program.ts'

/** Exit codes: see `docs` of the command line; 70 is EX_SOFTWARE of sysexits.h. */
const EXIT = { impossible: 2, fault: 70, interrupted: 130 } as const

// A reader that has seen enough, such as `head`, is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

try {
  await program().parseAsync(process.argv)
} catch (error) {
  process.exitCode = report(error)
}

function report(thrown: unknown): number {
  const error = isStackExhausted(thrown) ? tooDeep() : thrown
  // Commander has printed what was wrong, or the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT.impossible
  if (error instanceof UserError) {
    process.stderr.write(`schemalint: ${printable(error.message)}\n`)
    if (error.hint !== undefined) process.stderr.write(`  hint: ${printable(error.hint)}\n`)
    return EXIT.impossible
  }
  if (error instanceof DOMException && error.name === 'AbortError') return EXIT.interrupted
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.stderr.write('schemalint: this should not have happened; please report it with the lines above\n')
  return EXIT.fault
}
