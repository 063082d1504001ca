/**
 * Whether a client names `type` and likes it no less than `other`, by its `Accept` header. A wildcard names neither.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.accept
 */
export function prefers(accept: string | null, type: string, other: string): boolean {
  if (accept === null || !accept.toLowerCase().includes(type)) return false
  const weights = new Map(accept.split(',').map(parseRange))
  const weight = weights.get(type) ?? 0
  return weight > 0 && weight >= (weights.get(other) ?? 0)
}

function parseRange(range: string): [type: string, weight: number] {
  const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase())
  const written = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
  const weight = written === undefined ? 1 : Number(written)
  return [type, Number.isFinite(weight) ? weight : 0]
}
