import type { Action, Touch } from '../catalog/action.ts'
import type { Identifier } from '../catalog/catalog.ts'
import { plainName } from '../catalog/missing-others.ts'
import { partsOf, quoteIdentifier } from '../catalog/names.ts'
import { type OtherIdentity, type OtherObject, otherKey } from '../catalog/other-objects.ts'
import {
  changePublication,
  type Publication,
  type PublicationObjects,
  publicationOptions,
  publishedTable,
  publishedTables,
} from '../catalog/publications.ts'
import { existing, missingPart, type Refusal } from '../catalog/refusal.ts'
import { knownOther } from './other-identities.ts'
import type { Node } from './parser.ts'
import { alterOther } from './read-others.ts'
import { creationSchema, type Reading, relationName, stringsOf } from './reading.ts'
import { expressionText } from './sql-text.ts'
import { bracketed, findWord } from './tokens.ts'

/** CREATE PUBLICATION. */
export function readCreatePublication(reading: Reading, node: Node): readonly Action[] {
  const objects = objectsOf(reading, node)
  const publication: Publication = {
    allTables: node.for_all_tables === true,
    tables: publishedTables(reading.before, objects),
    schemas: [...new Set(objects.schemas)].toSorted(),
    options: publicationOptions(optionsOf(node)),
  }
  return [
    {
      kind: 'createOther',
      span: reading.statement,
      object: { ...identityOf(node), publication },
      ...touching(reading, node),
    },
  ]
}

/** ALTER PUBLICATION ADD, DROP and SET. */
export function readAlterPublication(reading: Reading, node: Node): readonly Action[] {
  const objects = objectsOf(reading, node)
  const { touches } = touching(reading, node)
  const change = (known: OtherObject): OtherObject => {
    const before = known.publication
    if (before === undefined) return known
    if (node.options !== undefined) {
      const options = publicationOptions({ ...before.options, ...optionsOf(node) })
      return { ...known, publication: { ...before, options } }
    }
    const tables = publishedTables(reading.before, objects)
    return { ...known, publication: changePublication(before, FORMS[node.action] ?? 'add', tables, objects.schemas) }
  }
  const altered = alterOther(reading, identityOf(node), change, touches)
  const refused = refusalOfMembers(knownOther(reading, identityOf(node)), FORMS[node.action], objects)
  return [refused === undefined ? altered : { ...altered, refused }]
}

/** That a table is published already, or is not. */
function refusalOfMembers(
  known: OtherObject | undefined,
  form: string | undefined,
  { tables }: PublicationObjects,
): Refusal | undefined {
  if (known?.publication === undefined || known.publication.allTables || form === 'set') return undefined
  const members = new Set(known.publication.tables.map((each) => each.name))
  const table = tables.find((each) => members.has(each.name) === (form === 'add'))?.name
  if (table === undefined) return undefined
  const said = `relation "${partsOf(table).name}"`
  const subject = `${otherKey(known)}: ${table}`
  if (form === 'add')
    return existing('part', subject, `${said} is already member of publication "${plainName(known.name)}"`, '42710')
  return { ...missingPart(table, '', `${said} is not part of the publication`, '42704', []), subject }
}

const FORMS: Readonly<Record<string, 'add' | 'drop' | 'set'>> = {
  AP_AddObjects: 'add',
  AP_DropObjects: 'drop',
  AP_SetObjects: 'set',
}

function identityOf(node: Node): OtherIdentity {
  return { kind: 'publication', name: quoteIdentifier(node.pubname) }
}

function optionsOf(node: Node): Readonly<Record<string, string>> {
  const options: readonly Node[] = (node.options ?? []).map((each: Node) => each.DefElem)
  return Object.fromEntries(
    options.map(({ defname, arg }) => {
      const value = arg?.String?.sval ?? arg?.Integer?.ival ?? stringsOf(arg?.TypeName?.names).at(-1) ?? ''
      return [String(defname).toLowerCase(), String(value)]
    }),
  )
}

function objectsOf(reading: Reading, node: Node): PublicationObjects {
  const specs: readonly Node[] = (node.pubobjects ?? []).map((each: Node) => each.PublicationObjSpec)
  const schemas = specs.flatMap((each): readonly Identifier[] => {
    if (each.pubobjtype === 'PUBLICATIONOBJ_TABLES_IN_CUR_SCHEMA') return [creationSchema(reading)]
    return each.pubobjtype === 'PUBLICATIONOBJ_TABLES_IN_SCHEMA' ? [each.name] : []
  })
  const tables = specs.flatMap(({ pubtable }) => (pubtable === undefined ? [] : [tableOf(reading, pubtable)]))
  return { tables, schemas }
}

function tableOf(reading: Reading, { relation, columns, whereClause }: Node) {
  const name = relationName(reading, relation)
  const where = whereClause === undefined ? undefined : filterText(reading, relation, whereClause)
  const listed = columns === undefined ? undefined : stringsOf(columns)
  return { ...publishedTable(name, listed, where), only: relation.inh !== true }
}

/** The condition stands in the first brackets after the table's WHERE. */
function filterText(reading: Reading, relation: Node, where: Node) {
  const { file, end } = reading.statement
  const from = reading.offsetOf(relation.location)
  const word = from === undefined ? undefined : findWord(file.text, from, end, 'WHERE')
  const extent = word === undefined ? undefined : bracketed(file.text, word.end, end)
  return extent === undefined
    ? undefined
    : expressionText(reading, where, extent, { table: relationName(reading, relation) })
}

/** The tables that are named are locked. */
function touching(reading: Reading, node: Node): { readonly touches?: readonly Touch[] } {
  const objects: readonly Node[] = node.pubobjects ?? []
  const touches = objects.flatMap(({ PublicationObjSpec: each }): readonly Touch[] => {
    const range = each?.pubtable?.relation
    if (range === undefined) return []
    const heirs = range.inh === true ? ({ withHeirs: true } as const) : {}
    return [{ relation: relationName(reading, range), lock: 'ShareUpdateExclusiveLock', ...heirs }]
  })
  return touches.length === 0 ? {} : { touches }
}
