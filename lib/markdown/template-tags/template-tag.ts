/** A tag of a site generator's template language, taken out of the text before Markdown sees it. */
export type TemplateTag = {
  /** As written: what code shows. */
  raw: string
  /** Between the delimiters: `ref "a.md"`. */
  body: string
  /** What a tag around code or a remark holds, up to its closing tag; null for all others. */
  inner: string | null
  /**
   * What it is when it is no tag of a generator: `text` is shown as written, `cut` hides all that follows where it is not
   * code. `steering` shows nothing, in code neither.
   */
  kind?: 'text' | 'cut' | 'steering'
  /** Whether a line end was put before and behind it. */
  padding?: { before: boolean; after: boolean }
}
