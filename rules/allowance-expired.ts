import { actionRule } from '../src/rule.ts'

export default actionRule({
  on: ['misallow'],
  severity: 'error',
  summary: 'What a comment allowed was allowed until a day that is past.',
  why: `
    Somebody set a date by which the reason would be gone. The finding is told again from
    the day after it.
  `,
  instead: `
    Mend what is found. If the reason still holds, say so by a later date.
  `,
  *check({ action: { fault, reason, subject } }) {
    if (fault === 'expired') yield { message: reason, subject }
  },
})
