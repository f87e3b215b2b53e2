import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'

/** A server on which Alembic is to run the revisions. */
export interface Relay {
  /** Whether the downgrades are wanted, too. */
  readonly hasDowns: boolean
  /** Runs a text on the server. What it throws ends the reading: there is no server any more. */
  run(sql: string): Promise<Rows | Refused>
}

/** What the last statement of a text gave: columns with the oids of their types, and rows as the server writes values. */
export interface Rows {
  readonly columns: readonly (readonly [name: string, type: number])[]
  readonly rows: readonly (readonly (string | null)[])[]
  /** How many rows it gave or changed; -1 where it says nothing of rows. */
  readonly count: number
}

/** The server's reason to refuse a statement, and its sqlstate. */
export interface Refused {
  readonly refused: string
  readonly code: string
}

/** The two ends of a program that asks for statements line by line, and prints its answer as one more line. */
export interface Asking {
  readonly output: Readable
  readonly input: Writable
}

/** The lines that are no request, once the output has ended; a relay answers the others. Throws what it throws. */
export async function relayed(relay: Relay | undefined, { output, input }: Asking): Promise<string> {
  const rest: string[] = []
  // The program may be gone when an answer is ready; how it ended is told by its exit.
  input.on('error', () => undefined)
  for await (const line of createInterface({ input: output })) {
    if (relay === undefined || !line.startsWith('{"run": ')) rest.push(line)
    else input.write(`${JSON.stringify(await relay.run((JSON.parse(line) as { readonly run: string }).run))}\n`)
  }
  return rest.join('\n')
}
