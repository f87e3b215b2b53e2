import type { Catalog, Name } from './catalog.ts'
import { descendantsOf } from './effects-on-children.ts'
import { childrenOf } from './lookups.ts'
import { partsOf } from './names.ts'
import { type Refusal, unfit } from './refusal.ts'
import type { Table } from './table.ts'

/** Why the server would refuse ALTER TABLE … INHERIT of tables that are there. */
export function refusalOfInherit(catalog: Catalog, child: Table, parent: Table, postgres: number): Refusal | undefined {
  if (parent.known === 'partly' || child.known === 'partly') return undefined
  const rests = [parent.name, child.name]
  if (parent.kind === 'partitioned')
    return unfit(parent.name, `cannot inherit from partitioned table "${partsOf(parent.name).name}"`, '42809', rests)
  if (child.partitionOf !== undefined)
    return unfit(child.name, 'cannot change inheritance of a partition', '42809', rests)
  if (parent.partitionOf !== undefined) return unfit(parent.name, 'cannot inherit from a partition', '42809', rests)
  if (parent.name === child.name || isBelow(catalog, parent.name, child.name))
    return unfit(child.name, 'circular inheritance not allowed', '42P07', rests)
  return lackingOfParent(parent, child, postgres)
}

/** Why the server would refuse to attach a table that has relations of its own. */
export function refusalOfKin(catalog: Catalog, part: Table, parent: Table): Refusal | undefined {
  const refuse = (reason: string, sqlstate: string) => unfit(part.name, reason, sqlstate, [parent.name, part.name])
  if (part.partitionOf !== undefined) return refuse(`"${partsOf(part.name).name}" is already a partition`, '42809')
  if (part.inherits.length > 0) return refuse('cannot attach inheritance child as partition', '42809')
  if (part.kind !== 'partitioned' && childrenOf(catalog, part.name).length > 0)
    return refuse('cannot attach inheritance parent as partition', '42809')
  const isCircle = parent.name === part.name || isBelow(catalog, parent.name, part.name)
  return isCircle ? refuse('circular inheritance not allowed', '42P07') : undefined
}

function isBelow(catalog: Catalog, name: Name, ancestor: Name): boolean {
  return descendantsOf(catalog, ancestor).some((each) => each.name === name)
}

/** That a table has columns which the one that it is to be a partition of has not. */
export function columnsBeside(parent: Table, part: Table): Refusal | undefined {
  const names = parent.columns.map((each) => each.name)
  const other = part.columns.find((each) => !names.includes(each.name))
  if (other === undefined) return undefined
  const said = `"${partsOf(part.name).name}" contains column "${other.name}"`
  const reason = `table ${said} not found in parent "${partsOf(parent.name).name}"`
  return unfit(part.name, reason, '42804', [parent.name, part.name])
}

/** What a child has to have of its parent and has not (`MergeAttributesIntoExisting` in tablecmds.c). */
export function lackingOfParent(parent: Table, child: Table, postgres: number): Refusal | undefined {
  const refuse = (reason: string) => unfit(child.name, reason, '42804', [parent.name, child.name])
  const said = `child table "${partsOf(child.name).name}"`
  for (const { name, type, nullable, collation } of parent.columns) {
    const own = child.columns.find((each) => each.name === name)
    if (own === undefined) return refuse(`child table is missing column "${name}"`)
    if (own.type !== type) return refuse(`${said} has different type for column "${name}"`)
    if (own.collation !== collation)
      return { ...refuse(`${said} has different collation for column "${name}"`), sqlstate: '42P21' }
    if (!own.nullable || nullable || isLeftToChild(parent, name)) continue
    return refuse(`column "${name}" in ${postgres < 18 ? 'child table' : said} must be marked NOT NULL`)
  }
  const names = child.checks.map((each) => each.name)
  const check = parent.checks.find((each) => each.noInherit !== true && !names.includes(each.name))
  return check === undefined ? undefined : refuse(`child table is missing constraint "${check.name}"`)
}

/** Whether NOT NULL is the parent's alone. */
function isLeftToChild({ notNulls }: Table, column: string): boolean {
  return notNulls?.find((each) => each.column === column)?.noInherit === true
}
