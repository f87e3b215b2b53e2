import { type Applied, applyMigrations } from './apply.ts'
import { dumpOf, readBase, startFrom, withRecords } from './base.ts'
import type { Catalog, Identifier } from './catalog/catalog.ts'
import { diff } from './catalog/diff.ts'
import { emptyCatalog } from './catalog/empty-catalog.ts'
import { fold } from './catalog/fold.ts'
import { type CheckOptions, readDivided, reportHead, withBaseNote } from './check.ts'
import type { Behaviour } from './database/behaviour.ts'
import { provesUpdatedAt } from './database/behaviour.ts'
import { introspect } from './database/introspect.ts'
import { openServer, type Server, type Target } from './database/target.ts'
import type { Finding } from './finding.ts'
import { judgeMigrations } from './judge-migrations.ts'
import { contentionLines, judgeObserved, observedLines } from './judge-observed.ts'
import { learnedLines, lintLearned } from './learning.ts'
import { askSchemaRules, judgeActions, lint, lintSchema } from './lint.ts'
import { mergeFindings } from './merge-findings.ts'
import type { History } from './migrations/migration.ts'
import { modelledEnums } from './modelled-enums.ts'
import { placeReport } from './place-report.ts'
import { judgeDowns, proveDowns } from './prove-downs.ts'
import { type ReadFully, readMigrations } from './read-migrations.ts'
import type { Report, Verified } from './report/report.ts'
import type { SchemaSubject } from './rule.ts'
import { readOnline } from './run-online.ts'
import { settle } from './settle.ts'
import type { Statement } from './sql/statement.ts'
import { textReaders } from './sql/text-readers.ts'
import { UserError } from './text/user-error.ts'
import type { WatchedBuild } from './watched-build.ts'

/** What to verify, and where. */
export interface VerifyOptions extends Omit<CheckOptions, 'postgres'> {
  readonly target: Target
  /** The major version that the server must have. */
  readonly major?: number
  /** Whether to leave the database, for somebody to look at. */
  readonly keep?: boolean
  /** Whether to take each migration up, down and up again, too. */
  readonly down?: boolean
  /** How many rows every table is to hold before each migration. */
  readonly rows?: number
  /** Whether to read and write the tables meanwhile, to see for what others wait. */
  readonly contend?: boolean
  /** Whether to see by an UPDATE that `updated_at` moves. */
  readonly behaviour: boolean
  readonly signal?: AbortSignal
  /** Told in a few words what is being done. */
  readonly onProgress: (text: string) => void
}

/**
 * Applies migrations to a database made for this run, judges what the server then holds by
 * the same schema rules, and holds the folded catalog against the server's. The database is
 * dropped afterwards, whatever happens. Throws UserError, or the reason of the signal.
 */
export async function verify(options: VerifyOptions): Promise<Report> {
  const rendered = await readDivided(options)
  const read = await readMigrations(rendered.migrations)
  const named = await readBase(dumpOf(options.base), options.from, NEWEST)
  const base = await withRecords(named, rendered, read, NEWEST)
  const extensions = extensionsOf([...base.script, ...read].flatMap((each) => each.statements))
  const open = async (keeps: boolean) => {
    const server = await openServer(options.target, {
      extensions,
      keeps,
      onProgress: options.onProgress,
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    })
    return await startFrom(server, base)
  }
  const history = withBaseNote(await readOnline(rendered, options, () => open(false)), base)
  const migrations = await readMigrations(history.migrations)
  // Roles belong to the whole server: this run's must be gone before the next one makes the same.
  const downs =
    options.down === true
      ? await proveDowns(migrations, { ...options, ran: history.ran, open: () => open(false) })
      : undefined
  const server = await open(options.keep === true)
  const createdRoles: Identifier[] = []
  try {
    checkMajor(server, options.major)
    const run = await runOn(server, history, migrations, options, createdRoles)
    const kept = options.keep === true ? server.keep?.() : undefined
    const report: Report = {
      ...reportHead(history, options, server.major),
      ...run,
      ...settle(
        [...run.findings, ...(downs === undefined ? [] : judgeDowns(downs, options.rules, server.major))],
        { migrations, models: history.models },
        emptyCatalog(server.major),
        server.major,
        options,
      ),
      verified: {
        ...run.verified,
        ...(downs === undefined ? {} : { downs: downs.proofs }),
        ...(kept === undefined ? {} : { kept }),
      },
    }
    return placeReport(report, history)
  } finally {
    options.onProgress(options.keep === true ? 'closing' : 'dropping the database')
    await server.close({ createdRoles })
  }
}

function checkMajor(server: Server, wanted: number | undefined): void {
  if (wanted === undefined || wanted === server.major) return
  throw new UserError(
    `the server is PostgreSQL ${server.major}, not ${wanted}`,
    `use --local, --engine ${wanted} or --container postgres:${wanted}`,
  )
}

/** What the migrations begin with, and the name of the role that runs them. */
async function catalogAtStart({ session, major, startsFrom = emptyCatalog(major) }: Server): Promise<Catalog> {
  const [role] = await session.query<{ readonly name: Identifier }>('select current_user::text as name')
  return role === undefined ? startsFrom : { ...startsFrom, session: { ...startsFrom.session, runner: role.name } }
}

async function runOn(
  server: Server,
  history: History,
  migrations: readonly ReadFully[],
  options: VerifyOptions,
  createdRoles: Identifier[],
) {
  const { session, major } = server
  const start = await catalogAtStart(server)
  const { runner } = start.session
  const lintAll = (learned?: Applied['learned']) =>
    lint(migrations, options.rules, start, major, history.models?.enums, learned)
  const read = lintAll()
  const applied = await applyMigrations(server, migrations.slice(0, history.ran), options)
  const linted = lintLearned(read, applied, lintAll)
  createdRoles.push(...applied.createdRoles)
  options.onProgress('reading the schema')
  const ignoredRoles = server.rolesBefore
  const live = await introspect(session, textReaders, { ignoredRoles })
  const judged = { ...history, base: start, catalogs: linted.catalogs, postgres: major }
  const expected = expectedCatalog(linted.catalogs, applied, start)
  const drift = expected && diff(expected, live, new Set(ignoredRoles), runner)
  const behaviours = options.behaviour ? await proveBehaviours(server, live, options) : []
  const refused = judgeActions(applied.refused, options.rules, expected ?? linted.catalog, major)
  // What a server was not brought up to says nothing of the models.
  const isUpToDate = !applied.isPartial && applied.counts.migrations === migrations.length
  const models = modelledEnums(isUpToDate ? (history.models?.enums ?? []) : [], live)
  const shown = judgeShown({ catalog: live, postgres: major, isWhole: true, models }, behaviours, applied, options)
  const found = shown.filter((each) => !linted.knownBefore.has(each.fingerprint))
  return {
    findings: [
      ...mergeFindings(linted.findings, found),
      ...judgeMigrations(migrations, options.rules, judged),
      ...refused,
      ...judgeObserved(applied.observed, options.rules, major),
    ],
    notModelled: linted.notModelled,
    statements: linted.statements,
    verified: {
      server: server.description,
      applied: applied.counts,
      leftOut: applied.leftOut,
      learned: learnedLines(linted, applied, ignoredRoles),
      drift,
      behaviours,
      observed: observedLines(applied.observed),
      ...asAsked(applied, options),
    },
  }
}

/** What was tried beside applying the migrations. */
function asAsked({ contention, rows }: Applied, options: VerifyOptions): Pick<Verified, 'contention' | 'rows'> {
  return {
    ...(contention === undefined ? {} : { contention: contentionLines(contention) }),
    ...(rows === undefined ? {} : { rows: { each: options.rows ?? 0, ...rows } }),
  }
}

/** What the server should hold: the fold up to the last migration that it took as a whole. */
function expectedCatalog(catalogs: readonly Catalog[], applied: Applied, start: Catalog): Catalog | undefined {
  if (applied.isPartial) return undefined
  return applied.counts.migrations === 0 ? start : catalogs[applied.counts.migrations - 1]
}

async function proveBehaviours(server: Server, live: Catalog, options: VerifyOptions): Promise<readonly Behaviour[]> {
  const behaviours: Behaviour[] = []
  for (const trigger of live.triggers.values()) {
    const column = live.tables.get(trigger.table)?.columns.find((each) => each.name === 'updated_at')
    const isTried = behaviours.some((each) => each.table === trigger.table)
    if (column === undefined || isTried || !trigger.events.includes('update')) continue
    options.signal?.throwIfAborted()
    options.onProgress(`updating a row of ${trigger.table}`)
    behaviours.push(await provesUpdatedAt(server.session, live, trigger.table, column.name))
  }
  return behaviours
}

/** What the rules say of the schema that the server holds, and of what it did. */
function judgeShown(
  subject: SchemaSubject,
  behaviours: readonly Behaviour[],
  { builds }: Applied,
  options: VerifyOptions,
): readonly Finding[] {
  return [
    ...lintSchema(subject, options.rules, 'database'),
    ...judgeUpdates(behaviours, options),
    // What both show is told by the last one, which has its place in the migrations.
    ...judgeBuilds(builds, options),
  ]
}

/** What the rules say of the updates that were tried. */
function judgeUpdates(behaviours: readonly Behaviour[], { rules }: VerifyOptions): readonly Finding[] {
  return askSchemaRules(rules, 'database', (rule) =>
    behaviours.flatMap((seen) => [...(rule.checkUpdate?.(seen) ?? [])]),
  )
}

/** What the rules say of builds that left their index invalid. */
function judgeBuilds(builds: readonly WatchedBuild[], { rules }: VerifyOptions): readonly Finding[] {
  return askSchemaRules(rules, 'database', (rule) =>
    builds.flatMap(({ span, ...seen }) => [...(rule.checkBuild?.(seen) ?? [])].map((each) => ({ ...each, span }))),
  )
}

/** The newest version that is known, for what is read before a server tells its own. */
const NEWEST = 18

/** The extensions that any statement asks for; an embedded server must load them before it starts. */
function extensionsOf(statements: readonly Statement[]): readonly string[] {
  const names = new Set<string>()
  let catalog = emptyCatalog(NEWEST)
  for (const statement of statements) {
    for (const action of statement.actions(catalog, NEWEST)) {
      if (action.kind === 'createExtension') names.add(action.name)
      catalog = fold(catalog, action, NEWEST)
    }
  }
  return [...names]
}
