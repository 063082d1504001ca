const MAX_DEPTH = 200

/** Lines and inline marks of one block (between blank lines), beyond which the parser needs seconds. */
const MAX_LINES = 15_000
const MAX_MARKS = 15_000

/** Container marks at a line's start: `> > - - 1. 1.` */
/** A list inside a list needs at most four more spaces. */
const FARTHEST_INDENT = 800
const EMPHASIS_MARKS = '*_~'
const MARK_RUN = /^(?:[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t])){201}/m
/** Whether a single block is so large that the parser, whose time grows with its square, would not be done in time. */
export function isBlockTooLarge(markdown: string): boolean {
  return markdown.split(/\n[ \t]*\n/).some((block) => {
    const isHtml = block.trimStart().startsWith('<')
    const marks = countMatches(block, isHtml ? /[[`*]/g : /[[`*<]/g)
    return marks > MAX_MARKS || countMatches(block, /\n/g) > MAX_LINES
  })
}

function countMatches(text: string, pattern: RegExp): number {
  return text.length <= MAX_LINES ? 0 : (text.match(pattern)?.length ?? 0)
}

/**
 * Whether Markdown nests so deep that the parser's time or stack would run out: blocks in blocks, emphasis in
 * emphasis, lists by indentation.
 */
export function isNestedTooDeep(markdown: string): boolean {
  return (
    MARK_RUN.test(markdown) ||
    markdown.split('\n').some((line) => isIndentedTooFar(line) || hasTooMuchEmphasis(line))
  )
}

function isIndentedTooFar(line: string): boolean {
  const text = line.trimStart()
  return line.length - text.length >= FARTHEST_INDENT && /^[-+*>\d]/.test(text)
}

function hasTooMuchEmphasis(line: string): boolean {
  return hasLongRun(line) && !isRule(line)
}

/** Emphasis has no use for more than a few marks; a rule (`*****`) has nothing else on its line. */
function hasLongRun(line: string): boolean {
  let run = 0
  for (let at = 0; at < line.length; at += 1) {
    run = EMPHASIS_MARKS.includes(line.charAt(at)) ? run + 1 : 0
    if (run > MAX_DEPTH) return true
  }
  return false
}

function isRule(line: string): boolean {
  return /^[ \t]*([*_~])\1*[ \t]*$/.test(line)
}

const HTML_TAG = /<(\/?)([a-z][a-z0-9-]*)(?=[\s/>])/gi
/** Elements a browser closes by itself: many open ones are untidy, not deep. */
const SELF_CLOSING = new Set([
  ...[
    'area',
    'base',
    'br',
    'col',
    'embed',
    'hr',
    'img',
    'input',
    'link',
    'meta',
    'param',
    'source',
    'track',
    'wbr',
  ],
  ...['p', 'li', 'dt', 'dd', 'tr', 'td', 'th', 'thead', 'tbody', 'tfoot', 'option'],
])

/** Whether HTML opens so many elements inside one another that no tree of it should be built. */
export function isHtmlNestedTooDeep(html: string): boolean {
  let depth = 0
  for (const [, slash, name = ''] of html.matchAll(HTML_TAG)) {
    if (SELF_CLOSING.has(name.toLowerCase())) continue
    depth = slash === '/' ? Math.max(0, depth - 1) : depth + 1
    if (depth > MAX_DEPTH) return true
  }
  return false
}
