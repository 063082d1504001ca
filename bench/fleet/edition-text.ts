/** The file of a story that says which edition of it this is. */
export function toEditionText(edition: number): string {
  return `---\ntitle: Edition ${edition}\ndate: 2026-01-02T08:00:00Z\nsection: World\n---\n\nThe tide came in.\n`
}

/** Which edition a page shows; null for another page. */
export function readEdition(html: string): number | null {
  const [, number] = /<title>Edition (\d+)/.exec(html) ?? []
  return number === undefined ? null : Number(number)
}
