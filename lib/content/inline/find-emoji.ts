import { createRequire } from 'node:module'
import { z } from 'zod'

/** Loads the names when the first text needs them: they cost more than most texts do. */
const load = createRequire(import.meta.url)

const emojiSchema = z.object({ nameToEmoji: z.record(z.string(), z.string()) })

let names: ReadonlyMap<string, string> | null = null

/** GitHub's name of an emoji → the emoji; null for what is none. */
export function findEmoji(name: string): string | null {
  names ??= new Map(Object.entries(emojiSchema.parse(load(/* turbopackIgnore: true */ 'gemoji')).nameToEmoji))
  return names.get(name) ?? null
}
