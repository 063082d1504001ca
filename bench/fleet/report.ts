/** Rows of what was found beside what is wanted. */
export type Report = {
  /** `isMet` is null where nothing is wanted. */
  add: (what: string, reach: string, found: string, isMet?: boolean | null) => void
  print: () => void
}

export function createReport(): Report {
  const rows: { what: string; reach: string; found: string; met: string }[] = []

  function add(what: string, reach: string, found: string, isMet: boolean | null = null): void {
    rows.push({ what, reach, found, met: isMet === null ? '' : isMet ? 'yes' : 'NO' })
    // Who stops a long run has this much.
    console.error(`${what}: ${found}`)
  }

  function print(): void {
    for (const { what, reach, found, met } of [
      { what: 'what', reach: 'reach', found: 'found', met: 'met' },
      { what: '---', reach: '---', found: '---', met: '---' },
      ...rows,
    ])
      console.log(`| ${what} | ${reach} | ${found} | ${met} |`)
  }

  return { add, print }
}

export const toSeconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`
