import { migrationRule } from '../src/rule.ts'

export default migrationRule({
  severity: 'error',
  summary: 'What a revision does could not be turned into SQL as a whole.',
  why: `
    The revision failed when it was run, by check without a database, so what it does from there
    on was not checked, and what follows was judged without it; or it calls an operation that
    nobody knows here, and only what that does was not checked. Mostly it needs a package that is
    not installed here, an operation that env.py registers, or rows that only a real database has.
  `,
  instead: `
    Run schemalint under an interpreter that has the project's packages (--python), with
    --alembic-env where env.py registers operations, or verify, which runs the revision on a
    real database. Allow what is old and applied everywhere.
  `,
  *check({ migration }) {
    const { revision, version, path } = migration
    if (revision === undefined) return
    for (const [half, name] of [
      [revision.up, 'upgrade'],
      [revision.down, 'downgrade'],
    ] as const) {
      if (half.unread === undefined) continue
      const { reason, place, goesOn } = half.unread
      const told = reason.replace(/\s+/g, ' ').replace(/[\s.!]+$/, '')
      const how = goesOn ? 'does more than is known' : 'ended early'
      yield { message: `the ${name} of ${version} ${how}: ${told}`, subject: `${path} ${name}`, span: place }
    }
  },
})
