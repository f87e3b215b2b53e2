import type { Catalog, Name } from '../catalog/catalog.ts'
import { withoutMembers } from '../catalog/members.ts'
import { partsOf } from '../catalog/names.ts'
import type { Column, ForeignKey, Table } from '../catalog/table.ts'
import { tablesOf } from './print-tables.ts'

/** What an entity diagram shows of a catalog. */
export interface Entities {
  readonly entities: readonly Entity[]
  readonly relations: readonly Relation[]
}

/** A table; partitions are left out. */
export interface Entity {
  readonly name: Name
  readonly attributes: readonly Attribute[]
}

/** A column: part of the primary key, of a foreign key, or unique by itself. */
export interface Attribute {
  readonly name: string
  readonly type: string
  readonly keys: readonly ('PK' | 'FK' | 'UK')[]
  readonly nullable: boolean
}

/** A foreign key with how many rows it connects. */
export interface Relation {
  readonly name: string
  readonly from: Name
  readonly columns: readonly string[]
  readonly to: Name
  readonly referencedColumns: readonly string[]
  /** Whether a row may refer to none. */
  readonly isOptional: boolean
  /** Whether at most one row refers to the same one. */
  readonly isUnique: boolean
}

/** The tables of a catalog, their keys and how they refer to each other. */
export function entitiesOf(catalog: Catalog): Entities {
  const tables = tablesOf(withoutMembers(catalog)).filter((table) => table.partitionOf === undefined)
  const names = new Set(tables.map((table) => table.name))
  return {
    entities: tables.map((table) => ({
      name: table.name,
      attributes: table.columns.map((column) => attributeOf(table, column)),
    })),
    relations: tables.flatMap((table) =>
      table.foreignKeys.filter((key) => names.has(key.references)).map((key) => relationOf(table, key)),
    ),
  }
}

/** Tables of the schema public go by their name alone. */
export function entityTitle(name: Name): string {
  const parts = partsOf(name)
  return parts.schema === 'public' ? parts.name : `${parts.schema}.${parts.name}`
}

function attributeOf(table: Table, { name, type, nullable }: Column): Attribute {
  const isUnique = table.uniques.some((key) => key.columns.length === 1 && key.columns[0] === name)
  const isForeign = table.foreignKeys.some((key) => key.columns.includes(name))
  return {
    name,
    type,
    keys: [
      ...(table.primaryKey?.columns.includes(name) === true ? (['PK'] as const) : []),
      ...(isForeign ? (['FK'] as const) : []),
      ...(isUnique ? (['UK'] as const) : []),
    ],
    nullable,
  }
}

function relationOf(table: Table, key: ForeignKey): Relation {
  const columns = table.columns.filter((column) => key.columns.includes(column.name))
  const isSame = (other: readonly string[]) =>
    other.length === key.columns.length && other.every((each) => key.columns.includes(each))
  return {
    name: key.name,
    from: table.name,
    columns: key.columns,
    to: key.references,
    referencedColumns: key.referencedColumns,
    isOptional: columns.some((column) => column.nullable),
    isUnique: [table.primaryKey, ...table.uniques].some((each) => each !== undefined && isSame(each.columns)),
  }
}
