import type { HintGrammar } from './syntax-hint.ts'

/**
 * The expectations of pgsql-ast-parser, which is loaded only when PostgreSQL's grammar has
 * refused a statement. It is never asked whether a statement is valid: it does not know
 * half of PostgreSQL's.
 */
export async function loadHintGrammar(): Promise<HintGrammar | undefined> {
  try {
    const { parse } = await import('pgsql-ast-parser')
    return { expectedAt: (statement, offset) => expectedAt(parse, statement.slice(0, offset)) }
  } catch {
    return undefined
  }
}

/**
 * Provokes an error right after a beginning and reads the keywords from its text. A bracket
 * makes the grammar list the reserved words that it expects, three unknown words the others.
 */
function expectedAt(parse: (sql: string) => unknown, beginning: string): readonly string[] {
  return [']', 'zzq zzq zzq'].flatMap((provocation) => {
    try {
      parse(beginning + provocation)
      return []
    } catch (error) {
      const message = error instanceof Error ? error.message : ''
      return [...message.matchAll(/\bkw_([a-z_]+)/g)].map((match) => match[1] ?? '')
    }
  })
}
