import type { Element, Root } from 'hast'
import type { Transformer } from 'unified'
import type { TemplateTag } from './template-tags/template-tag.ts'

export type MarkdownContext = {
  /** Source file relative to CONTENT_DIR, e.g. posts/2014/trip.md: relative links and images resolve against it. */
  sourceFile: string
  /** The text's title: a first H1 that repeats it is dropped. */
  title: string
  /** BCP 47 tag of the text, e.g. `fr` or `pt-BR`: what we add to it (footnote labels) is in this language. */
  language: string
  /** Whether lines indented by four spaces are code, which they are when nothing is said. */
  hasIndentedCode?: boolean
  /**
   * Where the text is one of several on its page: what its ids begin with, so that no two texts share one. Its outline
   * starts at h3 then, below the text's own heading.
   */
  idPrefix?: string
  /** Origin of this site without trailing slash; links to it are internal. */
  siteUrl: string
  /** The URL path of another content file (`posts/x.md` → `/posts/x`), or null when there is none or it is not live. */
  resolveFile: (file: string) => string | null
  /**
   * Where an address of this site leads now (a path and its query, as written), null when it is none of old. Where there is
   * no such function, addresses stay.
   */
  resolveAddress?: (path: string, search: string) => string | null
  /** Whether the site answers at an address of its own, a path and its query; where there is no such function, at each. */
  isAnswered?: (path: string, search: string) => boolean
  /** Whether a file lies at an address such as `/media/x.pdf`; where there is no such function, each does. */
  hasFile?: (url: string) => boolean
  /**
   * What is known of the picture at a resolved URL, for its place in the text. `awaited`: nothing yet, so its place is
   * held; null (and where there is no such function): it is shown as it is.
   */
  describePicture?: (url: string, position: 'body' | 'gallery') => PictureFacts | 'awaited' | null
}

/** A picture as markup needs it: what it measures, its versions (best first), the plainest and the largest of them. */
export type PictureFacts = {
  width: number
  height: number
  /** Its average colour, `#rrggbb`, or ''. */
  tone: string
  sources: { type: string; srcSet: string }[]
  src: string
  /** How wide `src` is, in pixels. */
  srcWidth: number
  large: string
}

/** A heading as a table of contents needs it. */
export type Heading = { id: string; text: string; level: 2 | 3 | 4 | 5 | 6 }

export type RenderedMarkdown = {
  html: string
  headings: Heading[]
  /** What had to be left out or could not be rendered, in words for an editor (empty when all is well). */
  notes: string[]
}

/** One text on its way through the pipeline: what the stages know, and what they find. */
export class Rendering {
  readonly context: MarkdownContext
  readonly tags: TemplateTag[]
  /** Finds a tag's marker in text; its first group is the tag's index. */
  readonly marker: RegExp
  readonly notes = new Set<string>()
  headings: Heading[] = []
  /** Whether the text was cut off where a comment begins that never ends. */
  isCut = false

  constructor(context: MarkdownContext, tags: TemplateTag[], marker: RegExp) {
    this.context = context
    this.tags = tags
    this.marker = marker
  }
}

/** A stage after parsing: changes the tree in place. */
export type Transform = (tree: Root, rendering: Rendering) => void

/** Makes a unified plugin of a stage; the text's `Rendering` travels in `file.data.rendering`. */
export function toPlugin(transform: Transform): () => Transformer<Root, Root> {
  return () => (tree, file) => {
    const rendering = file.data.rendering
    if (!(rendering instanceof Rendering)) throw new TypeError('file.data.rendering must be a Rendering')
    transform(tree, rendering)
  }
}

/** An element of ours; `null` and `undefined` properties are left out. */
export function createElement(
  tagName: string,
  properties: Record<string, string | number | boolean | string[] | null | undefined>,
  children: Element['children'],
): Element {
  const present = Object.entries(properties).filter(([, value]) => value !== null && value !== undefined)
  return { type: 'element', tagName, properties: Object.fromEntries(present), children }
}
