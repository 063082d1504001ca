/** Puts other items in the place of all of a list's. One by one: as many arguments as a text may have nodes are too many. */
export function replaceItems<Item>(list: Item[], items: readonly Item[]): void {
  list.length = 0
  for (const item of items) list.push(item)
}
