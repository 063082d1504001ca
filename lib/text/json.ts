import { channel } from 'node:diagnostics_channel'
import type { z } from 'zod'

/**
 * JSON text as a value of a schema.
 *
 * @throws {SyntaxError} when the text is no JSON
 * @throws {z.ZodError} when the value does not fit the schema
 */
export function parseJson<Schema extends z.ZodType>(schema: Schema, text: string): z.output<Schema> {
  return schema.parse(JSON.parse(text))
}

/** A value that was stored whole and cannot be read any more: the disk gave back other bytes than were written. */
export class StoredValueError extends Error {
  readonly code = 'ERR_STORED_VALUE'

  constructor(cause: unknown) {
    super(`A stored value cannot be read (${Error.isError(cause) ? cause.message : String(cause)})`, {
      cause,
    })
  }
}

/** One for all copies of this module in a thread. */
const damages = channel('broadsheet:stored-value')

/**
 * Runs what reads a stored value.
 *
 * @throws {StoredValueError} for whatever it throws; `onDamagedValue` is told
 */
export function readStored<Result>(read: () => Result): Result {
  try {
    return read()
  } catch (cause) {
    const error = new StoredValueError(cause)
    damages.publish(error)
    throw error
  }
}

/**
 * Stored JSON as a value of a schema.
 *
 * @throws {StoredValueError}
 */
export function parseStored<Schema extends z.ZodType>(schema: Schema, text: string): z.output<Schema> {
  return readStored(() => parseJson(schema, text))
}

/** Tells of each stored value that this thread cannot read. Answers with what ends that. */
export function onDamagedValue(tell: (error: unknown) => void): () => void {
  const listen = (error: unknown): void => tell(error)
  damages.subscribe(listen)
  return () => void damages.unsubscribe(listen)
}
