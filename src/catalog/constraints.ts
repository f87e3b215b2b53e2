import type { Described, Identifier } from './catalog.ts'
import { omit } from './edit-catalog.ts'
import type { Constraint, Inheritance, Table } from './table.ts'

/** Any constraint of a table. */
export type AnyConstraint = ReturnType<typeof constraintsOf>[number]

/** All constraints of a table with what kind each is of. */
export function constraintsOf(table: Table) {
  const { primaryKey, uniques, foreignKeys, checks, exclusions, notNulls } = table
  return [
    ...(primaryKey === undefined ? [] : [{ kind: 'primary key', ...primaryKey } as const]),
    ...uniques.map((each) => ({ kind: 'unique', ...each }) as const),
    ...foreignKeys.map((each) => ({ kind: 'foreign key', ...each }) as const),
    ...checks.map((each) => ({ kind: 'check', ...each }) as const),
    ...exclusions.map((each) => ({ kind: 'exclude', ...each }) as const),
    ...(notNulls ?? []).map((each) => ({ kind: 'not null', ...each }) as const),
  ]
}

/** The constraint of a table that has a name. */
export function findConstraint(table: Table, name: Identifier): Constraint | undefined {
  const { primaryKey, uniques, foreignKeys, checks, exclusions, notNulls } = table
  if (primaryKey?.name === name) return primaryKey
  const isMeant = (each: Constraint) => each.name === name
  return (
    uniques.find(isMeant) ??
    foreignKeys.find(isMeant) ??
    checks.find(isMeant) ??
    exclusions.find(isMeant) ??
    notNulls?.find(isMeant)
  )
}

/** The table with each constraint as a function makes it, or without it where the function gives undefined. */
export function changeConstraints(table: Table, change: <C extends Constraint>(constraint: C) => C | undefined): Table {
  const list = <C extends Constraint>(constraints: readonly C[]): readonly C[] =>
    constraints.flatMap((each): readonly C[] => {
      const changed = change(each)
      return changed === undefined ? [] : [changed]
    })
  const { primaryKey, notNulls } = table
  const key = primaryKey === undefined ? undefined : change(primaryKey)
  return {
    ...omit(table, 'primaryKey'),
    ...(key === undefined ? {} : { primaryKey: key }),
    uniques: list(table.uniques),
    foreignKeys: list(table.foreignKeys),
    checks: list(table.checks),
    exclusions: list(table.exclusions),
    ...(notNulls === undefined ? {} : { notNulls: list(notNulls) }),
  }
}

/** A column or constraint that one more parent has. */
export function withParent<T extends { readonly inherited?: Inheritance }>(own: T): T {
  const { local, parents } = own.inherited ?? { local: true, parents: 0 }
  return { ...own, inherited: { local, parents: parents + 1 } }
}

/** The copy of a parent's column or constraint that a child is given: COMMENT ON describes the parent's alone. */
export function inheritedCopy<T extends Described & { readonly inherited?: Inheritance }>(parent: T): T {
  return asInherited(omit(parent, 'origin', 'comment') as T)
}

/** A column or constraint that only one parent has, and not the table itself. */
export function asInherited<T extends { readonly inherited?: Inheritance }>(own: T): T {
  return { ...own, inherited: { local: false, parents: 1 } }
}

/**
 * A column or constraint that one parent less has: undefined where nobody is left to have
 * it. `keeps` says that the table has it for its own from here on.
 */
export function withoutParent<T extends { readonly inherited?: Inheritance }>(own: T, keeps: boolean): T | undefined {
  const { local, parents } = own.inherited ?? { local: true, parents: 1 }
  const inherited: Inheritance = { local: local || keeps, parents: parents - 1 }
  if (inherited.parents > 0) return { ...own, inherited }
  return inherited.local ? (omit(own, 'inherited') as T) : undefined
}
