import { blankClientText } from './blank.ts'
import { type Node, parsePlpgsql } from './parser.ts'

/**
 * The fields of NEW that a PL/pgSQL trigger function assigns (`NEW.f := …`, `SELECT … INTO
 * NEW.f`), sorted; `'any'` where NEW is assigned as a whole or the body cannot be read.
 */
export function assignedFields(createFunction: string): readonly string[] | 'any' {
  const parsed = parsePlpgsql(blankClientText(createFunction))
  const body: Node | undefined = parsed.ok ? parsed.value.plpgsql_funcs?.[0]?.PLpgSQL_function : undefined
  if (body === undefined) return 'any'
  const datums: readonly Node[] = body.datums ?? []
  const record = datums.findIndex((each) => each.PLpgSQL_rec?.refname === 'new')
  const targets = assignedDatums(body.action)
  if (targets.has(record)) return 'any'
  const fields = new Set<string>()
  for (const [number, datum] of datums.entries()) {
    const field = datum.PLpgSQL_recfield
    if (field !== undefined && targets.has(number) && (field.recparentno ?? 0) === record) fields.add(field.fieldname)
  }
  return [...fields].toSorted()
}

/** The numbers of all variables that a body assigns, by `:=`, INTO, or as the target of a loop. */
export function assignedDatums(action: unknown): ReadonlySet<number> {
  const numbers = new Set<number>()
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if (Array.isArray(value)) {
      for (const item of value) visit(item)
      return
    }
    const node = value as Node
    if (node.PLpgSQL_stmt_assign !== undefined) numbers.add(node.PLpgSQL_stmt_assign.varno ?? 0)
    if (node.PLpgSQL_rec !== undefined) numbers.add(node.PLpgSQL_rec.dno ?? 0)
    for (const field of node.PLpgSQL_row?.fields ?? []) numbers.add(field.varno ?? 0)
    for (const child of Object.values(node)) visit(child)
  }
  visit(action)
  return numbers
}
