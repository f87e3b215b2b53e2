import type { Name } from '../catalog/catalog.ts'
import { type Effect, isStronger, type LockMode, type Work } from '../catalog/effect.ts'
import { qualify } from '../catalog/names.ts'
import { noticesOf } from './observed-notices.ts'
import type { Session } from './session.ts'

/** What a server did to relations while it ran one statement. */
export interface Observation {
  /**
   * For each relation the strongest lock that the statement added to those held already, and
   * what was done under it. A relation made or dropped by the statement is named as it is
   * or was; an index only where its lock is stronger than its table's.
   */
  readonly effects: readonly Effect[]
  /** The strongest lock held on each relation when the statement had run. */
  readonly held: ReadonlyMap<Name, LockMode>
  /** The relations that the statement made and took away, indexes and sequences among them. */
  readonly made: readonly Name[]
  readonly dropped: readonly Name[]
  /** What the statement has left behind, for the next one of the transaction. */
  readonly left: Look
}

/**
 * Runs one statement within a transaction that the session has begun, and gives what it did
 * to relations. `earlier` is what the statement before it in the transaction has left. Throws
 * ServerError where the server refuses it.
 */
export async function observe(session: Session, statement: string, earlier?: Look): Promise<Observation> {
  await session.run('set client_min_messages = debug1')
  const before = earlier ?? (await look(session))
  const notices = await session.run(statement)
  const after = await look(session)
  const relations = new Map([...after.relations, ...before.relations])
  const validated = await validatedRelations(session, noticesOf(notices).validated, before.validKeys, after.locks)
  const work = worksOf(before, after, notices, validated, isTruncate(statement))
  const effects = [...after.locks].flatMap(([oid, lock]): readonly Seen[] => {
    const relation = relations.get(oid)
    const earlier = before.locks.get(oid)
    const done = work.get(oid) ?? 'none'
    const isNews = earlier === undefined || isStronger(lock, earlier) || done !== 'none'
    return relation === undefined || !isNews ? [] : [{ relation, lock, work: done }]
  })
  const held = new Map<Name, LockMode>()
  for (const [oid, lock] of after.locks) {
    // What is renamed is held under its name from then on.
    const relation = after.relations.get(oid) ?? before.relations.get(oid)
    if (relation !== undefined) held.set(nameOf(relation), lock)
  }
  const known = effects.filter(({ relation }) => relation.table === null || before.relations.has(relation.oid))
  return {
    effects: withoutImpliedIndexes(known),
    held,
    made: missingFrom(before, after),
    dropped: missingFrom(after, before),
    left: after,
  }
}

/**
 * What the second look shows and the first does not, by name, so that a renamed relation counts
 * as both; a table is also another one under the name that one had before.
 */
function missingFrom(first: Look, second: Look): readonly Name[] {
  const names = new Set([...first.relations.values()].map(nameOf))
  return [...second.relations]
    .filter(([oid, each]) => !names.has(nameOf(each)) || (each.kind === 'r' && !first.relations.has(oid)))
    .flatMap(([, each]) => (SHOWN_KINDS.includes(each.kind) ? [nameOf(each)] : []))
    .toSorted()
}

/** Tables, partitioned and foreign ones, views, materialized views, sequences, indexes and partitioned indexes. */
const SHOWN_KINDS = ['r', 'p', 'f', 'v', 'm', 'S', 'i', 'I']

/** The relations and locks of a moment, as the session that holds the locks sees them. */
export interface Look {
  readonly relations: ReadonlyMap<number, Relation>
  readonly locks: ReadonlyMap<number, LockMode>
  /** The foreign keys that every row is known to keep. */
  readonly validKeys: ReadonlySet<number>
}

interface Relation {
  readonly oid: number
  readonly schema: string
  readonly name: string
  readonly kind: string
  readonly file: number
  readonly scans: number
  /** The table of an index. */
  readonly table: number | null
}

interface Seen {
  readonly relation: Relation
  readonly lock: LockMode
  readonly work: Work
}

interface ForeignKeyRow {
  readonly oid: number
  readonly referencing: number
  readonly referenced: number
}

async function look(session: Session): Promise<Look> {
  const relations = await session.query<Relation>(relationsQuery)
  const locks = await session.query<{ readonly oid: number; readonly mode: LockMode }>(locksQuery)
  const keys = await session.query<{ readonly oid: number }>(validKeysQuery)
  return {
    relations: new Map(relations.map((each) => [each.oid, each])),
    locks: strongest(locks),
    validKeys: new Set(keys.map(({ oid }) => oid)),
  }
}

/** The strongest mode of each relation. */
export function strongest<Key>(
  locks: readonly { readonly oid: Key; readonly mode: LockMode }[],
): ReadonlyMap<Key, LockMode> {
  const result = new Map<Key, LockMode>()
  for (const { oid, mode } of locks) {
    const known = result.get(oid)
    if (known === undefined || isStronger(mode, known)) result.set(oid, mode)
  }
  return result
}

function nameOf({ schema, name }: Relation): Name {
  return qualify(schema, name)
}

/** TRUNCATE gives a table a new file too, but an empty one: that takes no longer for a longer table. */
function isTruncate(statement: string): boolean {
  return /^\s*truncate\b/i.test(statement)
}

/** A sequence gets a new file with its one row; the rows of a partitioned table are its partitions'. */
const HOLDS_NO_ROWS: ReadonlySet<string> = new Set(['S', 'p'])

function worksOf(
  before: Look,
  after: Look,
  messages: readonly string[],
  validated: ReadonlySet<number>,
  truncates: boolean,
): ReadonlyMap<number, Work> {
  const notices = noticesOf(messages)
  const shared = sharedNames(before, after)
  const indexed = newlyIndexed(before, after)
  const result = new Map<number, Work>()
  for (const oid of after.locks.keys()) {
    const now = after.relations.get(oid)
    const then = before.relations.get(oid)
    const name = (now ?? then)?.name ?? ''
    if (HOLDS_NO_ROWS.has((now ?? then)?.kind ?? '')) continue
    const isMoved = now !== undefined && then !== undefined && now.file !== then.file && !truncates
    const isRead = (now?.scans ?? 0) > (then?.scans ?? 0)
    const isTold = (names: ReadonlySet<string>, isShown: boolean) => names.has(name) && (isShown || !shared.has(name))
    if (isMoved || isTold(notices.rewritten, then === undefined)) result.set(oid, 'rewrite')
    else if (isTold(notices.built, indexed.has(oid)) && !truncates) result.set(oid, 'build')
    else if (isTold(notices.verified, isRead) || validated.has(oid)) result.set(oid, 'validate')
    else if (isRead && !truncates) result.set(oid, 'scan')
  }
  return result
}

/** The bare names that several of the relations that are locked have, in schemas of their own: a notice does not tell them apart. */
function sharedNames(before: Look, after: Look): ReadonlySet<string> {
  const shared = new Set<string>()
  const once = new Set<string>()
  for (const oid of after.locks.keys()) {
    const name = (after.relations.get(oid) ?? before.relations.get(oid))?.name
    if (name !== undefined) (once.has(name) ? shared : once).add(name)
  }
  return shared
}

/** The tables that have an index, or an index file, that they did not have before. */
function newlyIndexed(before: Look, after: Look): ReadonlySet<number> {
  const tables = new Set<number>()
  for (const { oid, table, file } of after.relations.values())
    if (table !== null && before.relations.get(oid)?.file !== file) tables.add(table)
  return tables
}

/**
 * The tables on both sides of the foreign keys that notices name, with partitions, among those
 * locked. A name may be that of other tables' keys too, which were valid before.
 */
async function validatedRelations(
  session: Session,
  constraints: ReadonlySet<string>,
  validBefore: ReadonlySet<number>,
  locks: ReadonlyMap<number, LockMode>,
): Promise<ReadonlySet<number>> {
  if (constraints.size === 0) return new Set()
  const rows = await session.query<ForeignKeyRow>(foreignKeysQuery, [[...constraints]])
  const locked = rows.filter(
    (row) => !validBefore.has(row.oid) && locks.has(row.referencing) && locks.has(row.referenced),
  )
  return new Set(locked.flatMap((row) => [row.referencing, row.referenced]))
}

function withoutImpliedIndexes(seen: readonly Seen[]): readonly Effect[] {
  const locks = new Map(seen.map(({ relation, lock }) => [relation.oid, lock]))
  return seen.flatMap(({ relation, lock, work }): readonly Effect[] => {
    const ofTable = relation.table === null ? undefined : locks.get(relation.table)
    const isImplied = ofTable !== undefined && !isStronger(lock, ofTable)
    // Planning and writing lock indexes too, in modes that only say so.
    const isWeak = relation.table !== null && isStronger('ShareUpdateExclusiveLock', lock)
    return isImplied || isWeak
      ? []
      : [{ relation: nameOf(relation), lock, work: relation.table === null ? work : 'none' }]
  })
}

/** A refused statement ends the transaction, so nothing here may fail on what a migration has made. */
const relationsQuery = `
  select c.oid::int as oid, c.relname as name, c.relkind as kind, c.relfilenode::int as file, i.indrelid::int as table,
    case when c.relnamespace = pg_my_temp_schema() then 'pg_temp' else n.nspname::text end as schema,
    coalesce(pg_stat_get_xact_numscans(c.oid), 0)::int as scans
  from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    left join pg_catalog.pg_index i on i.indexrelid = c.oid
  where (n.nspname !~ '^pg_' or n.oid = pg_my_temp_schema()) and n.nspname <> 'information_schema'`

const locksQuery = `
  select relation::int as oid, mode from pg_catalog.pg_locks
  where pid = pg_backend_pid() and locktype = 'relation' and granted
    and database = (select oid from pg_catalog.pg_database where datname = current_database())`

const foreignKeysQuery = `
  select c.oid::int as oid, c.conrelid::int as referencing, coalesce(part.relid::oid, c.confrelid)::int as referenced
  from pg_catalog.pg_constraint c left join lateral pg_catalog.pg_partition_tree(c.confrelid) part on true
  where c.contype = 'f' and c.conname = any ($1)`

const validKeysQuery = `
  select oid::int as oid from pg_catalog.pg_constraint where contype = 'f' and convalidated`
