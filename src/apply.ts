import type { ActionOf } from './catalog/action.ts'
import type { Identifier, Name } from './catalog/catalog.ts'
import type { Effect } from './catalog/effect.ts'
import type { Learned } from './catalog/learned.ts'
import type { EffectDifference } from './compare-effects.ts'
import { type Contention, Contest, lockedBy, withWaits } from './contention.ts'
import type { Server } from './database/target.ts'
import type { ReadMigration } from './lint.ts'
import type { Migration } from './migrations/migration.ts'
import type { SeenStatement } from './observe-statement.ts'
import { Run, resetSession } from './run.ts'
import type { Statement } from './sql/statement.ts'
import { type FilledTables, TableFiller } from './table-filler.ts'
import type { Span } from './text/source-file.ts'
import type { WatchedBuild } from './watched-build.ts'

/** What became of migrations on a server. */
export interface Applied {
  readonly counts: { readonly migrations: number; readonly statements: number }
  /** The statement the server refused, which ended the run, with its error's place. */
  readonly refused: readonly { readonly statement: Statement; readonly action: ActionOf<'refused'> }[]
  readonly leftOut: readonly { readonly span: Span; readonly reason: string }[]
  readonly createdRoles: readonly Identifier[]
  /** Whether some statements of a migration stay while others do not. */
  readonly isPartial: boolean
  /** What the statements did to relations, in order, as far as it could be seen. */
  readonly observed: readonly ObservedStatement[]
  /** The builds that left their index invalid. */
  readonly builds: readonly WatchedBuild[]
  /** What the server showed of the statements that are not modelled. */
  readonly learned: ReadonlyMap<Statement, Learned>
  /** Present where rows were asked for. */
  readonly rows?: FilledTables
  /** Present where others read and wrote the tables meanwhile. */
  readonly contention?: Contention
}

/** What was predicted of a statement, and what a server did. */
export interface ObservedStatement {
  readonly statement: Statement
  readonly predicted: readonly Effect[]
  readonly seen: SeenStatement
  readonly differences: readonly EffectDifference[]
  /** The relations that the migration made itself, so that nobody can be waiting for them. */
  readonly newRelations: ReadonlySet<Name>
}

/** How a run tells of itself, and is ended. */
export interface ApplyOptions {
  readonly signal?: AbortSignal
  readonly onProgress: (text: string) => void
  /** How many rows every table is to hold before each migration. */
  readonly rows?: number
  /** Whether others are to read and write the tables meanwhile. */
  readonly contend?: boolean
}

/**
 * Runs migrations one statement at a time, each message holding the very bytes of the file,
 * in the transactions that their runner would use. The first statement that the server
 * refuses ends the run, as it would end the runner's.
 */
export async function applyMigrations(
  server: Server,
  migrations: readonly (ReadMigration & Migration)[],
  options: ApplyOptions,
): Promise<Applied> {
  const observer = await server.connectAgain?.()
  const contest = options.contend === true ? await Contest.beside(server) : undefined
  const run = new Run(server, { observes: true, observer, contest })
  const isWholeRun = migrations[0]?.transaction === 'whole-run'
  const fill = new TableFiller(server)
  const contend = async (each: readonly ReadMigration[]) => {
    await contest?.begin(
      lockedBy(
        each.flatMap(({ statements }) => statements),
        run.catalog,
        server.major,
      ),
    )
  }
  try {
    if (isWholeRun) await contend(migrations)
    if (isWholeRun) await run.begin()
    for (const [position, migration] of migrations.entries()) {
      options.signal?.throwIfAborted()
      if (options.rows !== undefined) await fill.before(migration, options.rows, isWholeRun)
      options.onProgress(`applying ${migration.version} (${position + 1} of ${migrations.length})`)
      if (!isWholeRun) await contend([migration])
      const isTaken = await run.migration(migration)
      if (!isWholeRun) await contest?.end()
      if (!isTaken) break
      if (!isWholeRun) await resetSession(server.session)
    }
    const last = migrations.flatMap((each) => each.statements).at(-1)
    if (isWholeRun && run.applied.refused.length === 0 && last !== undefined) await run.commit(last)
    if (isWholeRun && (run.applied.refused.length > 0 || last === undefined)) await server.session.run('rollback')
    if (isWholeRun) await contest?.end()
    await resetSession(server.session)
  } finally {
    await contest?.close()
    await observer?.close()
  }
  return outcomeOf(run, isWholeRun, {
    ...(options.rows === undefined ? {} : { rows: fill.filled }),
    ...(contest === undefined ? {} : { contention: contest.found }),
  })
}

function outcomeOf(run: Run, isWholeRun: boolean, beside: Pick<Applied, 'rows' | 'contention'>): Applied {
  const { applied } = run
  const isUndone = isWholeRun && applied.refused.length > 0
  const observed = beside.contention === undefined ? applied.observed : withWaits(applied.observed, beside.contention)
  return { ...applied, observed, ...beside, ...(isUndone ? { counts: { migrations: 0, statements: 0 } } : {}) }
}
