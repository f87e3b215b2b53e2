import { migrationRule } from '../src/rule.ts'

export default migrationRule({
  severity: 'error',
  hazard: 'fails',
  summary: 'A history of revisions ends in more than one head.',
  why: `
    Two branches of work were merged, and each brought a revision that follows the same one.
    alembic upgrade head is refused with "Multiple head revisions are present", which is found
    when it is deployed: upgrade heads, as a test may say, goes through.
  `,
  instead: `
    Let one revision follow the other, by its down_revision, while it is not yet applied
    anywhere. Where both are, join them: alembic merge heads makes a revision that follows both.
  `,
  *check({ migration, history }) {
    const heads = history.filter((each) => each.revision?.isHead === true)
    if (heads.length < 2 || heads.at(-1) !== migration) return
    const names = heads.map((each) => each.version).join(', ')
    yield { message: `${heads.length} heads: ${names}`, subject: 'heads', span: migration.revision?.place }
  },
})
