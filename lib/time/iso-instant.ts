/** Milliseconds → a date as W3C's profile of ISO 8601 has it, in UTC with whole seconds: `2026-11-21T11:40:00Z`. */
export function toIsoInstant(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`
}
