import { migrationRule } from '../src/rule.ts'

export default migrationRule({
  severity: 'warning',
  preset: 'service',
  summary: 'A migration has no down half in a history of migrations that have one.',
  why: `
    The history can be taken back only as far as the last migration without a down half. Who
    finds out needs it at that moment: a deploy has gone wrong, and the way back ends in an
    error, or worse, in silence with the schema left as it is.
  `,
  instead: `
    Write the down half that undoes the up half, in the opposite order. Where nothing can be
    undone, because data is gone, say so in a comment in the down half.
  `,
  *check({ migration, history }) {
    if (migration.statements === 0 || migration.down === 'whole' || migration.down === 'reasoned') return
    // Of a history without a single down half nobody expects to go back.
    if (!history.some((each) => each.down === 'whole')) return
    const what = migration.down === 'absent' ? 'has no down half' : 'has a down half that does nothing'
    yield { message: `${migration.version} ${what}`, subject: migration.path }
  },
})
