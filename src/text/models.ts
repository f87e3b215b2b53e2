import type { SourceFile, Span } from './source-file.ts'

/** What the models of an application say of the database that they are for. */
export interface Models {
  readonly enums: readonly ModelEnum[]
  /** The files that say it, with their comments. */
  readonly files: readonly { readonly file: SourceFile; readonly comments: readonly Span[] }[]
}

/** An enum that a table of the models uses. */
export interface ModelEnum {
  /** Missing where the search path decides. */
  readonly schema?: string
  readonly name: string
  readonly labels: readonly ModelLabel[]
}

/** A label, and where it is written. */
export interface ModelLabel {
  readonly label: string
  readonly place?: Span
}
