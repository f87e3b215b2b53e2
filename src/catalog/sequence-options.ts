import type { Name } from './catalog.ts'
import { omit } from './edit-catalog.ts'
import type { Sequence } from './objects.ts'

/** The options of CREATE and ALTER SEQUENCE and of GENERATED … AS IDENTITY, as far as they are written. */
export interface SequenceOptions {
  readonly type?: Sequence['type']
  readonly start?: string
  readonly increment?: string
  /** `none` is NO MINVALUE. */
  readonly minimum?: string | 'none'
  /** `none` is NO MAXVALUE. */
  readonly maximum?: string | 'none'
  readonly cache?: string
  readonly cycle?: boolean
  readonly ownedBy?: Sequence['ownedBy'] | 'none'
  /** SEQUENCE NAME, of an identity column. */
  readonly name?: Name
  /** LOGGED or UNLOGGED, of an identity column. */
  readonly persistence?: 'permanent' | 'unlogged'
}

/** The sequence that options make, or make of one that is there (`init_params` in sequence.c). */
export function withOptions(sequence: Sequence, options: SequenceOptions, isNew: boolean): Sequence {
  const before = inFull(sequence)
  const type = options.type ?? sequence.type
  const increment = options.increment === undefined ? before.increment : BigInt(options.increment)
  const bounds = defaultBounds(type, increment)
  const [least, greatest] = RANGES[sequence.type]
  // A bound that was the limit of the old type becomes that of the other one.
  const isTypeChanged = options.type !== undefined
  const keptMinimum = isTypeChanged && before.minimum === least ? RANGES[type][0] : before.minimum
  const keptMaximum = isTypeChanged && before.maximum === greatest ? RANGES[type][1] : before.maximum
  const minimum = bound(options.minimum, bounds.minimum, isNew ? bounds.minimum : keptMinimum)
  const maximum = bound(options.maximum, bounds.maximum, isNew ? bounds.maximum : keptMaximum)
  const first = increment > 0n ? minimum : maximum
  const start = options.start === undefined ? (isNew ? first : before.start) : BigInt(options.start)
  const cache = options.cache ?? sequence.cache ?? '1'
  const cycle = options.cycle ?? sequence.cycle ?? false
  const ownedBy = options.ownedBy === 'none' ? undefined : (options.ownedBy ?? sequence.ownedBy)
  const bare = omit(sequence, 'start', 'increment', 'minimum', 'maximum', 'cache', 'cycle', 'ownedBy')
  return {
    ...bare,
    type,
    ...(start === first ? {} : { start: String(start) }),
    ...(increment === 1n ? {} : { increment: String(increment) }),
    ...(minimum === bounds.minimum ? {} : { minimum: String(minimum) }),
    ...(maximum === bounds.maximum ? {} : { maximum: String(maximum) }),
    ...(cache === '1' ? {} : { cache }),
    ...(cycle ? { cycle } : {}),
    ...(ownedBy === undefined ? {} : { ownedBy }),
  }
}

function inFull(sequence: Sequence) {
  const increment = BigInt(sequence.increment ?? 1)
  const bounds = defaultBounds(sequence.type, increment)
  const minimum = sequence.minimum === undefined ? bounds.minimum : BigInt(sequence.minimum)
  const maximum = sequence.maximum === undefined ? bounds.maximum : BigInt(sequence.maximum)
  const first = increment > 0n ? minimum : maximum
  return { increment, minimum, maximum, start: sequence.start === undefined ? first : BigInt(sequence.start) }
}

function bound(written: string | undefined, byDefault: bigint, kept: bigint): bigint {
  if (written === undefined) return kept
  return written === 'none' ? byDefault : BigInt(written)
}

function defaultBounds(type: Sequence['type'], increment: bigint) {
  const [least, greatest] = RANGES[type]
  return increment > 0n ? { minimum: 1n, maximum: greatest } : { minimum: least, maximum: -1n }
}

const RANGES = {
  smallint: [-(2n ** 15n), 2n ** 15n - 1n],
  integer: [-(2n ** 31n), 2n ** 31n - 1n],
  bigint: [-(2n ** 63n), 2n ** 63n - 1n],
} as const
