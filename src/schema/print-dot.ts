import type { Catalog } from '../catalog/catalog.ts'
import { printable } from '../text/printable.ts'
import { type Attribute, type Entity, entitiesOf, entityTitle, type Relation } from './entities.ts'

/** The entity diagram in Graphviz's language: https://graphviz.org/doc/info/shapes.html#html for the tables in it. */
export function printSchemaDot(catalog: Catalog): string {
  const { entities, relations } = entitiesOf(catalog)
  const lines = [
    'digraph schema {',
    // The limits halve the time that hundreds of tables take, and leave the places of fewer as they are.
    `  graph [rankdir=LR, nodesep=0.35, ranksep=1.1, pad=0.3, nslimit=2, nslimit1=2, bgcolor="${COLOURS.paper}"]`,
    `  node [shape=plain, fontname="Helvetica", fontsize=11, fontcolor="${COLOURS.ink}"]`,
    `  edge [dir=both, color="${COLOURS.line}", arrowsize=0.8]`,
    ...entities.map((each) => `  ${printEntity(each)}`),
    ...relations.map((each) => `  ${printRelation(each)}`),
    '}',
  ]
  return `${lines.join('\n')}\n`
}

const COLOURS = {
  paper: '#ffffff',
  ink: '#1f2328',
  faint: '#656d76',
  head: '#dbe9f9',
  border: '#9fb3c8',
  line: '#54697f',
}

function printEntity({ name, attributes }: Entity): string {
  const title = entityTitle(name)
  const head = `<tr><td colspan="3" bgcolor="${COLOURS.head}"><b>${escaped(title)}</b></td></tr>`
  const table = `<table border="0" cellborder="1" cellspacing="0" cellpadding="5" color="${COLOURS.border}" bgcolor="${COLOURS.paper}">`
  return `${quoted(title)} [label=<${table}${head}${attributes.map(printAttribute).join('')}</table>>]`
}

/** A row for each column; a relation ends on its left or on its right. */
function printAttribute({ name, type, keys, nullable }: Attribute): string {
  const shownKeys = keys.length === 0 ? ' ' : `<font point-size="9">${keys.join(' ')}</font>`
  const shownType = `<font color="${COLOURS.faint}">${escaped(type)}${nullable ? ' null' : ''}</font>`
  return [
    `<tr><td sides="LTB" align="left" port="${escaped(name)}">${shownKeys}</td>`,
    `<td sides="TB" align="left">${escaped(name)}</td>`,
    `<td sides="RTB" align="left" port="${escaped(rightOf(name))}">${shownType}</td></tr>`,
  ].join('')
}

/** Crow's feet: two bars for one row, a ring for none, a foot for many. */
function printRelation({ from, columns, to, referencedColumns, isOptional, isUnique }: Relation): string {
  const [column, referenced] = [columns[0], referencedColumns[0]]
  const start = `${quoted(entityTitle(to))}${referenced === undefined ? '' : `:${quoted(rightOf(referenced))}`}`
  const end = `${quoted(entityTitle(from))}${column === undefined ? '' : `:${quoted(column)}`}`
  return `${start} -> ${end} [arrowtail=${isOptional ? 'teeodot' : 'teetee'}, arrowhead=${isUnique ? 'teeodot' : 'crowodot'}]`
}

function rightOf(column: string): string {
  return `${column} `
}

function escaped(text: string): string {
  return printable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** Within quotes a backslash is one, but before a quote. */
function quoted(text: string): string {
  return `"${printable(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}
