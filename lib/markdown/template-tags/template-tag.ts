/** A tag of a site generator's template language, taken out of the text before Markdown sees it. */
export type TemplateTag = {
  /** As written: what code shows. */
  raw: string
  /** Between the delimiters: `ref "a.md"`. */
  body: string
  /** What a tag around code or a remark holds, up to its closing tag; null for all others. */
  inner: string | null
}
