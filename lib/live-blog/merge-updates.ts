import type { LiveUpdate } from './live-update.ts'
import type { UpdatesReading } from './read-updates.ts'

/** A live story as readers have it. */
export type LiveText = { intro: string; updates: readonly LiveUpdate[] }

/** `kept` are updates that the file does not have any more. */
export type MergedUpdates = LiveText & { kept: readonly LiveUpdate[] }

/**
 * What readers are to have after a save. Of a text that can be read throughout, what it says. While something in it cannot
 * be read, nothing that readers have is taken away: updates that are missing stay, and those in doubt stay as they were;
 * all others are as the text says.
 */
export function mergeUpdates(reading: UpdatesReading, known: LiveText | null): MergedUpdates {
  const { intro, updates, doubtful, isSound } = reading
  if (isSound || known === null) return { intro, updates, kept: [] }
  const former = new Map(known.updates.map((update) => [update.id, update]))
  const present = new Set(updates.map(({ id }) => id))
  const kept = known.updates.filter(({ id }) => !present.has(id))
  return {
    intro: doubtful.has('') ? known.intro : intro,
    updates: [
      ...updates.map((update) => (doubtful.has(update.id) ? (former.get(update.id) ?? update) : update)),
      ...kept,
    ],
    kept,
  }
}
