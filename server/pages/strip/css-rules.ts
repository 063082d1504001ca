/** A rule as it stands in the sheet, and what an element must have for each of its selectors: `.class` or `type`. */
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

/** The sheet without the rules that no element with these names (`.class` and `type`) can meet. */
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

/**
 * What stands in brackets (`:not(…)`, `:is(…)`, attributes) asks for nothing, and neither do names with escapes or letters
 * outside ASCII: a rule too many does no harm.
 */
function listNeeds(selectors: string): string[][] {
  if (/[\\\u0080-\uffff]/.test(selectors)) return [[]]
  return dropBrackets(selectors)
    .split(',')
    .map((selector) => {
      const classes = selector.match(/\.[\w-]+/g) ?? []
      const types = [...selector.matchAll(/(?:^|[\s>+~])([a-z][\w-]*)/gi)].map((match) => match[1] ?? '')
      return [...classes, ...types.map((type) => type.toLowerCase())]
    })
}

function dropBrackets(text: string): string {
  let depth = 0
  let kept = ''
  for (const character of text) {
    if (character === '(' || character === '[') depth += 1
    if (depth === 0) kept += character
    if (character === ')' || character === ']') depth -= 1
  }
  return kept
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
