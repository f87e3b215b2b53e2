import { partsOf } from '../catalog/names.ts'
import { type Refusal, unfit } from '../catalog/refusal.ts'
import type { Node } from './parser.ts'

/** What stands beside a column, and whether its type is a serial one. */
interface Written {
  readonly table: string
  readonly name: string
  readonly serial: boolean
  readonly postgres: number
}

/** What contradicts itself in what is written beside a column (`transformColumnDefinition` in parse_utilcmd.c). */
export function conflictIn(nodes: readonly Node[], { table, name, serial, postgres }: Written): Refusal | undefined {
  if (nodes.length < 2 && !serial) return undefined
  const refuse = (what: string) =>
    unfit(`${table}.${name}`, `${what} for column "${name}" of table "${partsOf(table).name}"`, '42601')
  const kinds: readonly string[] = nodes.map((each) => each.contype)
  const seen = new Set<string>()
  let nullable: boolean | undefined
  for (const kind of serial ? [...kinds, 'CONSTR_DEFAULT', 'CONSTR_NOTNULL'] : kinds) {
    const says = kind === 'CONSTR_PRIMARY' && postgres < 18 ? undefined : SAYS_NULLABLE[kind]
    if (says !== undefined && nullable !== undefined && nullable !== says)
      return refuse('conflicting NULL/NOT NULL declarations')
    nullable = says ?? nullable
    const word = VALUES[kind]
    if (word === undefined) continue
    if (seen.has(word)) return refuse(TWICE[word]!)
    seen.add(word)
    if (seen.size > 1)
      return refuse(
        `both ${Object.keys(TWICE)
          .filter((each) => seen.has(each))
          .join(' and ')} specified`,
      )
  }
  return undefined
}

const SAYS_NULLABLE: Readonly<Record<string, boolean>> = {
  CONSTR_NULL: true,
  CONSTR_NOTNULL: false,
  CONSTR_IDENTITY: false,
  CONSTR_PRIMARY: false,
}

/** What gives a column its values. */
const VALUES: Readonly<Record<string, string>> = {
  CONSTR_DEFAULT: 'default',
  CONSTR_IDENTITY: 'identity',
  CONSTR_GENERATED: 'generation expression',
}

const TWICE: Readonly<Record<string, string>> = {
  default: 'multiple default values specified',
  identity: 'multiple identity specifications',
  'generation expression': 'multiple generation clauses specified',
}
