import type { Action } from '../catalog/action.ts'
import type { Name } from '../catalog/catalog.ts'
import { LOCK_MODES, type LockMode } from '../catalog/effect.ts'
import { relationExists } from '../catalog/generated-names.ts'
import type { Node } from './parser.ts'
import { type Reading, relationName } from './reading.ts'

/** The relations that a query reads or changes, anywhere within it, as an action of its own; nothing where there are none. */
export function readQuery(reading: Reading, node: Node, scans = true): readonly Action[] {
  const locks = new Map<Name, LockMode>()
  const found = (range: Node, lock: LockMode) => {
    const name = relationName(reading, range)
    if (isOfSystem(reading, range)) return
    const known = locks.get(name)
    if (known === undefined || LOCK_MODES.indexOf(lock) > LOCK_MODES.indexOf(known)) locks.set(name, lock)
  }
  visit(node, { hidden: new Set(), locked: new Set() }, found)
  if (locks.size === 0) return []
  const relations = [...locks].map(([name, lock]) => ({ name, lock }))
  return [{ kind: 'readRows', span: reading.statement, scans, relations }]
}

/** Relations of the system, which migrations ask about and nobody waits for. */
function isOfSystem(reading: Reading, range: Node): boolean {
  const schema: string | undefined = range.schemaname
  if (schema !== undefined) return schema === 'information_schema' || schema === 'pg_catalog'
  return String(range.relname).startsWith('pg_') && !relationExists(reading.before, relationName(reading, range))
}

/** What stands around a part of a query. */
interface Scope {
  /** Names of WITH, which hide relations of the same name. */
  readonly hidden: ReadonlySet<string>
  /** The names that FOR UPDATE and the like lock; an empty one where all are meant. */
  readonly locked: ReadonlySet<string>
}

function visit(node: unknown, scope: Scope, found: (range: Node, lock: LockMode) => void): void {
  // A stack of one's own: queries may be deeper than JavaScript's. WITH is not.
  const pending: unknown[] = [node]
  while (pending.length > 0) {
    const current = pending.pop()
    if (typeof current !== 'object' || current === null) continue
    if (Array.isArray(current)) {
      pending.push(...current)
      continue
    }
    const part = current as Node
    if (part.RangeVar !== undefined) {
      const range: Node = part.RangeVar
      const isLocked = scope.locked.has('') || scope.locked.has(range.alias?.aliasname ?? range.relname)
      if (range.schemaname !== undefined || !scope.hidden.has(range.relname))
        found(range, isLocked ? 'RowShareLock' : 'AccessShareLock')
      continue
    }
    for (const tag of CHANGES) if (part[tag]?.relation !== undefined) found(part[tag].relation, 'RowExclusiveLock')
    const { lockingClause, ...rest } = part
    const names = namesOfWith(part)
    const locked = lockedNames(lockingClause)
    if (names.length === 0 && locked.length === 0) pending.push(...Object.values(part))
    else {
      const within = { hidden: new Set([...scope.hidden, ...names]), locked: new Set([...scope.locked, ...locked]) }
      visit(Object.values(rest), within, found)
    }
  }
}

const CHANGES = ['InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt'] as const

function namesOfWith(part: Node): readonly string[] {
  const queries: readonly Node[] = part.withClause?.ctes ?? []
  return queries.map((each) => String(each.CommonTableExpr?.ctename))
}

function lockedNames(clauses: readonly Node[] | undefined): readonly string[] {
  return (clauses ?? []).flatMap((each) => {
    const ranges: readonly Node[] = each.LockingClause?.lockedRels ?? []
    return ranges.length === 0 ? [''] : ranges.map((range) => String(range.RangeVar?.relname))
  })
}
