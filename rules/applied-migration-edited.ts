import { migrationRule } from '../src/rule.ts'

export default migrationRule({
  severity: 'error',
  hazard: 'fails',
  summary: 'A migration that was there at the boundary is edited.',
  why: `
    Databases that have applied the migration never run it again: they keep the old schema,
    new ones get the new, and every later migration is tested on a schema that production
    does not have. Runners that remember a checksum refuse to run at all, even where only a
    comment changed.
  `,
  instead: `
    Put the file back as it was, and say what is to be different in a new migration.
  `,
  *check({ migration, runner }) {
    if (migration.edited === undefined || isRepeatable(migration.path)) return
    const hasChecksum = CHECKSUMS.has(runner)
    if (migration.edited === 'comments' && !hasChecksum) return
    const what = migration.edited === 'comments' ? 'a comment of ' : ''
    const why = hasChecksum ? `; ${runner} remembers its checksum` : ''
    yield {
      message: `${what}${migration.version} is edited after others may have applied it${why}`,
      subject: migration.path,
    }
  },
})

/** Runners that remember a checksum of the text and refuse one that differs. */
const CHECKSUMS: ReadonlySet<string> = new Set([
  'flyway',
  'refinery',
  'prisma',
  'sqlx',
  'atlas',
  'graphile-migrate',
  'postgres-migrations',
])

/** Flyway runs these again whenever they change. */
function isRepeatable(path: string): boolean {
  return /(?:^|\/)R__[^/]*$/.test(path)
}
