import type { Action, ActionOf } from './action.ts'
import type { Catalog, Identifier, Name } from './catalog.ts'
import { functionKey, onTableKey } from './fold-objects.ts'
import { relationExists } from './generated-names.ts'
import { functionsNamed, indexesOf } from './lookups.ts'
import { partsOf, qualify, quoteIdentifier } from './names.ts'
import { existing, firstRefusal, missingObject, type Refusal, spoken, unfit } from './refusal.ts'
import { refusalOfColumns, withoutPartitionKey } from './refusal-of-constraints.ts'
import { columnsRead, mutableIn } from './refusal-of-expressions.ts'
import { notA } from './refusal-of-kinds.ts'
import { dropMissing, relationMissing, relationTaken } from './refusal-of-names.ts'
import { typesIn, withoutOperatorClass } from './refusal-of-operator-classes.ts'
import { refusalOfParameters, refusalOfReplacement } from './refusal-of-routines.ts'
import { triggerMissing } from './refusal-of-tables.ts'
import { refusalOfType } from './refusal-of-types.ts'

/** Why the server would refuse an action on an object that is neither table nor privilege; undefined for any other action. */
export function refusalOfObject(action: Action, before: Catalog): Refusal | undefined {
  switch (action.kind) {
    case 'createSchema':
      return action.ifNotExists ? undefined : schemaTaken(before, action.name)
    case 'dropSchema':
      return schemaMissing(before, action.name)
    case 'renameSchema':
      return schemaMissing(before, action.from) ?? schemaTaken(before, action.to)
    case 'createIndex':
      return ofCreateIndex(action, before)
    case 'dropIndex':
      return dropMissing(before, action.index, 'index')
    case 'alterIndex':
    case 'attachIndex':
      return relationMissing(before, action.index)
    case 'reindex':
      return action.relation === undefined ? undefined : relationMissing(before, action.relation)
    case 'createSequence':
      return action.ifNotExists ? undefined : relationTaken(before, action.sequence.name)
    case 'alterSequence':
      return relationMissing(before, action.sequence)
    case 'dropSequence':
      return dropMissing(before, action.sequence, 'sequence')
    case 'createView':
      return action.replace ? notA('view', before, action.view.name) : relationTaken(before, action.view.name)
    case 'refreshView':
      return relationMissing(before, action.view) ?? ofRefresh(action, before)
    case 'dropView':
      return dropMissing(before, action.view, action.materialized === true ? 'materialized view' : 'view')
    case 'createFunction':
      return ofCreateFunction(action, before)
    case 'dropFunction':
      return functionMissing(before, action.function, action)
    case 'createTrigger':
    case 'dropTrigger':
    case 'renameTrigger':
      return ofTrigger(action, before)
    case 'createExtension':
      return before.extensions.has(action.name)
        ? existing('extension', action.name, `extension "${action.name}" already exists`, '42710')
        : undefined
    case 'dropExtension':
      return extensionMissing(before, action.name)
    case 'changeRows':
      return relationMissing(before, action.relation)
    case 'readRows':
      return firstMissing(
        before,
        action.relations.map((each) => each.name),
      )
    case 'maintain':
    case 'lockTable':
      return firstMissing(before, action.relations)
    default:
      return refusalOfType(action, before)
  }
}

function ofCreateIndex({ index, ifNotExists }: ActionOf<'createIndex'>, before: Catalog): Refusal | undefined {
  const missing = relationMissing(before, index.table)
  if (missing !== undefined) return missing
  const { schema } = partsOf(index.table)
  const taken = index.name === undefined ? undefined : relationTaken(before, qualify(schema, index.name))
  if (taken !== undefined) return ifNotExists ? undefined : taken
  const keys = index.keys.flatMap((key) => ('column' in key ? [key.column] : []))
  const says = (column: Identifier) => `column "${column}" does not exist`
  const table = before.tables.get(index.table)
  const read = index.keys.flatMap((key) => ('expression' in key ? columnsRead(key.expression) : []))
  if (index.predicate !== undefined) read.push(...columnsRead(index.predicate))
  const absent =
    refusalOfColumns(before, index.table, [...read, ...keys, ...index.included], says) ?? mutableInIndex(before, index)
  const partitionKey = table?.partitionKey
  if (absent !== undefined) return absent
  const lacking =
    index.method === 'hash' && index.included.length === 0
      ? index.unique
        ? 'unique'
        : keys.length > 1
          ? 'multicolumn'
          : ''
      : ''
  if (lacking !== '') return unfit(index.table, `access method "hash" does not support ${lacking} indexes`, '0A000')
  const { method } = index
  const unordered = withoutOperatorClass(before, {
    table: index.table,
    method,
    keys: index.keys,
    typeOf: typesIn(table),
  })
  if (unordered !== undefined) return unordered
  if (!index.unique || partitionKey === undefined) return undefined
  // Of an expression in the key the server says other words.
  if (partitionKey.columns.includes(undefined)) return undefined
  return withoutPartitionKey(index.table, partitionKey, keys)
}

function mutableInIndex(
  before: Catalog,
  { table, keys, predicate }: ActionOf<'createIndex'>['index'],
): Refusal | undefined {
  const inPredicate = mutableIn(before, table, predicate, 'functions in index predicate must be marked IMMUTABLE')
  if (inPredicate !== undefined) return inPredicate
  return firstRefusal(keys, (key) => {
    const expression = 'expression' in key ? key.expression : undefined
    return mutableIn(before, table, expression, 'functions in index expression must be marked IMMUTABLE')
  })
}

/** CONCURRENTLY tells rows apart by a unique index on columns, of all rows. */
function ofRefresh({ view, concurrently, populated }: ActionOf<'refreshView'>, before: Catalog): Refusal | undefined {
  const known = before.views.get(view)
  if (!concurrently || !populated || known?.materialized !== true) return undefined
  if (known.populated === false)
    return unfit(view, 'CONCURRENTLY cannot be used when the materialized view is not populated', '0A000', [view])
  const isFound = indexesOf(before, view).some(
    ([, { unique, predicate, keys }]) =>
      // A condition on no column may be found to be true of all rows.
      unique && (predicate?.columns ?? []).length === 0 && keys.every((key) => 'column' in key),
  )
  const reason = `cannot refresh materialized view "${view}" concurrently`
  return isFound ? undefined : unfit(view, reason, '55000', [view])
}

function ofTrigger(action: ActionOf<'createTrigger' | 'dropTrigger' | 'renameTrigger'>, before: Catalog) {
  const table = action.kind === 'createTrigger' ? action.trigger.table : action.table
  const missing = relationMissing(before, table)
  if (missing !== undefined) return missing
  if (action.kind === 'dropTrigger') return triggerMissing(before, table, action.trigger)
  if (action.kind === 'renameTrigger')
    return triggerMissing(before, table, action.from) ?? triggerTaken(before, table, action.to)
  const { trigger, replace } = action
  const isOfServer = partsOf(trigger.function).schema === 'pg_catalog'
  if (!isOfServer && functionsNamed(before, trigger.function).length === 0)
    return functionMissing(before, `${trigger.function}()`)
  const taken = replace ? undefined : triggerTaken(before, table, trigger.name)
  const says = (column: Identifier) => `column "${column}" of relation "${partsOf(table).name}" does not exist`
  return taken ?? refusalOfColumns(before, table, trigger.updateOf, says)
}

function triggerTaken(catalog: Catalog, table: Name, name: Identifier): Refusal | undefined {
  if (!catalog.triggers.has(onTableKey(table, name))) return undefined
  const reason = `trigger "${name}" for relation "${partsOf(table).name}" already exists`
  return existing('part', onTableKey(table, name), reason, '42710', table)
}

function ofCreateFunction(action: ActionOf<'createFunction'>, before: Catalog): Refusal | undefined {
  const key = functionKey(action.function)
  const known = before.functions.get(key)
  const unfitting = refusalOfParameters(before, action.function)
  if (unfitting !== undefined) return unfitting
  if (!action.replace || known === undefined) return functionTaken(before, key)
  return refusalOfReplacement(known, action.function)
}

function functionTaken(catalog: Catalog, key: Name): Refusal | undefined {
  const known = catalog.functions.get(key)
  if (known === undefined) return undefined
  const reason = `function "${partsOf(known.name).name}" already exists with same argument types`
  return existing('function', key, reason, '42723')
}

/** Of a function that is there with other arguments nothing is said: how types are spelled would decide. */
function functionMissing(
  catalog: Catalog,
  key: Name,
  { isProcedure, isBare, isRoutine }: Partial<ActionOf<'dropFunction'>> = {},
): Refusal | undefined {
  const name = key.slice(0, key.indexOf('('))
  const word = isProcedure === true ? 'procedure' : 'function'
  const meant = functionsNamed(catalog, name).filter(({ kind }) => kind === word)
  if (isBare === true && isRoutine !== true && meant.length > 1)
    return unfit(name, `${word} name "${spoken(catalog, name)}" is not unique`, '42725', [name])
  if (functionsNamed(catalog, name).length > 0) return undefined
  const said = spoken(catalog, name)
  const reason =
    isBare === true
      ? `could not find a ${word} named "${said}"`
      : `${word} ${said}${key.slice(name.length)} does not exist`
  const others = [...catalog.functions.values()].map((each) => each.name)
  return missingObject('function', name, reason, '42883', others)
}

function schemaTaken(catalog: Catalog, name: Identifier): Refusal | undefined {
  if (!catalog.schemas.has(name)) return undefined
  return existing('schema', quoteIdentifier(name), `schema "${name}" already exists`, '42P06')
}

function schemaMissing(catalog: Catalog, name: Identifier): Refusal | undefined {
  if (catalog.schemas.has(name)) return undefined
  const others = [...catalog.schemas.keys()].map((each) => qualify('', each))
  return missingObject('schema', qualify('', name), `schema "${name}" does not exist`, '3F000', others)
}

function extensionMissing(catalog: Catalog, name: Identifier): Refusal | undefined {
  if (catalog.extensions.has(name)) return undefined
  const others = [...catalog.extensions.keys()].map((each) => qualify('', each))
  return missingObject('extension', qualify('', name), `extension "${name}" does not exist`, '42704', others)
}

function firstMissing(catalog: Catalog, names: readonly Name[]): Refusal | undefined {
  const missing = names.find((name) => !relationExists(catalog, name))
  return missing === undefined ? undefined : relationMissing(catalog, missing)
}
