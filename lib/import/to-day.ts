import { toIsoInstant } from '#lib/time/iso-instant.ts'

/** An instant or local time as written → `2014-06-30T14:00:25Z`; null when it is none. A local one is read as UTC. */
export function toInstant(written: string): string | null {
  const trimmed = written.trim()
  if (!/^\d{4}-\d{2}-\d{2}/.test(trimmed)) return null
  const hasZone = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(trimmed)
  const date = new Date(hasZone ? trimmed : `${trimmed.replace(' ', 'T')}${trimmed.length > 10 ? 'Z' : ''}`)
  return Number.isNaN(date.getTime()) ? null : toIsoInstant(date.getTime())
}

/** The day a writer's clock showed: the date as written. */
export function toDay(written: string): string | null {
  return /^\d{4}-\d{2}-\d{2}/.exec(written.trim())?.[0] ?? null
}

/** The later instant when it is more than a minute later: saving what was just published is no change of it. */
export function toUpdated(updated: string | null, published: string | null): string | null {
  if (updated === null || published === null) return null
  return Date.parse(updated) - Date.parse(published) > 60_000 ? updated : null
}
