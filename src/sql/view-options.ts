import type { Action } from '../catalog/action.ts'
import type { Identifier, Name } from '../catalog/catalog.ts'
import { omit } from '../catalog/edit-catalog.ts'
import { withColumnComments } from '../catalog/fold-comments.ts'
import type { View } from '../catalog/objects.ts'
import { setOptions } from '../catalog/storage-options.ts'
import { constantText } from './function-options.ts'
import type { Node } from './parser.ts'
import { nameParts } from './read-parameters.ts'
import type { Reading } from './reading.ts'

/** What CREATE VIEW says in WITH (…) and WITH CHECK OPTION. */
export function readViewOptions(
  nodes: readonly Node[] | undefined,
  checkOption?: string,
): Pick<View, 'options' | 'checkOption'> {
  const { check_option: written, ...options } = optionTexts(nodes)
  const check = CHECK_OPTIONS[checkOption ?? ''] ?? (written as View['checkOption'])
  return {
    ...(Object.keys(options).length === 0 ? {} : { options }),
    ...(check === undefined ? {} : { checkOption: check }),
  }
}

const CHECK_OPTIONS: Readonly<Record<string, View['checkOption']>> = {
  LOCAL_CHECK_OPTION: 'local',
  CASCADED_CHECK_OPTION: 'cascaded',
}

/** ALTER VIEW and ALTER MATERIALIZED VIEW, which the grammar reads as forms of ALTER TABLE. */
export function readAlterView(reading: Reading, view: Name, command: Node): readonly Action[] {
  const span = reading.statement
  const known = reading.before.views.get(view)
  const listed: readonly Node[] = command.def?.List?.items ?? []
  if (known !== undefined && command.subtype === 'AT_SetRelOptions') {
    const { options, checkOption } = readViewOptions(listed)
    const to = {
      ...setOptions(known, options ?? {}),
      ...(checkOption === undefined ? {} : { checkOption }),
    }
    return [{ kind: 'alterView', span, view, to }]
  }
  if (known !== undefined && command.subtype === 'AT_ResetRelOptions') {
    const names = listed.map((each) => optionName(each.DefElem))
    const left = Object.entries(known.options ?? {}).filter(([name]) => !names.includes(name))
    const bare: View = omit(known, 'options', ...(names.includes('check_option') ? (['checkOption'] as const) : []))
    const to = left.length === 0 ? bare : { ...bare, options: Object.fromEntries(left) }
    return [{ kind: 'alterView', span, view, to }]
  }
  const isStorage = command.subtype === 'AT_SetStatistics' || command.subtype === 'AT_ClusterOn'
  if (isStorage) return [{ kind: 'leaveCatalog', span, statement: 'ALTER VIEW' }]
  return [{ kind: 'unmodelled', reach: 'named', span, statement: 'ALTER VIEW' }]
}

/** ALTER VIEW … RENAME COLUMN: from then on the view names its columns itself. */
export function renamedViewColumn(reading: Reading, view: Name, from: Identifier, to: Identifier): Action {
  const span = reading.statement
  const known = reading.before.views.get(view)
  const names = known === undefined ? undefined : columnsOf(known)
  if (known === undefined || names === undefined)
    return { kind: 'unmodelled', reach: 'named', span, statement: 'ALTER VIEW … RENAME COLUMN' }
  const columnNames = names.map((name) => (name === from ? to : name))
  const comments = Object.entries(known.columnComments ?? {}).map(([name, comment]) => {
    return [name === from ? to : name, comment] as const
  })
  return { kind: 'alterView', span, view, to: { ...withColumnComments(known, comments), columnNames } }
}

/** The names of a view's columns; undefined where its query does not tell them. */
function columnsOf(view: View): readonly Identifier[] | undefined {
  const given = view.columnNames ?? []
  const outputs = view.query?.outputs
  return outputs === undefined ? undefined : [...given, ...outputs.slice(given.length)]
}

function optionTexts(nodes: readonly Node[] | undefined): Record<string, string> {
  return Object.fromEntries((nodes ?? []).map(({ DefElem }) => [optionName(DefElem), optionText(DefElem.arg)]))
}

function optionName(option: Node): string {
  const space = option.defnamespace === undefined ? '' : `${option.defnamespace}.`
  return `${space}${option.defname}`.toLowerCase()
}

/** An option as pg_class keeps it: without a value it is true. */
function optionText(arg: Node | undefined): string {
  if (arg === undefined) return 'true'
  if (arg.Integer !== undefined) return String(arg.Integer.ival ?? 0)
  if (arg.Float !== undefined) return String(arg.Float.fval)
  if (arg.Boolean !== undefined) return String(arg.Boolean.boolval === true)
  if (arg.String !== undefined) return String(arg.String.sval ?? '')
  return nameParts(arg).at(-1) ?? constantText(arg.A_Const)
}
