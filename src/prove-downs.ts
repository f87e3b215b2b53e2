import type { ActionOf } from './catalog/action.ts'
import type { Catalog } from './catalog/catalog.ts'
import { type Difference, diff } from './catalog/diff.ts'
import { emptyCatalog } from './catalog/empty-catalog.ts'
import { introspect } from './database/introspect.ts'
import type { Server } from './database/target.ts'
import type { Finding } from './finding.ts'
import { downOf } from './judge-migrations.ts'
import { judgeActions } from './lint.ts'
import type { ChosenRule } from './loaded-rule.ts'
import type { ReadFully } from './read-migrations.ts'
import type { DownLine } from './report/report.ts'
import { Run, resetSession } from './run.ts'
import type { Statement } from './sql/statement.ts'
import { textReaders } from './sql/text-readers.ts'
import { isKnown } from './text/revision.ts'
import type { Span } from './text/source-file.ts'

/** The proofs, and what rules have to judge. */
export interface DownProofs {
  readonly proofs: readonly DownLine[]
  readonly happened: readonly {
    readonly statement: Statement
    readonly action: ActionOf<'refused' | 'differAfterDown'>
  }[]
}

/** How proving tells of itself, is ended, and gets a server whose database is empty. */
export interface ProveOptions {
  readonly open: () => Promise<Server>
  /** How many migrations their runner itself could run; all, where it was not asked. */
  readonly ran?: number | undefined
  readonly signal?: AbortSignal
  readonly onProgress: (text: string) => void
}

/**
 * Takes each migration that has a down half up, down and up again, on a database of its own,
 * and compares the schema before it with the one after its down. Where one cannot be brought
 * up again, the next starts on another database. Ends at the first up half that is refused:
 * that is told by applying the migrations.
 */
export async function proveDowns(migrations: readonly ReadFully[], options: ProveOptions): Promise<DownProofs> {
  const proofs: DownLine[] = []
  const happened: DownProofs['happened'][number][] = []
  const last = migrations.findLastIndex(hasDown)
  let stairs: Stairs | undefined
  try {
    for (const [position, migration] of migrations.entries()) {
      options.signal?.throwIfAborted()
      if (position === options.ran) break
      const { version } = migration
      if (position > last) {
        proofs.push({ version, outcome: 'no down', differences: [] })
        continue
      }
      options.onProgress(`taking ${version} up, down and up (${position + 1} of ${last + 1})`)
      stairs ??= await Stairs.climb(await options.open(), migrations.slice(0, position))
      const step = await stairs.step(migration)
      proofs.push({ version, outcome: step.outcome, differences: step.differences })
      happened.push(...step.happened)
      if (!step.isTaken) break
      if (step.isStandingAfter) continue
      await stairs.close()
      stairs = undefined
    }
  } finally {
    await stairs?.close()
  }
  const rest = migrations.slice(proofs.length)
  return { proofs: [...proofs, ...rest.map(({ version }) => notTried(version))], happened }
}

/** What the rules say of down halves. */
export function judgeDowns({ happened }: DownProofs, rules: readonly ChosenRule[], major: number): readonly Finding[] {
  return judgeActions(happened, rules, emptyCatalog(major), major).map((each) => ({ ...each, seenIn: 'database' }))
}

function notTried(version: string): DownLine {
  return { version, outcome: 'not tried', differences: [] }
}

interface Step extends Omit<DownLine, 'version'>, Pick<DownProofs, 'happened'> {
  /** Whether the server took the up half. */
  readonly isTaken: boolean
  /** Whether the database is as the migration's up half leaves it. */
  readonly isStandingAfter: boolean
}

/** A database on which migrations go up, one after the other. */
class Stairs {
  readonly #server: Server
  readonly #run: Run

  private constructor(server: Server) {
    this.#server = server
    this.#run = new Run(server)
  }

  /** Takes migrations up that are known to be taken. */
  static async climb(server: Server, migrations: readonly ReadFully[]): Promise<Stairs> {
    const stairs = new Stairs(server)
    for (const each of migrations) await stairs.#take(each)
    return stairs
  }

  async close(): Promise<void> {
    await this.#server.close({ createdRoles: this.#run.applied.createdRoles })
  }

  async step(migration: ReadFully): Promise<Step> {
    const { downStatements = [], downTransaction = migration.transaction, revision } = migration
    const none = { differences: [], happened: [], isTaken: true, isStandingAfter: true } as const
    const before = hasDown(migration) ? await this.#introspect() : undefined
    if (!(await this.#take(migration))) return { ...none, outcome: 'not tried', isTaken: false }
    if (before === undefined) return { ...none, outcome: 'no down' }
    if (revision !== undefined && !isKnown(revision.down)) return { ...none, outcome: 'not tried' }
    if (!(await this.#take({ ...migration, transaction: downTransaction, statements: downStatements })))
      return { ...none, outcome: 'refused', happened: this.#refusal(), isStandingAfter: !this.#run.applied.isPartial }
    const differences = withoutOrder(diff(before, await this.#introspect(), new Set(this.#server.rolesBefore)))
    const left = differences.length === 0 ? [] : [leftBy(migration, differences)]
    if (!(await this.#take(migration))) {
      const again = this.#refusal().map(({ statement, action }) => ({
        statement,
        action: { ...action, occasion: 'second up' as const },
      }))
      return { ...none, outcome: 'refused again', differences, happened: [...left, ...again], isStandingAfter: false }
    }
    return { ...none, outcome: left.length > 0 ? 'differs' : 'reversed', differences, happened: left }
  }

  async #take(migration: ReadFully): Promise<boolean> {
    const last = migration.statements.at(-1)
    // A runner that puts a whole run into one transaction takes one step in one of its own.
    const isWrapped = migration.transaction === 'whole-run' && last !== undefined
    if (isWrapped) await this.#run.begin()
    const isTaken = (await this.#run.migration(migration)) && (!isWrapped || (await this.#run.commit(last)))
    await resetSession(this.#server.session)
    return isTaken
  }

  #introspect(): Promise<Catalog> {
    const readers = textReaders
    return introspect(this.#server.session, readers, { ignoredRoles: this.#server.rolesBefore })
  }

  #refusal() {
    return this.#run.applied.refused.slice(-1)
  }
}

/** Whether there is a down half that does not say that it undoes nothing. */
function hasDown(migration: ReadFully): boolean {
  const down = downOf(migration)
  return down === 'whole' || down === 'empty'
}

/** A column that comes back stands last: no down half could do better. */
function withoutOrder(differences: readonly Difference[]): readonly Difference[] {
  return differences.filter(({ subject }) => !subject.startsWith('order of columns '))
}

function leftBy(
  { version, down, downStatements = [], statements }: ReadFully,
  differences: readonly Difference[],
): DownProofs['happened'][number] {
  const statement = downStatements[0] ?? statements[0]!
  const first: Span = downStatements[0]?.span ?? placeOf(down?.span ?? statement.span)
  return { statement, action: { kind: 'differAfterDown', span: first, version, differences } }
}

/** The beginning of a half that holds no statement. */
function placeOf({ file, start, end }: Span): Span {
  return { file, start, end: Math.min(end, start + 1) }
}
