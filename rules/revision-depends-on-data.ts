import { migrationRule } from '../src/rule.ts'

export default migrationRule({
  severity: 'warning',
  summary: 'What a revision does depends on rows that it asks the database for.',
  why: `
    The revision reads rows and goes on by what it finds. Without a database the answer is taken
    as empty: what it would do with rows was not seen and not checked. On a real one it loads
    them into Python and holds its locks meanwhile.
  `,
  instead: `
    Say it in one statement, such as INSERT … SELECT or UPDATE … FROM, that can be read and
    needs no rows in Python. Move a long backfill out of the revision. verify runs it for real.
  `,
  *check({ migration }) {
    const { revision, version, path } = migration
    const [first, ...more] = revision?.up.questions ?? []
    if (first === undefined) return
    const others = more.length === 0 ? '' : `, and ${more.length} more`
    const what = first.what.length > 90 ? `${first.what.slice(0, 90)}…` : first.what
    yield { message: `${version} asks the database: ${what}${others}`, subject: path, span: first.place }
  },
})
