import type { Action } from '../catalog/action.ts'
import type { Identifier, Name } from '../catalog/catalog.ts'
import { storageUnlessDefault } from '../catalog/column-storage.ts'
import { omit } from '../catalog/edit-catalog.ts'
import type { Expression } from '../catalog/expression.ts'
import { withColumnComments } from '../catalog/fold-comments.ts'
import { renameColumnSettings } from '../catalog/fold-view-changes.ts'
import type { View } from '../catalog/objects.ts'
import { withEntry } from '../catalog/persistent-map.ts'
import { setOptions } from '../catalog/storage-options.ts'
import type { TableChange } from '../catalog/table-actions.ts'
import type { Span } from '../text/source-file.ts'
import { extentAfter, placeOf } from './extents.ts'
import { viewColumns } from './from-columns.ts'
import { constantText } from './function-options.ts'
import type { Node } from './parser.ts'
import { isUnstoredNull } from './read-columns.ts'
import { nameParts } from './read-parameters.ts'
import { propertyOf, readTableChange } from './read-table-changes.ts'
import type { Reading } from './reading.ts'
import { readExpressionAt } from './sql-text.ts'

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

/** A form of ALTER VIEW, which the grammar reads as one of ALTER TABLE. */
export function readViewCommand(reading: Reading, view: Name, command: Node): readonly Action[] {
  if (command.subtype !== 'AT_ColumnDefault') return readAlterView(reading, view, command)
  const isSet = command.def !== undefined && !isUnstoredNull(reading, command.def, '')
  const extent = isSet ? extentAfter(reading, placeOf(reading, command.def), 'DEFAULT') : undefined
  const value = isSet ? readExpressionAt(reading, command.def, extent, { table: view }) : undefined
  return [viewDefault(reading, view, command.name, value)]
}

/** A form of ALTER MATERIALIZED VIEW that is one of ALTER TABLE too; a default says nothing there. */
export function readMaterializedCommand(reading: Reading, view: Name, command: Node, span: Span): Action {
  const change = readTableChange(reading, view, command)
  const changed = change === undefined ? {} : { change: ofOwnType(reading, view, change) }
  return { kind: 'setTableProperty', table: view, span, property: propertyOf(command), ...changed }
}

/** SET STORAGE with what the type of the column has anyway says nothing. */
function ofOwnType(reading: Reading, view: Name, change: TableChange): TableChange {
  if (change.form !== 'setColumnStorage') return change
  const type = viewColumns(reading, view, new Set())?.find(({ name }) => name === change.column)?.type
  const { storage = 'default' } =
    type === undefined ? change : storageUnlessDefault(reading.before, type, change.storage)
  return { ...change, storage }
}

/** What the next command of the same statement finds. */
export function afterCommand(reading: Reading, actions: readonly Action[]): Reading {
  const [action] = actions
  if (action?.kind !== 'alterView') return reading
  const views = withEntry(reading.before.views, action.view, action.to)
  return { ...reading, before: { ...reading.before, views } }
}

function readAlterView(reading: Reading, view: Name, command: Node): readonly Action[] {
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
  return [{ kind: 'unmodelled', reach: 'named', span, statement: 'ALTER VIEW' }]
}

/** ALTER VIEW … ALTER COLUMN … SET DEFAULT, and DROP DEFAULT. */
function viewDefault(reading: Reading, view: Name, column: Identifier, value: Expression | undefined): Action {
  const { columnDefaults, ...rest } = reading.before.views.get(view)!
  const others = Object.entries(columnDefaults ?? {}).filter(([name]) => name !== column)
  const to = withColumnDefaults(rest, value === undefined ? others : [...others, [column, value]])
  return { kind: 'alterView', span: reading.statement, view, to }
}

function withColumnDefaults(view: View, defaults: readonly (readonly [Identifier, Expression])[]): View {
  const bare = omit(view, 'columnDefaults')
  if (defaults.length === 0) return bare
  return { ...bare, columnDefaults: Object.fromEntries(defaults.toSorted(([a], [b]) => (a < b ? -1 : 1))) }
}

/** ALTER VIEW … RENAME COLUMN: from then on the view names its columns itself. */
export function renamedViewColumn(reading: Reading, view: Name, from: Identifier, to: Identifier): Action {
  const span = reading.statement
  const known = reading.before.views.get(view)
  const names = known === undefined ? undefined : namesOfView(known)
  if (known === undefined || names === undefined)
    return { kind: 'unmodelled', reach: 'named', span, statement: 'ALTER VIEW … RENAME COLUMN' }
  const columnNames = names.map((name) => (name === from ? to : name))
  const comments = Object.entries(known.columnComments ?? {}).map(([name, comment]) => {
    return [name === from ? to : name, comment] as const
  })
  const defaults = Object.entries(known.columnDefaults ?? {}).map(([name, value]) => {
    return [name === from ? to : name, value] as const
  })
  const named = withColumnDefaults(withColumnComments(known, comments), defaults)
  return { kind: 'alterView', span, view, to: { ...renameColumnSettings(named, from, to), columnNames } }
}

/** The names of a view's columns; undefined where its query does not tell them. */
export function namesOfView(view: View): readonly Identifier[] | undefined {
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
