import rehypeParse from 'rehype-parse'
import rehypeSanitize from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import { remark } from 'remark'
import remarkDefinitionList, { defListHastHandlers } from 'remark-definition-list'
import remarkGfm from 'remark-gfm'
import remarkHtml from 'remark-html'
import { unified } from 'unified'
import { safeHtml } from './safe-html.ts'

/** Markdown → HTML as written, safe or not. */
export const markdownToHtml = remark()
  // CommonMark, and on top of it: tables, task lists, ~~strikethrough~~, bare URLs as links, footnotes[^1]
  .use(remarkGfm)
  // Term / : definition → <dl>
  .use(remarkDefinitionList)
  // HTML, with the writer's own HTML left in it for the second half to judge
  .use(remarkHtml, { sanitize: false, handlers: defListHastHandlers })
  .freeze()

/** HTML as written → HTML fit for readers. */
export const htmlToSafeHtml = unified()
  // a tree, as a browser would read it; every tag closed
  .use(rehypeParse, { fragment: true })
  // the allow-list: from here on the tree holds nothing a writer could do harm with
  .use(rehypeSanitize, safeHtml)
  // text again
  .use(rehypeStringify)
  .freeze()
