import { actionRule, fixInSteps, indexesOn, stepAlone, strongEffects } from '../src/rule.ts'

export default actionRule({
  on: ['refreshView'],
  severity: 'error',
  summary: 'A materialized view in use is refreshed while its readers wait.',
  why: `
    REFRESH MATERIALIZED VIEW takes AccessExclusiveLock on the view and keeps it while the
    whole query runs and until the transaction ends: every query of the view waits.
  `,
  instead: `
    REFRESH MATERIALIZED VIEW CONCURRENTLY lets the old rows be read meanwhile. It needs a
    unique index on columns of the view without a WHERE, and a view that was filled before.
  `,
  *check(moment) {
    const { action, before } = moment
    const view = before.views.get(action.view)
    // A view that holds nothing can be filled in no other way, and one that loses its rows runs no query.
    if (action.concurrently || !action.populated || view?.populated === false) return
    const effects = strongEffects(moment).filter((effect) => effect.relation === action.view)
    if (effects.length === 0) return
    const isKeyed = [...indexesOn(before, action.view)].some(
      ({ unique, predicate, keys }) => unique && predicate === undefined && keys.every((key) => 'column' in key),
    )
    const steps = isKeyed ? [stepAlone(`refresh materialized view concurrently ${action.view}`)] : []
    yield {
      message: `refresh fills ${action.view} under AccessExclusiveLock: its reads wait until the query has run`,
      subject: action.view,
      effects,
      ...fixInSteps('let the old rows be read meanwhile', steps),
    }
  },
})
