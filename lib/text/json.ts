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
