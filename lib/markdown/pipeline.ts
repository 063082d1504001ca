import type { Root } from 'mdast'
import rehypeParse from 'rehype-parse'
import rehypeSanitize from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import { remark } from 'remark'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkDefinitionList, { defListHastHandlers } from 'remark-definition-list'
import remarkGfm from 'remark-gfm'
import remarkHtml from 'remark-html'
import { type Plugin, unified } from 'unified'
import {
  ignoreBareLinks,
  ignoreIndentedCode,
  ignoreTables,
  mayHaveBareLinks,
  mayHaveTables,
} from './absent-constructs.ts'
import { keepEscapes } from './dialects/keep-escapes.ts'
import { mendHtmlNodes } from './dialects/mend-html.ts'
import { showMath } from './math/show-math.ts'
import { parseInParts } from './parse-in-parts.ts'
import { toPlugin } from './rendering.ts'
import { showLostLabels } from './show-lost-labels.ts'
import { applyAttributes } from './stages/apply-attributes.ts'
import { boxTables } from './stages/box-tables.ts'
import { embedVideos } from './stages/embed-videos.ts'
import { encloseCaptions } from './stages/enclose-captions.ts'
import { expandTags } from './stages/expand-tags.ts'
import { hangQuotes } from './stages/hang-quotes.ts'
import { frameImages } from './stages/images/frame-images.ts'
import { offerSizes } from './stages/images/offer-sizes.ts'
import { resolveImages } from './stages/images/resolve-images.ts'
import { keepIdsApart } from './stages/keep-ids-apart.ts'
import { labelFootnotes } from './stages/label-footnotes.ts'
import { labelTasks } from './stages/label-tasks.ts'
import { levelHeadings } from './stages/level-headings.ts'
import { nestDefinitions } from './stages/nest-definitions.ts'
import { partParagraphs } from './stages/part-paragraphs.ts'
import { readCodeLanguage } from './stages/read-code-language.ts'
import { readRawHtml } from './stages/read-raw-html.ts'
import { resolveLinks } from './stages/resolve-links.ts'
import { resolvePlayers } from './stages/resolve-players.ts'
import { SAFE_HTML } from './stages/safe-html.ts'
import { prefixIds } from './tree/prefix-ids.ts'

type Reading = { links: boolean; tables: boolean; indentedCode: boolean }

const processors = new Map<string, ReturnType<typeof createMarkdownToHtml>>()

/**
 * Markdown → HTML as written, safe or not. What the text has none of is not looked for; without `hasIndentedCode`,
 * indented lines are words.
 */
export function markdownToHtml(markdown: string, hasIndentedCode = true): string {
  const processor = getProcessor({
    links: mayHaveBareLinks(markdown),
    tables: mayHaveTables(markdown),
    indentedCode: hasIndentedCode,
  })
  const blocks = parseInParts(markdown, (part) => processor.parse(part))
  const root: Root = { type: 'root', children: blocks.map(({ node }) => node) }
  keepEscapes(markdown, blocks)
  mendHtmlNodes(markdown, root.children)
  return processor.stringify(root)
}

/** One for each way to read, made when it is first needed. */
function getProcessor({ links, tables, indentedCode }: Reading) {
  const key = `${links} ${tables} ${indentedCode}`
  const known = processors.get(key)
  if (known !== undefined) return known
  const made = createMarkdownToHtml([
    ...(links ? [] : [ignoreBareLinks]),
    ...(tables ? [] : [ignoreTables]),
    ...(indentedCode ? [] : [ignoreIndentedCode]),
  ])
  processors.set(key, made)
  return made
}

function createMarkdownToHtml(last: Plugin[]) {
  const processor = remark()
    // CommonMark, and on top of it: tables, task lists, ~~strikethrough~~, bare URLs as links, footnotes[^1]
    .use(remarkGfm)
    // **「強調」** beside letters of scripts that write no spaces
    .use(remarkCjkFriendly)
    // Term / : definition → <dl>
    .use(remarkDefinitionList)
    // HTML, with the writer's own HTML left in it for the second half to judge
    .use(remarkHtml, { sanitize: false, handlers: defListHastHandlers })
  for (const plugin of last) processor.use(plugin)
  return processor.freeze()
}

/** HTML as written → HTML fit for readers. The order matters; each stage says what it relies on. */
export const htmlToSafeHtml = unified()
  // a tree, as a browser would read it; every tag closed
  .use(rehypeParse, { fragment: true })
  .use([
    // {{< youtube id >}} → a link to the film, {% highlight js %} → <pre>, {{ anything }} → its words or nothing
    toPlugin(expandTags),
    // [caption]<img> words[/caption] → <figure>
    toPlugin(encloseCaptions),
    // <iframe src> → a link to it, <a name> → <a id>; a note for what goes
    toPlugin(readRawHtml),
  ])
  // the allow-list: from here on the tree holds nothing a writer could do harm with
  .use(rehypeSanitize, SAFE_HTML)
  .use([
    // [the plan][plan] without a [plan]: … → the plan
    toPlugin(showLostLabels),
    // - Term / : definition → <li><dl>
    toPlugin(nestDefinitions),
    //     :::python → <code class="language-python">
    toPlugin(readCodeLanguage),
    // ## Tides {#tides} → <h2 id="tides">
    toPlugin(applyAttributes),
    // the title's H1 goes, the outline starts at h2
    toPlugin(levelHeadings),
    // “Fußnoten”, “Retour à l’appel de note 1”; ids fn-1 and fnref-1
    toPlugin(labelFootnotes),
    // id on every heading, none twice; the list of headings
    toPlugin(keepIdsApart),
    // href="other.md" → "/posts/other"; rel on links to other sites
    toPlugin(resolveLinks),
    // src="pic.jpg" → "/media/posts/2014/pic.jpg", loading, decoding, alt
    toPlugin(resolveImages),
    // controls on <video> and <audio>
    toPlugin(resolvePlayers),
    // a film's address → <figure class="embed">
    toPlugin(embedVideos),
    // no block inside a paragraph, no text outside one, no empty one
    toPlugin(partParagraphs),
    // <figure> with <figcaption>, <div class="gallery">
    toPlugin(frameImages),
    // <picture> with the sizes we keep, width and height; a gallery's pictures lead to their large ones
    toPlugin(offerSizes),
    // <div class="table" tabindex="0" …> around tables, scope on header cells
    toPlugin(boxTables),
    // <label> around a task's box and words
    toPlugin(labelTasks),
    // <code class="language-math"> → <math>
    toPlugin(showMath),
    // class="hung" on a quotation's paragraph that opens with a quotation mark
    toPlugin(hangQuotes),
    // of one text of several on a page: id="2026-11-27-1405-fn-1"
    toPlugin(prefixIds),
  ])
  // text again
  .use(rehypeStringify, { characterReferences: { useNamedReferences: true } })
  .freeze()
