/** A rule as it stands in the sheet, and what a page must have for each way to meet it: `.class`, `type` or `[data-attribute]`. */
type StyleRule = { kind: 'style'; text: string; needs: readonly (readonly string[])[] }

/** `@media`, `@layer`, `@supports` and `@container` with what they hold. */
type GroupRule = { kind: 'group'; prelude: string; rules: readonly CssRule[] }

/** Whatever else a sheet has: `@font-face`, the order of layers, a sheet that is not well formed. */
type PlainRule = { kind: 'plain'; text: string }

export type CssRule = StyleRule | GroupRule | PlainRule

const GROUP = /^@(?:media|layer|supports|container)\b/

/** Reads a sheet once, from its start to its end. A sheet whose braces do not match is one plain rule. */
export function parseCssRules(css: string): CssRule[] {
  const rules: CssRule[] = []
  let start = 0
  while (start < css.length) {
    const open = findAny(css, '{;', start)
    if (open === -1) break
    const prelude = css.slice(start, open).trim()
    const end = css[open] === ';' ? open : findClose(css, open)
    if (end === -1) return [{ kind: 'plain', text: css }]
    rules.push(toRule(prelude, css.slice(open, end + 1)))
    start = end + 1
  }
  const rest = css.slice(start).trim()
  return rest === '' ? rules : [...rules, { kind: 'plain', text: rest }]
}

/** The sheet without the rules that no element of a page with these names (`.class`, `type`, `[data-attribute]`) can meet. */
export function formatCssRules(rules: readonly CssRule[], names: ReadonlySet<string>): string {
  return rules.map((rule) => formatRule(rule, names)).join('')
}

function formatRule(rule: CssRule, names: ReadonlySet<string>): string {
  switch (rule.kind) {
    case 'plain':
      return rule.text
    case 'style':
      return rule.needs.some((needed) => needed.every((name) => names.has(name))) ? rule.text : ''
    case 'group': {
      const inner = formatCssRules(rule.rules, names)
      return inner === '' ? '' : `${rule.prelude}{${inner}}`
    }
  }
}

function toRule(prelude: string, block: string): CssRule {
  const text = prelude + block
  if (!prelude.startsWith('@')) return { kind: 'style', text, needs: listNeeds(prelude) }
  if (!GROUP.test(prelude) || block === ';') return { kind: 'plain', text }
  return { kind: 'group', prelude, rules: parseCssRules(block.slice(1, -1)) }
}

/** Selectors that would ask for more combinations of names are taken to ask for nothing. */
const MAX_ALTERNATIVES = 64

/** Elements that are meant by any of several selectors, or have one within them. */
const ANY_OF = /:(?:is|where|has)$/i

/** Of attributes only these are looked at: browsers set others by themselves, as `open`. */
const DATA_ATTRIBUTE = /^\s*(data-[\w-]+)/i

/**
 * What an element must have, once for each way in which it can meet one of the selectors. `:not(…)` and the like ask for nothing, and
 * neither do names with escapes or letters outside ASCII: a rule too many does no harm.
 */
function listNeeds(selectors: string): string[][] {
  if (/[\\\u0080-\uffff]/.test(selectors)) return [[]]
  const needs = splitAtCommas(selectors).flatMap(listSelectorNeeds)
  return needs.length > MAX_ALTERNATIVES ? [[]] : needs
}

function listSelectorNeeds(selector: string): string[][] {
  let plain = ''
  let alternatives: string[][] = [[]]
  for (let at = 0; at < selector.length; at += 1) {
    const bracket = selector[at]
    if (bracket !== '(' && bracket !== '[') plain += bracket
    else {
      const end = findBracketEnd(selector, at)
      alternatives = combine(alternatives, listBracketNeeds(plain, selector.slice(at, end)))
      at = end
    }
  }
  return alternatives.map((names) => [...listPlainNeeds(plain), ...names])
}

/** @param before what stands before the bracket @param text the bracket and what is in it, without its end */
function listBracketNeeds(before: string, text: string): string[][] {
  const inner = text.slice(1)
  if (text.startsWith('(')) return ANY_OF.test(before) ? listNeeds(inner) : [[]]
  const name = DATA_ATTRIBUTE.exec(inner)?.[1]
  return name === undefined ? [[]] : [[`[${name.toLowerCase()}]`]]
}

function listPlainNeeds(selector: string): string[] {
  const classes = selector.match(/\.[\w-]+/g) ?? []
  const types = [...selector.matchAll(/(?:^|[\s>+~])([a-z][\w-]*)/gi)].map((match) => match[1] ?? '')
  return [...classes, ...types.map((type) => type.toLowerCase())]
}

function combine(some: string[][], others: string[][]): string[][] {
  if (some.length * others.length > MAX_ALTERNATIVES) return some
  return some.flatMap((one) => others.map((other) => [...one, ...other]))
}

function splitAtCommas(selectors: string): string[] {
  const parts: string[] = []
  let start = 0
  for (let at = 0; at < selectors.length; at += 1) {
    const character = selectors[at]
    if (character === '(' || character === '[') at = findBracketEnd(selectors, at)
    else if (character === ',') {
      parts.push(selectors.slice(start, at))
      start = at + 1
    }
  }
  return [...parts, selectors.slice(start)]
}

/** Where the bracket that opens at `open` closes, or the end of the text. Values in quotes are passed over. */
function findBracketEnd(text: string, open: number): number {
  let depth = 0
  for (let at = open; at !== -1; at = findAny(text, '()[]', at + 1)) {
    depth += text[at] === '(' || text[at] === '[' ? 1 : -1
    if (depth === 0) return at
  }
  return text.length
}

/** Where the block that opens at `open` closes; -1 when it does not. */
function findClose(css: string, open: number): number {
  let depth = 0
  for (let place = open; place !== -1; place = findAny(css, '{}', place + 1)) {
    depth += css[place] === '{' ? 1 : -1
    if (depth === 0) return place
  }
  return -1
}

/** The first of `characters` from `from` on that stands in no string and no comment; -1 when there is none. */
function findAny(css: string, characters: string, from: number): number {
  for (let place = from; place < css.length; place += 1) {
    const character = css[place] ?? ''
    if (characters.includes(character)) return place
    const skipTo = skipQuoted(css, place)
    if (skipTo === -1) return -1
    place = skipTo
  }
  return -1
}

/** The end of the string or comment that begins at `place`, `place` itself where none does; -1 when it does not end. */
function skipQuoted(css: string, place: number): number {
  if (css.startsWith('/*', place)) {
    const end = css.indexOf('*/', place + 2)
    return end === -1 ? -1 : end + 1
  }
  const quote = css[place]
  if (quote !== '"' && quote !== "'") return place
  for (let end = place + 1; end < css.length; end += 1) {
    if (css[end] === '\\') end += 1
    else if (css[end] === quote) return end
  }
  return -1
}
