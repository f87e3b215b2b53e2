import { actionRule } from '../src/rule.ts'

export default actionRule({
  on: ['setSetting'],
  severity: 'error',
  hazard: 'fails',
  summary: 'SET LOCAL stands outside of a transaction, where it does nothing.',
  why: `
    SET LOCAL lasts to the end of the transaction. Where none is open the server warns and
    sets nothing: the timeout that was to protect the next statement is not there.
  `,
  instead: `
    SET without LOCAL, and RESET after the statements it is for; or put them into a
    transaction with BEGIN and COMMIT.
  `,
  *check({ action, transaction }) {
    if (!action.local || transaction.openedBy !== undefined) return
    yield { message: `set local ${action.name} has no effect: no transaction is open`, subject: action.name }
  },
})
