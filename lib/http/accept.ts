/**
 * The weight of each thing a client names in `Accept`, `Accept-Encoding` and the like: `gzip;q=0.5, br` → gzip: 0.5, br: 1.
 * Names are in lower case. What is no weight counts as none; other parameters are passed over.
 *
 * Source: https://www.rfc-editor.org/rfc/rfc9110#name-quality-values
 */
export function parseWeights(header: string): Map<string, number> {
  const weights = new Map<string, number>()
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim())
    if (name !== '') weights.set(name, readWeight(parameters))
  }
  return weights
}

/**
 * Whether a client names `type` and likes it no less than `other`, by its `Accept` header. A wildcard names neither.
 *
 * Source: https://www.rfc-editor.org/rfc/rfc9110#field.accept
 */
export function prefers(accept: string | null, type: string, other: string): boolean {
  if (accept === null || !accept.toLowerCase().includes(type)) return false
  const weights = parseWeights(accept)
  const weight = weights.get(type) ?? 0
  return weight > 0 && weight >= (weights.get(other) ?? 0)
}

function readWeight(parameters: readonly string[]): number {
  const weight = parameters.find((parameter) => parameter.startsWith('q='))
  if (weight === undefined) return 1
  const value = Number(weight.slice(2).trim() || Number.NaN)
  return value >= 0 && value <= 1 ? value : 0
}
