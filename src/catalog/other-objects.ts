import type { Described, Identifier, Name } from './catalog.ts'
import { quoteIdentifier } from './names.ts'
import type { Publication } from './publications.ts'
import type { SqlText } from './sql-text.ts'

/** Kinds of objects of which the catalog keeps the statements that made them, in the words of SQL. */
export type OtherKind =
  | 'access method'
  | 'aggregate'
  | 'cast'
  | 'collation'
  | 'conversion'
  | 'event trigger'
  | 'foreign data wrapper'
  | 'language'
  | 'operator'
  | 'operator class'
  | 'operator family'
  | 'publication'
  | 'rule'
  | 'server'
  | 'statistics'
  | 'subscription'
  | 'text search configuration'
  | 'text search dictionary'
  | 'text search parser'
  | 'text search template'
  | 'transform'
  | 'user mapping'

/** What tells an object from all others of its kind. */
export interface OtherIdentity {
  readonly kind: OtherKind
  /**
   * With its schema where the kind has one; of a cast the source type, of a transform the type,
   * of a user mapping the role.
   */
  readonly name: Name
  /**
   * The types of an aggregate's arguments, of an operator's operands (`NONE` where there is
   * none), or a cast's target type; an operator class's access method, a transform's
   * language; a user mapping's server and a server's wrapper, which is no part of its key, as
   * SQL writes them.
   */
  readonly of?: readonly string[]
  /** The table of a rule, and that of statistics, which is no part of their name. */
  readonly table?: Name
}

/** An object that other objects seldom rest on: it is made again by what was said of it. */
export interface OtherObject extends OtherIdentity, Described {
  /** CREATE and then each ALTER; absent where only a server knows, or another object brings it along. */
  readonly statements?: readonly SqlText[]
  /** What a publication holds, which changes with its tables; it has no statements. */
  readonly publication?: Publication
  /** What extended statistics are of, as far as their text says. */
  readonly elements?: StatisticsElements
  readonly owner?: Identifier
}

/** The columns of extended statistics, and how many expressions they are of beside. */
export interface StatisticsElements {
  readonly columns: readonly Identifier[]
  readonly expressions: number
}

/** How texts mention an object of a kind: two kinds may share a name. */
export function otherMention({ kind, name }: Pick<OtherIdentity, 'kind' | 'name'>): Name {
  return `${kind} ${name}`
}

/** The key of an object, which is how COMMENT ON and DROP name it: `rule kept on public.t`. */
export function otherKey({ kind, name, of = [], table }: OtherIdentity): string {
  switch (kind) {
    case 'aggregate':
      return `aggregate ${name}(${of.length === 0 ? '*' : of.join(', ')})`
    case 'operator':
      return `operator ${name} (${of.join(', ')})`
    case 'cast':
      return `cast (${name} as ${of[0]})`
    case 'operator class':
    case 'operator family':
      return `${kind} ${name} using ${quoteIdentifier(of[0] ?? '')}`
    case 'transform':
      return `transform for ${name} language ${quoteIdentifier(of[0] ?? '')}`
    case 'user mapping':
      return `user mapping for ${name} server ${of[0]}`
    case 'rule':
      return `rule ${name} on ${table}`
    default:
      return `${kind} ${name}`
  }
}

/** The kinds whose names stand in a schema. */
export const KINDS_IN_SCHEMAS: ReadonlySet<OtherKind> = new Set([
  'aggregate',
  'collation',
  'conversion',
  'operator',
  'operator class',
  'operator family',
  'statistics',
  'text search configuration',
  'text search dictionary',
  'text search parser',
  'text search template',
])
