/**
 * The same bytes in memory of their own. What Node cuts from its pool, or from a larger buffer, keeps all of that alive:
 * in a store of pages, 64 kB for each compressed one.
 */
export function copyOutOfPool(bytes: Buffer): Buffer {
  if (bytes.length === bytes.buffer.byteLength) return bytes
  const own = Buffer.allocUnsafeSlow(bytes.length)
  bytes.copy(own)
  return own
}
