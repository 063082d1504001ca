/** The pages worth a link from page `page` of `pages`: the first, the last, and those around it, in order. */
export function listPageNumbers(page: number, pages: number): number[] {
  const near = [1, page - 1, page, page + 1, pages]
  return [...new Set(near)].filter((number) => number >= 1 && number <= pages).sort((a, b) => a - b)
}
