import { type ColorSupportLevel, supportsColor } from 'chalk'

/** How many colours standard output takes; none with NO_COLOR, whatever its value. */
export function colorLevel(): ColorSupportLevel {
  if (typeof supportsColor === 'boolean' || (process.env.NO_COLOR ?? '') !== '') return 0
  return supportsColor.level
}
