import type { Action } from '../catalog/action.ts'
import type { Sequence } from '../catalog/objects.ts'
import type { SequenceOptions } from '../catalog/sequence-options.ts'
import type { Node } from './parser.ts'
import { optionText } from './read-options.ts'
import { newName, objectName, type Reading, relationName, stringsOf } from './reading.ts'
import { readType } from './type-names.ts'

/** CREATE SEQUENCE. */
export function readCreateSequence(reading: Reading, node: Node): readonly Action[] {
  const { relpersistence } = node.sequence
  const persistence = PERSISTENCE[relpersistence as string]
  const sequence = { name: newName(reading, node.sequence), ...(persistence === undefined ? {} : { persistence }) }
  const options = readSequenceOptions(reading, node.options)
  return [
    { kind: 'createSequence', span: reading.statement, sequence, options, ifNotExists: node.if_not_exists === true },
  ]
}

/** ALTER SEQUENCE. */
export function readAlterSequence(reading: Reading, node: Node): readonly Action[] {
  const sequence = relationName(reading, node.sequence)
  const options = readSequenceOptions(reading, node.options)
  const lenient = node.missing_ok === true ? ({ lenient: true } as const) : {}
  return [{ kind: 'alterSequence', span: reading.statement, sequence, options, ...lenient }]
}

/** The options of a sequence. RESTART is none: where a sequence stands is no part of the schema. */
export function readSequenceOptions(reading: Reading, nodes: readonly Node[] | undefined): SequenceOptions {
  const options: { -readonly [K in keyof SequenceOptions]: SequenceOptions[K] } = {}
  for (const { DefElem: option } of nodes ?? []) {
    const { arg } = option
    switch (option.defname) {
      case 'as':
        options.type = SEQUENCE_TYPES.find((each) => each === readType(reading, arg.TypeName).type) ?? 'bigint'
        break
      case 'start':
      case 'increment':
      case 'cache':
        options[option.defname as 'start'] = optionText(arg)
        break
      case 'minvalue':
        options.minimum = arg === undefined ? 'none' : optionText(arg)
        break
      case 'maxvalue':
        options.maximum = arg === undefined ? 'none' : optionText(arg)
        break
      case 'cycle':
        options.cycle = optionText(arg) === 'true'
        break
      case 'owned_by':
        options.ownedBy = ownerOf(reading, stringsOf(arg.List.items))
        break
      case 'sequence_name': {
        const parts = stringsOf(arg.List.items)
        options.name = newName(reading, { relname: parts.at(-1), schemaname: parts.at(-2) })
        break
      }
      case 'logged':
        options.persistence = 'permanent'
        break
      case 'unlogged':
        options.persistence = 'unlogged'
    }
  }
  return options
}

const PERSISTENCE: Readonly<Record<string, NonNullable<Sequence['persistence']>>> = { t: 'temporary', u: 'unlogged' }

function ownerOf(reading: Reading, parts: readonly string[]): NonNullable<Sequence['ownedBy']> | 'none' {
  if (parts.length < 2) return 'none'
  const table = objectName(reading, parts.slice(0, -1), (name) => reading.before.tables.has(name))
  return { table, column: parts.at(-1) ?? '' }
}

const SEQUENCE_TYPES: readonly Sequence['type'][] = ['smallint', 'integer', 'bigint']
