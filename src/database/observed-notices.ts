/** What PostgreSQL says at `client_min_messages = debug1` of the work it does, by the bare names it uses. */
export interface NoticedWork {
  /** Tables of which every row is written anew. */
  readonly rewritten: ReadonlySet<string>
  /** Tables of which every row is checked. */
  readonly verified: ReadonlySet<string>
  /** Tables on which an index is built. */
  readonly built: ReadonlySet<string>
  /** Foreign keys of which every row is looked up. */
  readonly validated: ReadonlySet<string>
}

/** Reads the messages of tablecmds.c and index.c. */
export function noticesOf(messages: readonly string[]): NoticedWork {
  const named = (pattern: RegExp) => {
    const names = messages.flatMap((message) => pattern.exec(message)?.slice(1, 2) ?? [])
    return new Set(names.filter((name) => !name.startsWith('pg_toast_')))
  }
  return {
    rewritten: named(/^rewriting table "(.*)"$/s),
    verified: named(/^verifying table "(.*)"$/s),
    built: named(/^building index ".*" on table "(.*?)"(?: serially| with request for \d+ parallel workers?)?$/s),
    validated: named(/^validating foreign key constraint "(.*)"$/s),
  }
}
