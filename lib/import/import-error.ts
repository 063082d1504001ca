/** The export cannot be read at all; the message says what to do. */
export class ImportError extends Error {
  override name = 'ImportError'
}
