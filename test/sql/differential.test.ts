import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DataTypeDef, parse } from 'pgsql-ast-parser'
import { expect, test } from 'vitest'
import type { ActionOf } from '../../src/catalog/action.ts'
import { emptyCatalog } from '../../src/catalog/empty-catalog.ts'
import { truncateIdentifier } from '../../src/catalog/names.ts'
import { textOf } from '../../src/text/source-file.ts'
import { readFiles } from '../support/apply-fixture.ts'
import { root } from '../support/run-cli.ts'

/** Types that the two parsers spell in ways of their own. */
const SPELLINGS: Readonly<Record<string, string>> = {
  int: 'integer',
  int2: 'smallint',
  int4: 'integer',
  int8: 'bigint',
  bool: 'boolean',
  varchar: 'character varying',
  timestamptz: 'timestamp with time zone',
  timestamp: 'timestamp without time zone',
  time: 'time without time zone',
  timetz: 'time with time zone',
  float4: 'real',
  float8: 'double precision',
  serial: 'integer',
  bigserial: 'bigint',
}

test('where pgsql-ast-parser parses a CREATE TABLE too, names and types agree', async () => {
  const folders = [
    'fixtures',
    'fixtures/projects/shop/migrations',
    'fixtures/projects/tour/migrations',
    'migrations/sql',
  ]
  const paths = folders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.sql'))
      .map((name) => join(root, folder, name)),
  )
  let compared = 0
  for (const migration of await readFiles(paths.map((path) => ({ path, text: readFileSync(path, 'utf8') })))) {
    for (const statement of migration.statements.filter((each) => each.parsed)) {
      const made = statement.actions(emptyCatalog(18), 18).find((action) => action.kind === 'createTable')
      const other = made === undefined ? undefined : otherReading(textOf(statement.span))
      if (made === undefined || other === undefined) continue
      compared++
      expect(ownReading(made), textOf(statement.span)).toEqual(other)
    }
  }
  expect(compared).toBeGreaterThan(100)
})

function ownReading({ table }: ActionOf<'createTable'>) {
  const columns = table.columns.flatMap((column) =>
    'like' in column ? [] : [{ name: column.name, type: withoutSchema(column.type) }],
  )
  return { name: withoutSchema(table.name), columns }
}

/** What the other grammar reads; undefined where it does not know the statement. */
function otherReading(sql: string) {
  try {
    const [statement] = parse(sql)
    if (statement?.type !== 'create table') return undefined
    const columns = statement.columns.flatMap((column) =>
      column.kind === 'column' ? [{ name: identifier(column.name.name), type: typeName(column.dataType) }] : [],
    )
    return { name: identifier(statement.name.name), columns }
  } catch {
    return undefined
  }
}

/** The other grammar leaves doubled quotes as they are, and does not know how long a name may be. */
function identifier(name: string): string {
  return truncateIdentifier(name.replaceAll('""', '"'))
}

function typeName(type: DataTypeDef): string {
  // To PostgreSQL an array has no number of dimensions.
  if (type.kind === 'array') return `${typeName(type.arrayOf).replace('[]', '')}[]`
  const name = SPELLINGS[type.name] ?? type.name
  const modifiers = type.config === undefined ? '' : `(${type.config.join(',')})`
  // The precision of a time stands before its zone.
  return name.includes(' time zone') ? name.replace(/^\w+/, (word) => word + modifiers) : name + modifiers
}

/** The last part of a name, without quotes; an array stays one. */
function withoutSchema(name: string): string {
  const [, last = '', array = ''] = /^(?:(?:"(?:[^"]|"")*"|[^".\s]+)\.)?(.*?)(\[\])?$/.exec(name) ?? []
  return last.replace(/^"(.*)"$/, '$1').replaceAll('""', '"') + array
}
