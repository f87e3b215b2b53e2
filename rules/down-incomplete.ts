import { actionRule, type Difference } from '../src/rule.ts'

export default actionRule({
  on: ['differAfterDown'],
  severity: 'error',
  hazard: 'fails',
  summary: 'A down half does not take back all that its up half did.',
  why: `
    The migration went up and down on a server, which then did not hold the schema that it
    held before. What is left behind stands in the way of going up again. What is missing was
    taken from migrations before this one.
  `,
  instead: `
    Undo in the down half everything that the up half does, in the opposite order. A down
    half that nobody means to run had better not be there: restore from a backup, or write
    the next migration.
  `,
  *check({ action: { differences, version } }) {
    for (const difference of differences) {
      // Of an enum that is left the rule for it tells, without a server too.
      if (difference.subject.startsWith('enum ') && difference.first === 'absent') continue
      yield { message: told(difference), subject: `${version} ${difference.subject}` }
    }
  },
})

function told({ subject, first, second }: Difference): string {
  if (first === 'absent' && second === 'present') return `the down half leaves ${subject} behind`
  if (first === 'present' && second === 'absent') return `after the down half ${subject} is missing`
  return `after the down half ${subject} is ${second}, before it was ${first}`
}
