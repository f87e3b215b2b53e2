import type { Catalog, Identifier, Name } from '../catalog/catalog.ts'
import { emptyCatalog } from '../catalog/empty-catalog.ts'
import { withoutMembers } from '../catalog/members.ts'
import { quoteIdentifier } from '../catalog/names.ts'
import { identifiers } from './literals.ts'
import { orderParts } from './order-parts.ts'
import type { Part } from './part.ts'
import { printComments, printExtensionDependencies } from './print-comments.ts'
import { printFunctions } from './print-functions.ts'
import { printIndexAttachments, printIndexes, printIndexStatistics } from './print-indexes.ts'
import {
  ownersOfOthers,
  printEventTriggers,
  printOthersAfter,
  printOthersBefore,
  printOthersOfFunctions,
} from './print-others.ts'
import { printDefaultPrivileges, printGrants } from './print-privileges.ts'
import { printDatabaseSettings, printRoles } from './print-roles.ts'
import { printRulesOfRows } from './print-rules-of-rows.ts'
import { printSequenceOwners, printSequences } from './print-sequences.ts'
import {
  printForeignKeys,
  printIndexUses,
  printPartitionedExclusions,
  printPartitionedKeys,
  printPartitions,
  printTables,
  tablesOf,
} from './print-tables.ts'
import { printTypes } from './print-types.ts'
import { printViews } from './print-views.ts'
import { withoutTemporary } from './without-temporary.ts'

/** DDL that makes the schema of a catalog in an empty database. */
export function printSchemaSql(whole: Catalog, postgres: number): string {
  const catalog = withoutTemporary(withoutMembers(whole))
  const before = emptyCatalog(postgres)
  const parts = orderParts([
    ...printOthersBefore(catalog),
    ...printTypes(catalog),
    ...printSequences(catalog),
    ...printFunctions(catalog),
    ...printOthersOfFunctions(catalog),
    ...printTables(catalog),
    ...printViews(catalog),
    ...printPartitions(catalog),
    ...printPartitionedKeys(catalog),
    ...printPartitionedExclusions(catalog),
    ...printIndexes(catalog),
    ...printIndexAttachments(catalog),
    ...printSequenceOwners(catalog),
    ...printForeignKeys(catalog),
    ...printRulesOfRows(catalog),
    ...printOthersAfter(catalog),
  ])
  const statements = [
    ...printRoles(catalog, postgres),
    ...printSchemas(catalog, before),
    ...printExtensions(catalog, before),
    ...withSearchPaths(parts),
    ...printIndexStatistics(catalog),
    ...printIndexUses(catalog),
    ...printComments(catalog),
    ...printExtensionDependencies(catalog),
    ...printOwners(catalog),
    ...printGrants(catalog, before),
    ...printDefaultPrivileges(catalog),
    ...printDatabaseSettings(catalog),
    ...printEventTriggers(catalog),
  ]
  return [...HEADER, ...statements.map(terminated)].join('\n')
}

/** Bodies are not checked, as pg_dump does it: they may name what follows. */
const HEADER = ['set check_function_bodies = false;', '']

function terminated(statement: string): string {
  if (statement.startsWith('--')) return `${statement}\n`
  const isOpen = /--[^\n]*$/.test(statement)
  return `${statement}${isOpen ? '\n' : ''};\n`
}

/** Names without a schema in a text are looked up where they were. */
function withSearchPaths(parts: readonly Part[]): readonly string[] {
  const statements: string[] = []
  let current = 'public'
  for (const part of parts) {
    const path = identifiers(part.searchPath ?? ['public'])
    if (path !== current) statements.push(`set search_path = ${path === '' ? "''" : path}`)
    current = path
    statements.push(...part.statements)
  }
  return current === 'public' ? statements : [...statements, 'reset search_path']
}

function printSchemas(catalog: Catalog, before: Catalog): readonly string[] {
  const dropped = [...before.schemas.keys()].filter((name) => !catalog.schemas.has(name))
  const made = [...catalog.schemas.values()].filter((schema) => !before.schemas.has(schema.name))
  return [
    ...dropped.map((name) => `drop schema ${quoteIdentifier(name)}`),
    ...made.map((schema) => `create schema ${quoteIdentifier(schema.name)}`),
  ]
}

function printExtensions(catalog: Catalog, before: Catalog): readonly string[] {
  const made = [...catalog.extensions.values()].filter((extension) => !before.extensions.has(extension.name))
  return made.map(({ name, schema }) => {
    const where = schema === undefined || schema === 'public' ? '' : ` schema ${quoteIdentifier(schema)}`
    return `create extension if not exists ${quoteIdentifier(name)}${where}`
  })
}

function printOwners(catalog: Catalog): readonly string[] {
  const ownerOf = (kind: string, name: string, owner: Identifier | undefined): readonly string[] =>
    owner === undefined ? [] : [`alter ${kind} ${name} owner to ${quoteIdentifier(owner)}`]
  const owned = (kind: string, objects: Iterable<{ readonly name: Name; readonly owner?: Identifier }>) =>
    [...objects].flatMap(({ name, owner }) => ownerOf(kind, name, owner))
  return [
    ...owned('table', tablesOf(catalog)),
    ...owned('sequence', catalog.sequences.values()),
    ...[...catalog.views.values()].flatMap((view) =>
      ownerOf(view.materialized ? 'materialized view' : 'view', view.name, view.owner),
    ),
    ...owned('type', [...catalog.enums.values(), ...catalog.types.values()]),
    ...owned('domain', catalog.domains.values()),
    ...ownersOfOthers(catalog).map(([key, owner]) => `alter ${key} owner to ${quoteIdentifier(owner)}`),
    ...[...catalog.functions].flatMap(([key, each]) => ownerOf(each.kind, key, each.owner)),
    ...[...catalog.schemas.values()].flatMap((schema) => ownerOf('schema', quoteIdentifier(schema.name), schema.owner)),
  ]
}
