import { positionAt } from './lines.ts'
import type { Span } from './source-file.ts'
import { UserError } from './user-error.ts'

/**
 * Does something with what stands at a place. Where that is nested, or objects rest on each other, deeper than the stack
 * reaches, the place is told.
 * @throws UserError there.
 */
export function withinDepth<T>({ file, start }: Span, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!isStackExhausted(error)) throw error
    throw tooDeep(`${file.path}:${positionAt(file, start).line}: `)
  }
}

/** What V8 throws when the stack is full. */
export function isStackExhausted(error: unknown): boolean {
  return error instanceof RangeError && error.message.startsWith('Maximum call stack')
}

/** What is told of objects in chains of thousands, which PostgreSQL follows no further ("stack depth limit exceeded", 54001). */
export function tooDeep(place = ''): UserError {
  return new UserError(
    `${place}objects rest on each other here in too long a chain to follow`,
    'PostgreSQL, too, refuses such chains under the max_stack_depth that it starts with',
  )
}
