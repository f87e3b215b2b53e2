import { setFlagsFromString } from 'node:v8'
import { loadModule, parsePlPgSQLSync, parseSync, SqlError, scanSync } from 'libpg-query'

/** A node of PostgreSQL's parse tree. Fields that hold their default value are missing. */
export type Node = Record<string, any>

/** One statement of a parse: its only key is the kind of the node. Positions count bytes. */
export interface RawStatement {
  readonly stmt: Node
  readonly stmt_location?: number
  readonly stmt_len?: number
}

/** A token: `start` and `end` count bytes. */
export interface Token {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly tokenName: string
  readonly keywordName: string
}

/** What the grammar says against a text; `position` counts code points from 0. */
export interface Refusal {
  readonly message: string
  readonly position: number
}

/** A result of the parser, or why there is none. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

/**
 * Makes the parser ready. Must be awaited once before anything is parsed. V8 compiles the
 * module with its quick compiler alone: the optimising one would double the time and the
 * memory of a short run. Afterwards the flag is as it was, for other modules.
 */
export async function loadParser(): Promise<void> {
  setFlagsFromString('--liftoff-only')
  try {
    await loadModule()
  } finally {
    setFlagsFromString('--no-liftoff-only')
  }
}

/** Parses a whole text with PostgreSQL's grammar. The text must not be empty or hold a NUL byte. */
export function parse(text: string): Parsed<readonly RawStatement[]> {
  return attempt(() => (parseSync(text) as { stmts?: RawStatement[] }).stmts ?? [])
}

/** Cuts a text into PostgreSQL's tokens, comments included. */
export function scan(text: string): Parsed<readonly Token[]> {
  return attempt(() => (text === '' ? [] : scanSync(text).tokens))
}

/** Parses the body of a CREATE FUNCTION or DO statement written in PL/pgSQL. */
export function parsePlpgsql(text: string): Parsed<Node> {
  return attempt(() => parsePlPgSQLSync(text) as Node)
}

function attempt<T>(run: () => T): Parsed<T> {
  try {
    return { ok: true, value: run() }
  } catch (error) {
    if (error instanceof SqlError) {
      return { ok: false, refusal: { message: error.message, position: error.sqlDetails?.cursorPosition ?? 0 } }
    }
    // The parser runs out of stack on very deep expressions, and is usable afterwards.
    if (error instanceof RangeError) return { ok: false, refusal: { message: TOO_DEEP, position: 0 } }
    if (error instanceof Error) return { ok: false, refusal: { message: error.message, position: 0 } }
    throw error
  }
}

const TOO_DEEP = 'the statement is nested too deeply to be parsed'
