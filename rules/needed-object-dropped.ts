import { actionRule } from '../src/rule.ts'

export default actionRule({
  on: ['foreseeRefusal'],
  severity: 'error',
  hazard: 'fails',
  summary: 'A statement drops, renames, retypes or empties what other objects rest on.',
  why: `
    A foreign key, a view, a function, a trigger, a child table or the like still needs it.
    Without CASCADE the server refuses to take away what others depend on, and the deploy
    stops there; what a child table has from its parent cannot be taken from the child at all.
    The type of a column that a view, a policy or a trigger names cannot be changed, and a role
    stays as long as it owns something or was given something.
  `,
  instead: `
    Drop or change first what rests on it, in the same migration. CASCADE takes all of it
    along without saying so. Change what is inherited at the parent. Before a column gets
    another type, drop the views that read it, and make them again after it.
  `,
  *check({ action: { refusal } }) {
    if (refusal.about !== 'needed') return
    const { reason, sqlstate, subject } = refusal
    yield { message: `${reason} (${sqlstate})`, subject }
  },
})
