import type { Identifier } from '../catalog/catalog.ts'
import { partsOf } from '../catalog/names.ts'
import type { View } from '../catalog/objects.ts'
import { type Refusal, unfit } from '../catalog/refusal.ts'
import { viewColumns } from './from-columns.ts'
import type { Node } from './parser.ts'
import { queryColumns } from './query-columns.ts'
import type { Reading } from './reading.ts'
import { namesOfView } from './view-options.ts'

/** Why the server would refuse to put a view in the place of one of its name (`checkViewColumns` in view.c). */
export function refusalOfReplacedView(reading: Reading, made: View, select: Node | undefined): Refusal | undefined {
  const old = reading.before.views.get(made.name)
  if (old === undefined || old.materialized || partsOf(made.name).schema === 'pg_temp') return undefined
  const [had, has] = [namesOfView(old), namesOfView(made)]
  if (had === undefined || has === undefined) return undefined
  const refuse = (reason: string) => unfit(made.name, reason, '42P16', [made.name])
  if (has.length < had.length) return refuse('cannot drop columns from view')
  const before = ofLength(viewColumns(reading, made.name, new Set()), had)
  const after = ofLength(select && queryColumns(reading, select), has)
  for (const [place, name] of had.entries()) {
    if (has[place] !== name) return refuse(`cannot change name of view column "${name}" to "${has[place]}"`)
    const [from, to] = [before?.[place], after?.[place]]
    if (from === undefined || to === undefined || bare(from.type) === bare(to.type)) continue
    return refuse(`cannot change data type of view column "${name}" from ${said(from.type)} to ${said(to.type)}`)
  }
  return undefined

  /** What the server calls a type. */
  function said(type: string): string {
    const { schema, name } = type.includes('.') ? partsOf(type) : { schema: '', name: type }
    return reading.before.session.searchPath.includes(schema) ? name : type
  }
}

/** That two columns of a view have one name. */
export function repeatedColumn(view: View): Refusal | undefined {
  const names = namesOfView(view) ?? []
  const twice = names.find((each, place) => names.indexOf(each) < place)
  return twice === undefined ? undefined : unfit(view.name, `column "${twice}" specified more than once`, '42701')
}

/** Columns of which there are as many as names. */
function ofLength<T>(columns: readonly T[] | undefined, names: readonly Identifier[]): readonly T[] | undefined {
  return columns?.length === names.length ? columns : undefined
}

/** Types of one name in two schemas may be one that is looked up otherwise. */
function bare(type: string): string {
  return type.includes('.') ? partsOf(type).name : type
}
