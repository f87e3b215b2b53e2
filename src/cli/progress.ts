import { printable } from '../text/printable.ts'

/** One line on standard error that says what is being done; nothing where nobody watches. */
export interface Progress {
  say(text: string): void
  clear(): void
}

/** A progress line, silent unless standard error is a terminal. */
export function progress(isQuiet: boolean): Progress {
  const { stderr } = process
  if (isQuiet || !stderr.isTTY) return { say: () => undefined, clear: () => undefined }
  return {
    say: (text) => {
      const columns = (stderr.columns ?? 80) - 2
      stderr.write(`\r\u001b[K${printable(text).slice(0, columns)}…`)
    },
    clear: () => {
      stderr.write('\r\u001b[K')
    },
  }
}
