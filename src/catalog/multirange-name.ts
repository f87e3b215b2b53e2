import type { Name } from './catalog.ts'
import { IDENTIFIER_BYTES, partsOf, qualify, truncateIdentifier } from './names.ts'

/** The name that the server gives to the multirange of a range type (`makeMultirangeTypeName` in pg_type.c). */
export function chooseMultirangeName(range: Name): Name {
  const { schema, name } = partsOf(range)
  const at = name.indexOf('range')
  const made =
    at < 0 ? `${truncateIdentifier(name, IDENTIFIER_BYTES - 11)}_multirange` : name.replace('range', 'multirange')
  return qualify(schema, truncateIdentifier(made))
}
