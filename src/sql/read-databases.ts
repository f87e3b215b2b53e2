import type { Action } from '../catalog/action.ts'
import type { Identifier } from '../catalog/catalog.ts'
import { databaseSettingsKey } from '../catalog/database-settings.ts'
import { textOf } from '../text/source-file.ts'
import { isOwnDatabase, timesOwnDatabase } from './compare-values.ts'
import { settingsAfter } from './function-options.ts'
import type { Node } from './parser.ts'
import { firstWords, type Reading, stringsOf } from './reading.ts'

/** ALTER DATABASE … SET and RESET. */
export function readDatabaseSetting(reading: Reading, node: Node): readonly Action[] {
  return [settingOf(reading, node.dbname, undefined, node.setstmt)]
}

/** What a role, or every one, is given in a database. */
export function settingOf(reading: Reading, name: string, role: Identifier | undefined, setting: Node): Action {
  const database = isOwnDatabase(name) ? {} : { database: name }
  const of = { ...database, ...(role === undefined ? {} : { role }) }
  const before = reading.before.databaseSettings.get(databaseSettingsKey(of))?.settings
  const settings = settingsAfter(reading, before, [{ defname: 'set', arg: { VariableSetStmt: setting } }])
  const said = { ...(role === undefined ? {} : { role }), ...(settings === undefined ? {} : { settings }) }
  return { kind: 'alterDatabase', span: reading.statement, ...database, change: { form: 'settings', ...said } }
}

/** DROP DATABASE. */
export function readDropDatabase(reading: Reading, node: Node): readonly Action[] {
  return [{ kind: 'alterDatabase', span: reading.statement, database: node.dbname, change: { form: 'drop' } }]
}

/** CREATE DATABASE, CREATE TABLESPACE and the like: what is the server's, and in no database's catalog. */
export function readServerObject(reading: Reading, node: Node): readonly Action[] {
  const span = reading.statement
  const isOwn = isOwnDatabase(node.dbname ?? '')
  return [{ kind: 'leaveCatalog', span, statement: firstWords(textOf(span)), ...(isOwn ? {} : { isShared: true }) }]
}

/**
 * Whether a statement names the database that it runs in as the database that it is about,
 * and nowhere else: what the name is, is not known.
 */
export function isAboutOwnDatabase(tag: string, node: Node): boolean {
  const isNamed = node.objtype === 'OBJECT_DATABASE' || node.objectType === 'OBJECT_DATABASE'
  const names: readonly string[] =
    tag === 'GrantStmt' && isNamed
      ? stringsOf(node.objects)
      : tag === 'AlterRoleSetStmt'
        ? [node.database ?? '']
        : tag.startsWith('AlterDatabase')
          ? [node.dbname]
          : isNamed
            ? [node.object?.String?.sval ?? '']
            : []
  const mentions = timesOwnDatabase(JSON.stringify(node))
  return names.filter(isOwnDatabase).length === mentions
}
