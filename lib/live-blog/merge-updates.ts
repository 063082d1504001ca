import type { LiveUpdate } from './live-update.ts'
import type { UpdatesReading } from './read-updates.ts'

/** A live story as readers have it. */
export type LiveText = { intro: string; updates: readonly LiveUpdate[] }

/**
 * `kept` are updates that the file does not have any more. `cutOff` is the update in which a file ends that was plainly
 * not saved to its end.
 */
export type MergedUpdates = LiveText & { kept: readonly LiveUpdate[]; cutOff: LiveUpdate | null }

/**
 * What readers are to have after a save. Of a text that can be read throughout, what it says. While something in it cannot
 * be read, or it was cut off, nothing that readers have is taken away: updates that are missing stay, and those in doubt
 * stay as they were; all others are as the text says.
 */
export function mergeUpdates(reading: UpdatesReading, known: LiveText | null): MergedUpdates {
  const { intro, updates, isSound } = reading
  if (known === null) return { intro, updates, kept: [], cutOff: null }
  const former = new Map(known.updates.map((update) => [update.id, update]))
  const present = new Set(updates.map(({ id }) => id))
  const missing = known.updates.filter(({ id }) => !present.has(id))
  const cutOff = isSound ? findCutOff(updates, former, missing) : null
  if (isSound && cutOff === null) return { intro, updates, kept: [], cutOff }
  const doubtful = new Set([...reading.doubtful, ...(cutOff === null ? [] : [cutOff.id])])
  return {
    intro: doubtful.has('') ? known.intro : intro,
    updates: [
      ...updates.map((update) => (doubtful.has(update.id) ? (former.get(update.id) ?? update) : update)),
      ...missing,
    ],
    kept: missing,
    cutOff,
  }
}

/**
 * The update a file was cut off in, as it is in the file: its words are the beginning of what they were, and all updates that
 * stood behind it are missing. Null where the file ends at the end of an update: whoever deletes updates deletes whole ones.
 */
function findCutOff(
  updates: readonly LiveUpdate[],
  former: ReadonlyMap<string, LiveUpdate>,
  missing: readonly LiveUpdate[],
): LiveUpdate | null {
  const last = updates.at(-1)
  const whole = last === undefined ? undefined : former.get(last.id)
  if (last === undefined || whole === undefined || missing.length === 0 || !isBrokenOff(last, whole))
    return null
  const others = updates.slice(0, -1).filter(({ isPinned }) => !isPinned)
  const behind = missing.filter(({ isPinned }) => !isPinned)
  const isOldest = others.every(({ at }) => at >= last.at) && behind.every(({ at }) => at <= last.at)
  const isNewest = others.every(({ at }) => at <= last.at) && behind.every(({ at }) => at >= last.at)
  return isOldest || isNewest ? last : null
}

function isBrokenOff(part: LiveUpdate, whole: LiveUpdate): boolean {
  if (part.text === '' && part.headline !== whole.headline)
    return whole.headline.startsWith(part.headline.split('{', 1)[0]?.trimEnd() ?? '')
  return part.text.length < whole.text.length && whole.text.startsWith(part.text)
}
