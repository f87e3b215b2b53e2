import { type Node, parse } from './parser.ts'
import { stringsOf } from './reading.ts'

/**
 * Whether a text that an expression composes is INSERT, UPDATE or DELETE for certain,
 * whatever the values in it are: each of those is put in as a name or as a constant.
 */
export function changesRowsAlone(expression: string): boolean {
  const parsed = parse(`select ${expression}`)
  const target = parsed.ok ? parsed.value[0]?.stmt.SelectStmt?.targetList?.[0]?.ResTarget?.val : undefined
  const text = skeletonOf(target)
  const statements = text === undefined ? undefined : parse(text)
  if (statements?.ok !== true || statements.value.length === 0) return false
  return statements.value.every(({ stmt }) => ROW_CHANGES.some((each) => stmt[each] !== undefined))
}

const ROW_CHANGES = ['InsertStmt', 'UpdateStmt', 'DeleteStmt']

/** The text with some name or constant in each place; undefined where a part of it may be anything. */
function skeletonOf(node: Node | undefined): string | undefined {
  const constant: unknown = node?.A_Const?.sval?.sval
  if (typeof constant === 'string') return constant
  const { A_Expr: operation, FuncCall: call } = node ?? {}
  if (operation !== undefined) {
    const isJoined = operation.kind === 'AEXPR_OP' && stringsOf(operation.name).join('.') === '||'
    const parts = isJoined ? [skeletonOf(operation.lexpr), skeletonOf(operation.rexpr)] : [undefined]
    return parts.includes(undefined) ? undefined : parts.join('')
  }
  const name = stringsOf(call?.funcname)
    .join('.')
    .replace(/^pg_catalog\./, '')
  if (name === 'format') return withPlaces(skeletonOf(call?.args?.[0]))
  return call === undefined ? undefined : QUOTED[name]
}

const QUOTED: Readonly<Record<string, string>> = { quote_ident: '"x"', quote_literal: "'x'", quote_nullable: "'x'" }

/** A pattern of `format` whose places take names and constants alone. */
function withPlaces(pattern: string | undefined): string | undefined {
  if (pattern === undefined || !/^(?:[^%]|%(?:\d+\$)?[IL]|%%)*$/s.test(pattern)) return undefined
  return pattern.replaceAll(/%(?:\d+\$)?([IL%])/g, (_, letter: string) => PLACES[letter] ?? '')
}

const PLACES: Readonly<Record<string, string>> = { I: '"x"', L: "'x'", '%': '%' }
