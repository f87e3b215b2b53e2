import { actionRule } from '../src/rule.ts'

export default actionRule({
  on: ['misallow'],
  severity: 'warning',
  summary: 'A comment allows a finding that there is not.',
  why: `
    What it was written for is mended or gone. Left where it is, it would hide the next
    finding of that rule, which nobody has looked at.
  `,
  instead: `
    Remove the comment, or the rule from its list.
  `,
  *check({ action: { fault, reason, subject, edit } }) {
    if (fault !== 'unused') return
    const fix = edit && ({ title: 'Remove what allows nothing', edits: [edit], safety: 'safe' } as const)
    yield { message: reason, subject, ...(fix === undefined ? {} : { fix }) }
  },
})
