import type { Options } from 'rehype-sanitize'

/** Elements that are dropped with all they hold. Others that are not allowed leave their content behind. */
export const DROPPED_ELEMENTS = [
  'script',
  'style',
  'template',
  'svg',
  'math',
  'head',
  'canvas',
  'applet',
  'frameset',
  'select',
  'textarea',
  'datalist',
  'noembed',
  'noframes',
] as const

const dimensions = ['width', 'height'].map((name): [string, RegExp] => [name, /^\d{1,5}$/])
const ALIGN: [string, ...string[]] = ['align', 'left', 'center', 'right']
const SPAN: [string, RegExp] = ['span', /^\d{1,3}$/]
const spans = ['colSpan', 'rowSpan'].map((name): [string, RegExp] => [name, /^\d{1,3}$/])

/**
 * What a writer's HTML may hold. Anything not named here does not get through.
 *
 * - Ids pass as written; `keep-ids-apart` then refuses those that are malformed, taken, or the page's own. There is no
 *   `user-content-` prefix: what makes clobbering dangerous is `name` (dropped) and ids on forms, frames, images and
 *   embedded objects (dropped, or never allowed an id), because only those become properties of `document`; and a
 *   global of ours is never shadowed by an id, since `window`'s own properties win
 *   (https://html.spec.whatwg.org/#named-access-on-the-window-object).
 * - No `style`, no `on…`, no `class` but those Markdown itself makes. `data-embed` marks what was a video's frame.
 * - `srcset` is not allowed: it would need a URL check for each of its candidates.
 */
export const SAFE_HTML: Options = {
  tagNames: [
    ...[
      'a',
      'abbr',
      'b',
      'bdi',
      'bdo',
      'br',
      'cite',
      'code',
      'data',
      'del',
      'dfn',
      'em',
      'i',
      'ins',
      'kbd',
      'mark',
    ],
    ...[
      'q',
      'rp',
      'rt',
      'ruby',
      's',
      'samp',
      'small',
      'span',
      'strong',
      'sub',
      'sup',
      'time',
      'u',
      'var',
      'wbr',
    ],
    ...[
      'h1',
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
      'p',
      'div',
      'section',
      'aside',
      'blockquote',
      'pre',
      'hr',
      'address',
    ],
    ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'details', 'summary', 'figure', 'figcaption', 'img', 'input'],
    ...['table', 'caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
    ...['audio', 'video', 'source', 'track'],
  ],
  attributes: {
    '*': ['lang', ['dir', 'ltr', 'rtl', 'auto'], 'title'],
    a: [
      ...['id', 'href', 'hrefLang', 'dataEmbed', 'dataFootnoteRef', 'dataFootnoteBackref', 'ariaLabel'],
      'ariaDescribedBy',
    ],
    abbr: ['id'],
    blockquote: ['id', 'cite'],
    code: [['className', /^language-[\w+#.-]+$/]],
    col: [SPAN],
    colgroup: [SPAN],
    data: ['value'],
    dd: ['id'],
    del: ['cite', 'dateTime'],
    details: ['id', 'open'],
    dfn: ['id'],
    div: ['id'],
    dl: ['id'],
    dt: ['id'],
    figure: ['id'],
    h1: ['id'],
    h2: ['id'],
    h3: ['id'],
    h4: ['id'],
    h5: ['id'],
    h6: ['id'],
    img: ['src', 'alt', ...dimensions],
    input: ['checked'],
    ins: ['cite', 'dateTime'],
    li: ['id', ['value', /^-?\d{1,9}$/], ['className', 'task-list-item']],
    ol: [
      'id',
      ['start', /^-?\d{1,9}$/],
      'reversed',
      ['type', '1', 'a', 'A', 'i', 'I'],
      ['className', 'contains-task-list'],
    ],
    p: ['id'],
    q: ['cite'],
    section: ['id', 'dataFootnotes', ['className', 'footnotes']],
    source: ['src', 'type'],
    span: ['id'],
    sup: ['id'],
    table: ['id'],
    td: [...spans, ALIGN, 'headers'],
    th: [...spans, ALIGN, ['scope', 'col', 'row', 'colgroup', 'rowgroup'], 'abbr'],
    time: ['dateTime'],
    tr: ['id'],
    track: ['src', 'srcLang', 'label', ['kind', 'captions', 'subtitles', 'descriptions', 'chapters']],
    ul: ['id', ['className', 'contains-task-list']],
    video: ['src', 'poster', ...dimensions],
    audio: ['src'],
  },
  ancestors: {
    ...{ caption: ['table'], colgroup: ['table'], col: ['table'], thead: ['table'], tbody: ['table'] },
    ...{ tfoot: ['table'], tr: ['table'], th: ['table'], td: ['table'] },
    ...{ source: ['audio', 'video'], track: ['audio', 'video'] },
    input: ['li'],
  },
  protocols: {
    cite: ['http', 'https'],
    href: ['http', 'https', 'mailto', 'tel'],
    poster: ['http', 'https'],
    src: ['http', 'https', 'data'],
  },
  required: { input: { type: 'checkbox', disabled: true } },
  strip: [...DROPPED_ELEMENTS],
  clobber: [],
  clobberPrefix: '',
}
