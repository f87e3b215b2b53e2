/** The user asked for something impossible: told in one line, with what to do about it, and no stack. */
export class UserError extends Error {
  readonly hint: string | undefined

  constructor(message: string, hint?: string) {
    super(message)
    this.name = 'UserError'
    this.hint = hint
  }
}
