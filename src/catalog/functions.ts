import type { Described, Identifier, Name } from './catalog.ts'
import type { Expression } from './expression.ts'
import type { SqlText } from './sql-text.ts'

/** A function or procedure. What is absent is as CREATE FUNCTION has it where nothing is said. */
export interface Func extends Described {
  readonly name: Name
  readonly kind: 'function' | 'procedure'
  /** The types of its input arguments, as in the key of `Catalog.functions`. */
  readonly arguments: readonly string[]
  /** All arguments in order, the columns of RETURNS TABLE among them. */
  readonly parameters: readonly Parameter[]
  /** As `pg_get_function_result` prints it; `void` for a procedure. */
  readonly returns: string
  readonly language: string
  readonly volatility: 'volatile' | 'stable' | 'immutable'
  /** Whether NULL as an argument gives NULL without a call. */
  readonly strict: boolean
  readonly securityDefiner: boolean
  readonly leakproof: boolean
  readonly parallel: 'unsafe' | 'restricted' | 'safe'
  readonly window?: true
  /** Absent for 1 where the language is C or internal, else for 100. */
  readonly cost?: number
  /** Absent for 1000 where it returns a set. */
  readonly rows?: number
  /** The planner support function. */
  readonly support?: Name
  /** The types named by TRANSFORM FOR TYPE. */
  readonly transforms?: readonly string[]
  readonly pinsSearchPath: boolean
  /** What SET says, by lower-case name, as pg_proc keeps it: the schemas of search_path joined by `, `. */
  readonly settings?: Readonly<Record<string, string>>
  readonly body: FunctionBody
  /**
   * The fields of NEW that a PL/pgSQL trigger function assigns, sorted; `'any'` where NEW
   * is assigned as a whole or the body cannot be read, so that nothing can be ruled out.
   */
  readonly assignsNew: readonly Identifier[] | 'any'
  /** The owner where it is not the role that runs the migrations. */
  readonly owner?: Identifier
}

/** An argument of a function, or a column of RETURNS TABLE. */
export interface Parameter {
  readonly name?: Identifier
  readonly mode: 'in' | 'out' | 'inout' | 'variadic' | 'table'
  readonly type: string
  readonly default?: Expression
}

/** The body of a function: a string that its language reads, or SQL that the server has parsed. */
export type FunctionBody =
  /** `symbol` is the link symbol of a function in C, whose source is the library. */
  | { readonly source: string; readonly symbol?: string }
  /** `RETURN …` or `BEGIN ATOMIC … END`; the text is absent where only a server knows. */
  | { readonly parsed: true; readonly sql?: SqlText }
