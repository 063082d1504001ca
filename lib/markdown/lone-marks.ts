/** A run of backticks: how many, and whether a backslash stands before it, which takes the first one out of an opening run. */
export type CodeMark = { size: number; isEscaped: boolean }

/** How many of a paragraph's runs of backticks open no code, as no later run is as long: a parser looks to the end for each. */
export function countLoneCodeMarks(marks: readonly CodeMark[]): number {
  const lastOfSize = new Map(marks.map(({ size }, at) => [size, at]))
  let lone = 0
  /** The size that the next closing run has; 0 outside of code. */
  let open = 0
  for (const [at, { size, isEscaped }] of marks.entries()) {
    if (open > 0) {
      if (size === open) open = 0
      continue
    }
    const opening = size - Number(isEscaped)
    if (opening === 0) continue
    if ((lastOfSize.get(opening) ?? -1) > at) open = opening
    else lone += 1
  }
  return lone
}
