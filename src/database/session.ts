/** One connection to a server, on which statements run one after another. */
export interface Session {
  /** Runs a query with `$1` parameters and gives its rows. Throws ServerError. */
  query<Row>(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>
  /** Sends one statement by the simple protocol, exactly these bytes, and gives the messages of its notices. Throws ServerError. */
  run(sql: string): Promise<readonly string[]>
  /** Sends a text by the simple protocol and gives what its last statement answered, as the server writes it. Throws ServerError. */
  ask(sql: string): Promise<PlainRows>
  close(): Promise<void>
}

/** Rows whose values nobody has read yet. */
export interface PlainRows {
  /** Names and the oids of their types. */
  readonly columns: readonly (readonly [name: string, type: number])[]
  readonly rows: readonly (readonly (string | null)[])[]
  /** How many rows were given or changed; -1 where the statement says nothing of rows. */
  readonly count: number
}

/** What a server says of a statement that it refuses. */
export class ServerError extends Error {
  /** Five characters, such as 42P01. `connectionLost` where there is no connection any more. */
  readonly sqlstate: string
  /** Counts code points of the statement, from 1. */
  readonly position: number | undefined
  readonly detail: string | undefined
  readonly hint: string | undefined
  /** The constraint or index that was violated. */
  readonly constraint: string | undefined

  constructor(message: string, fields: ErrorFields) {
    super(message)
    this.name = 'ServerError'
    this.sqlstate = fields.code
    this.position = fields.position === undefined ? undefined : Number(fields.position)
    this.detail = fields.detail
    this.hint = fields.hint
    this.constraint = fields.constraint
  }
}

/** The sqlstate of a lost connection. */
export const connectionLost = '08006'

/** Turns what a driver throws into a ServerError; whatever is not the server's word was thrown for a lost connection. */
export function serverErrorFrom(error: unknown): ServerError {
  if (error instanceof ServerError) return error
  const reason = error instanceof Error ? error.message : String(error)
  if (isServerMessage(error)) return new ServerError(reason, error)
  return new ServerError(`the connection to the server was lost: ${reason}`, { code: connectionLost })
}

/** Runs a piece of work and undoes what it did where it throws. Only within a transaction. */
export async function withSavepoint<T>(session: Session, work: () => Promise<T>): Promise<T> {
  await session.run('savepoint schemalint')
  try {
    const result = await work()
    await session.run('release savepoint schemalint')
    return result
  } catch (error) {
    await session.run('rollback to savepoint schemalint')
    await session.run('release savepoint schemalint')
    throw error
  }
}

/** The fields of an ErrorResponse as both drivers name them. */
interface ErrorFields {
  readonly code: string
  readonly position?: string | undefined
  readonly detail?: string | undefined
  readonly hint?: string | undefined
  readonly constraint?: string | undefined
}

/** System errors have a `code` too, but no severity. */
function isServerMessage(error: unknown): error is ErrorFields {
  return error instanceof Error && 'severity' in error && 'code' in error && typeof error.code === 'string'
}
