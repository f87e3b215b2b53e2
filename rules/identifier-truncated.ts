import { actionRule } from '../src/rule.ts'

export default actionRule({
  on: ['truncateIdentifier'],
  severity: 'error',
  summary: 'An identifier is longer than the 63 bytes that PostgreSQL keeps.',
  why: `
    The server cuts it and says so in a NOTICE only. The object gets another name than the
    migration says; two names that differ after the cut are one, and the second CREATE fails,
    or with IF NOT EXISTS does nothing. A tool that looks the full name up finds nothing.
  `,
  instead: `
    Shorten the name to 63 bytes; a letter outside ASCII takes two to four of them. Name
    constraints and indexes yourself where an ORM would make the name of many columns.
  `,
  insteadInAlembic: `
    Choose a shorter name. Where none is given, naming_convention of the MetaData makes it: give
    the constraint or index a name of its own, op.f('…').
  `,
  *check({ action: { identifier, kept } }) {
    const bytes = new TextEncoder().encode(identifier).length
    yield { message: `${identifier} has ${bytes} bytes and is cut to ${kept}`, subject: identifier }
  },
})
