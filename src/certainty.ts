import type { Action } from './catalog/action.ts'
import type { Catalog, Name } from './catalog/catalog.ts'
import { foreseeRefusal } from './catalog/foresee-refusal.ts'
import { relationExists } from './catalog/generated-names.ts'
import { functionsNamed } from './catalog/lookups.ts'
import { partsOf } from './catalog/names.ts'
import { otherKey } from './catalog/other-objects.ts'
import type { Refusal } from './catalog/refusal.ts'
import { typeExists } from './catalog/refusal-of-names.ts'
import { isFromElsewhere } from './from-elsewhere.ts'
import { RECORD_TABLES } from './migrations/records.ts'
import { isKnown, type RevisionFacts } from './text/revision.ts'

/** The statement that an action belongs to, and where it stands. */
export interface Standing {
  /** All that the statement does. */
  readonly statement: readonly Action[]
  /** The catalog before the statement. */
  readonly untouched: Catalog
  /** The catalog at the beginning of the migration. */
  readonly start: Catalog
  readonly postgres: number
}

/**
 * What a history lets one be certain of. That something is not there is certain only in a
 * history that is known from its start, each of its statements understood; that something
 * is there, as long as it was made after the last statement that may have taken it away.
 */
export class Certainty {
  /** Whether a text was met that is not PostgreSQL's, so that the whole may be for another server. */
  #isForeign = false
  /** Whether something was met that the history should have made, had it been a whole. */
  #isIncomplete = false
  /** The catalog at the last moment at which it may have been otherwise. */
  #doubted: Catalog | undefined
  /** The catalog when CASCADE may last have taken more than is modelled: views, functions, policies, triggers. */
  #cascaded: Catalog | undefined
  /** What the history itself took away or renamed. */
  readonly #gone = new Set<Name>()
  readonly #told = new Set<string>()
  /** Whether another role gave privileges, or was let do so: what comes and goes with those that it has itself is not known. */
  #isDelegated = false
  /** What relations were first called that have been renamed since. */
  readonly #firstNames = new Map<Name, Name>()

  /** Why the server will refuse an action, as far as that is certain. */
  refusalOf(action: Action, before: Catalog, standing: Standing): Refusal | undefined {
    const refusal = foreseeRefusal(action, before, standing)
    if (refusal === undefined || this.#isForeign) return undefined
    if (refusal.about === 'existing') return this.#isSurelyThere(refusal, action, before) ? refusal : undefined
    if (action.kind === 'dropRole' && this.#isDelegated) return undefined
    if (refusal.about === 'needed') return this.#isSurelyNeeded(action, standing) ? refusal : undefined
    if (refusal.about === 'unfit') return this.#isSurelyUnfit(refusal) ? refusal : undefined
    const isTold = this.#told.has(refusal.subject)
    this.#told.add(refusal.subject)
    return this.#isSurelyMissing(refusal, before, standing) && !isTold ? refusal : undefined
  }

  /** Whether a relation may be otherwise than the catalog has it. */
  readonly mayDiffer = (relation: Name): boolean => this.#isForeign || this.#isDoubted(relation)

  /** To be called after each action, with the catalog that it leaves. */
  record(action: Action, after: Catalog): void {
    if (action.kind === 'renameRelation')
      this.#firstNames.set(action.to, this.#firstNames.get(action.from) ?? action.from)
    if (('grantable' in action && action.grantable) || (action.kind === 'setRole' && action.role !== undefined))
      this.#isDelegated = true
    const gone = nameGone(action)
    if (gone !== undefined) this.#gone.add(gone)
    const isCascading = 'cascade' in action && action.cascade === true && action.kind !== 'truncateTable'
    // DROP OWNED takes along what the roles have granted.
    if (isCascading || action.kind === 'dropOwned') this.#cascaded = after
    const reachesFar = action.kind === 'dropType' || action.kind === 'dropFunction' || action.kind === 'alterType'
    if ((reachesFar && action.cascade) || action.kind === 'dropExtension') this.#doubted = after
    if (action.kind === 'unmodelled' && action.reach !== 'privileges' && !MAKES_ONE_TABLE.test(action.statement))
      this.#doubted = after
    if (action.kind === 'unparsed') this.#isForeign = true
  }

  /** To be called before and after a migration that is a program: what it does may not be known, or depend on what it finds. */
  recordRevision(revision: RevisionFacts | undefined, catalog: Catalog): void {
    if (revision !== undefined && !isKnown(revision.up)) this.#doubted = catalog
  }

  /** Whether a relation was there, under whatever name, when it may last have been changed otherwise. */
  #isDoubted(relation: Name): boolean {
    const doubted = this.#doubted
    if (doubted === undefined) return false
    return holds(doubted, relation) || holds(doubted, this.#firstNames.get(relation) ?? relation)
  }

  #isSurelyThere({ subject, what }: Refusal, action: Action, before: Catalog): boolean {
    const wasThere = (earlier: Catalog | undefined) =>
      earlier !== undefined && foreseeRefusal(action, earlier)?.about === 'existing'
    if (wasThere(this.#doubted)) return false
    const onTable = before.tables.get(before.indexes.get(subject)?.table ?? subject)
    const isKept = onTable !== undefined || action.kind === 'addColumn' || what === 'schema' || what === 'type'
    return isKept || !wasThere(this.#cascaded)
  }

  /** Whether other objects rest on something that were made after all that may have taken them away. */
  #isSurelyNeeded(action: Action, { statement, postgres }: Standing): boolean {
    const wasNeeded = (earlier: Catalog | undefined) =>
      earlier !== undefined && foreseeRefusal(action, earlier, { statement, postgres })?.about === 'needed'
    return !wasNeeded(this.#doubted) && !wasNeeded(this.#cascaded)
  }

  /** Whether what a refusal rests on was made after all that may have changed it; CASCADE leaves tables or takes them as modelled. */
  #isSurelyUnfit({ rests = [] }: Refusal): boolean {
    const [doubted, cascaded] = [this.#doubted, this.#cascaded]
    return rests.every((name) => {
      const isDoubted = this.#isDoubted(name) || (doubted !== undefined && makes(doubted, name))
      return !isDoubted && (cascaded === undefined || cascaded.tables.has(name) || !makes(cascaded, name))
    })
  }

  #isSurelyMissing(refusal: Refusal, before: Catalog, { statement, start }: Standing): boolean {
    const { within } = refusal
    if (within !== undefined) {
      // ALTER TABLE adds columns before it looks at most of what else it is to do.
      if (statement.some((each) => each.kind === 'addColumn' && each.table === within)) return false
      return ![within, ...(refusal.rests ?? [])].some((each) => this.#isDoubted(each))
    }
    const isGone = this.#gone.has(refusal.subject)
    const isTakenAway = refusal.other !== undefined && isGone && before.extensions.size <= 1
    if (!isTakenAway && isFromElsewhere(refusal, before)) return false
    const isMade = isGone || this.#isWhole(refusal, start)
    const isCertain = this.#doubted === undefined && isMade
    if (!isCertain) this.#isIncomplete = true
    // The history has been applied somewhere all the same, so that it is not what it seems.
    this.#doubted = before
    return isCertain
  }

  /** A history that begins with what others made shows it where it first speaks of that. */
  #isWhole({ what }: Refusal, start: Catalog): boolean {
    if (this.#isIncomplete) return false
    const { tables, enums, domains, types, functions } = start
    if (what === 'type') return enums.size + domains.size + types.size > 0
    return what === 'function'
      ? functions.size > 0
      : [...tables.keys()].some((table) => !RECORD_TABLES.has(partsOf(table).name))
  }
}

/** Statements whose one effect that is not modelled is which columns a table gets. */
const MAKES_ONE_TABLE = /^(?:CREATE TABLE … AS|SELECT … INTO)$/

function nameGone(action: Action): Name | undefined {
  switch (action.kind) {
    case 'dropTable':
      return action.table
    case 'dropView':
      return action.view
    case 'dropIndex':
      return action.index
    case 'dropType':
      return action.type
    case 'renameRelation':
      return action.from
    case 'dropOther':
      return otherKey(action.object)
    case 'alterOther':
      return action.object
    default:
      return undefined
  }
}

/** Whether an object of this name is there, of any kind. */
function makes(catalog: Catalog, name: Name): boolean {
  return relationExists(catalog, name) || typeExists(catalog, name) || functionsNamed(catalog, name).length > 0
}

function holds({ tables, enums, views }: Catalog, name: Name): boolean {
  return tables.has(name) || enums.has(name) || views.has(name)
}
