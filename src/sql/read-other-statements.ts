import type { Action } from '../catalog/action.ts'
import { quoteIdentifier } from '../catalog/names.ts'
import type { Node } from './parser.ts'
import {
  readCast,
  readEventTrigger,
  readOperatorClass,
  readPlain,
  readPlainAlter,
  readTransform,
  readUserMapping,
} from './read-others.ts'
import { type Reading, stringsOf } from './reading.ts'
import { resolveDictionaries } from './resolve-others.ts'

type Reader = (reading: Reading, node: Node) => readonly Action[]

/** Statements on objects that are kept by what was said of them. */
export const OTHER_READERS: Readonly<Record<string, Reader>> = {
  CreateEventTrigStmt: readEventTrigger,
  AlterEventTrigStmt: readPlainAlter('OBJECT_EVENT_TRIGGER', (node) => string(node.trigname)),
  CreateCastStmt: readCast,
  CreateTransformStmt: readTransform,
  CreateOpClassStmt: readOperatorClass,
  CreateOpFamilyStmt: readPlain('operator family', (node) => stringsOf(node.opfamilyname)),
  AlterOpFamilyStmt: readPlainAlter('OBJECT_OPFAMILY', (node) => list([string(node.amname), ...node.opfamilyname])),
  AlterOperatorStmt: readPlainAlter('OBJECT_OPERATOR', (node) => ({ ObjectWithArgs: node.opername })),
  AlterStatsStmt: readPlainAlter('OBJECT_STATISTIC_EXT', (node) => list(node.defnames)),
  AlterCollationStmt: readPlainAlter('OBJECT_COLLATION', (node) => list(node.collname)),
  AlterTSDictionaryStmt: readPlainAlter('OBJECT_TSDICTIONARY', (node) => list(node.dictname)),
  AlterTSConfigurationStmt: readPlainAlter('OBJECT_TSCONFIGURATION', (node) => list(node.cfgname), resolveDictionaries),
  CreateConversionStmt: readPlain('conversion', (node) => stringsOf(node.conversion_name)),
  CreatePLangStmt: readPlain('language', (node) => [node.plname]),
  CreateAmStmt: readPlain('access method', (node) => [node.amname]),
  CreateFdwStmt: readPlain('foreign data wrapper', (node) => [node.fdwname]),
  AlterFdwStmt: readPlainAlter('OBJECT_FDW', (node) => string(node.fdwname)),
  CreateForeignServerStmt: readPlain('server', (node) => [node.servername]),
  AlterForeignServerStmt: readPlainAlter('OBJECT_FOREIGN_SERVER', (node) => string(node.servername)),
  CreateSubscriptionStmt: readPlain('subscription', (node) => [node.subname]),
  AlterSubscriptionStmt: readPlainAlter('OBJECT_SUBSCRIPTION', (node) => string(node.subname)),
  DropSubscriptionStmt: (reading, node) => [
    {
      kind: 'dropOther',
      span: reading.statement,
      object: { kind: 'subscription', name: quoteIdentifier(node.subname) },
      cascade: false,
      ...(node.missing_ok === true ? { lenient: true } : {}),
    },
  ],
  CreateUserMappingStmt: readUserMapping('create'),
  AlterUserMappingStmt: readUserMapping('alter'),
  DropUserMappingStmt: readUserMapping('drop'),
}

function string(sval: string): Node {
  return { String: { sval } }
}

function list(items: readonly Node[]): Node {
  return { List: { items } }
}
