import { LRUCache } from 'lru-cache'
import { parseWeights } from './accept.ts'

/** Content codings in our order: where a client likes several alike, the smaller comes first. */
export const CODINGS = ['br', 'zstd', 'gzip', 'identity'] as const

export type Coding = (typeof CODINGS)[number]

/** Clients send a few dozen different headers in all. */
const known = new LRUCache<string, Coding>({ max: 500 })

/**
 * The coding to answer in: the one the client likes best, of those the one we do. A client that refuses everything,
 * identity too, gets identity: that is more use to it than an error.
 *
 * Source: https://www.rfc-editor.org/rfc/rfc9110#field.accept-encoding
 */
export function negotiateCoding(accept: string | undefined): Coding {
  if (accept === undefined) return 'identity'
  const remembered = known.get(accept)
  if (remembered !== undefined) return remembered
  const coding = chooseCoding(accept)
  known.set(accept, coding)
  return coding
}

function chooseCoding(accept: string): Coding {
  const weights = parseWeights(accept)
  const rest = weights.get('*')
  const weigh = (coding: Coding) => {
    const alias = coding === 'gzip' ? weights.get('x-gzip') : undefined
    // Identity that is not listed is the last resort, not refused (RFC 9110, section 12.5.3).
    return weights.get(coding) ?? alias ?? rest ?? (coding === 'identity' ? Number.MIN_VALUE : 0)
  }
  const best = CODINGS.reduce((chosen, coding) => (weigh(coding) > weigh(chosen) ? coding : chosen))
  return weigh(best) > 0 ? best : 'identity'
}
