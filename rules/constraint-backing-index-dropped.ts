import { actionRule, fixInSteps, partsOf, quoteIdentifier, step } from '../src/rule.ts'

export default actionRule({
  on: ['dropIndex'],
  severity: 'error',
  hazard: 'fails',
  summary: 'DROP INDEX names the index of a constraint, which PostgreSQL refuses.',
  why: `
    The index of a PRIMARY KEY, UNIQUE or EXCLUDE constraint belongs to it and goes only with
    it: DROP INDEX is refused (2BP01), with CASCADE as without.
  `,
  instead: `
    ALTER TABLE … DROP CONSTRAINT. To exchange the index, build a unique one CONCURRENTLY and,
    in one transaction, drop the constraint and add it again USING INDEX.
  `,
  *check({ action, before }) {
    const index = before.indexes.get(action.index)
    if (index === undefined || !index.constraint) return
    const name = quoteIdentifier(partsOf(index.name).name)
    yield {
      message: `${index.name} belongs to a constraint of ${index.table}: drop index is refused (2BP01)`,
      subject: index.name,
      ...fixInSteps('drop the constraint', [step(`alter table ${index.table} drop constraint ${name}`)]),
    }
  },
})
