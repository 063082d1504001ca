/** “Ada Quill, Ben Orrell and Cleo Marsh”, in the language's own way. */
export function joinNames(names: readonly string[], language: string): string {
  return toListFormat(language).format(names)
}

/** How a language joins a list. An unknown language tag is treated as English. */
export function toListFormat(language: string): Intl.ListFormat {
  try {
    return new Intl.ListFormat(language)
  } catch {
    return new Intl.ListFormat('en')
  }
}
