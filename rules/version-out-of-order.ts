import { migrationRule } from '../src/rule.ts'

export default migrationRule({
  severity: 'error',
  hazard: 'fails',
  summary: 'A new migration comes before one that is there already.',
  why: `
    Databases that have run the later one are past its version: some runners refuse to go on,
    some run it after the others, and some never run it. A fresh database runs it in its
    place, so that the schemas may differ from then on.
  `,
  instead: `
    Give it a version after the last one, as it will be run.
  `,
  *check({ migration, history, runner }) {
    // Alembic orders revisions by what they follow, wherever they are added.
    if (migration.edited !== undefined || runner === 'alembic') return
    const following = history.slice(history.indexOf(migration) + 1)
    const later = following.find((each) => !each.isJudged && !comesLast(each.path))
    if (later === undefined) return
    yield {
      message: `${migration.version} comes before ${later.version}, which is there already`,
      subject: migration.path,
    }
  },
})

/** What runs after all versions, whenever it changes: Flyway's repeatable migrations, graphile-migrate's current one. */
function comesLast(path: string): boolean {
  return /(?:^|\/)(?:R__[^/]*|current\.sql|current\/[^/]*)$/.test(path)
}
