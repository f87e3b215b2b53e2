import { migrationRule } from '../src/rule.ts'

export default migrationRule({
  severity: 'error',
  hazard: 'fails',
  summary: 'Two migrations have the same version.',
  why: `
    A runner remembers what it has applied by the version. Of two migrations with the same
    one it refuses to run any, as golang-migrate and Flyway do, or passes over the second as
    applied already, so that one database has it and another has not. It happens when two
    branches take the next number and both are merged.
  `,
  instead: `
    Give the migration that was merged later the next free version. Time stamps collide less
    often than numbers.
  `,
  *check({ migration, history }) {
    const first = history.find((each) => each.key === migration.key)
    if (first === undefined || first === migration) return
    yield {
      message: `${migration.version} has the version of ${first.path}`,
      subject: migration.path,
    }
  },
})
