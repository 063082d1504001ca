import { COMMON_KEY } from './common-key.ts'
import { findCodeFence } from './fence-in-code.ts'

/** A file split at its fences; lines are 1-based, in the file as it is on disk. */
export type FencedText = {
  /** `none`: no front matter; `unclosed`: it begins and never ends. */
  kind: 'fenced' | 'none' | 'unclosed'
  /** What the fence says the front matter is written in, in lower case: `yaml`, `toml`, `json`, `js`. */
  language: string
  block: string
  blockLine: number
  body: string
  bodyLine: number
}

type Opening = { language: string; start: number; closing: RegExp }

/** A remark or a Ruby type may stand behind it. */
const YAML_OPENING = /---[ \t\u00a0]*(?:([a-z][\w+-]*)[ \t\u00a0]*|[#!][^\n]{0,200})?\n/iy
const TOML_OPENING = /\+\+\+[ \t]*\n/y
const JSON_OPENING = /;;;[ \t]*(?:json[ \t]*)?\n/iy
/** More hyphens than three, and what programs for writing make of three: fences where plain keys follow. */
const OTHER_OPENING = /(?:-{4,}|[–—][–—-]{0,9})[ \t]*\n(?=(\s*[a-z_]{2,20}):)/iy
const OTHER_CLOSING = /^(?:-{3,}|[–—][–—-]{0,9})[ \t]*$/gm
const MAX_COMMENTS = 10

const FIRST_KEY =
  /^(?:[ \t]*(?:#.*)?\n)*[ \t]*(?:["']?[\p{L}_][^\n:]{0,80}:(?:\s|["'[{]|$)|[\w-]{2,20}：|(?:title|date|draft|layout|published):|[{[])/u
const BARE_KEY = /^(?:title|date|author|authors|category|slug|tags|summary|layout):[ \t]/i
const TOML_KEY = /^(?:[ \t]*(?:#.*)?\n)*[\w-]{1,40}[ \t]*=[ \t]*\S/
const YAML_KEY = /^(?:[ \t]*(?:#.*)?\n)*[\w-]{1,40}:(?:\s|$)/

/** Finds the front matter of a text whose line ends are `\n`, whatever its fences. */
export function splitFences(text: string): FencedText {
  const opening = findOpening(text)
  if (opening !== null) return splitAt(text, opening)
  const code = findCodeFence(text, findFirst(text))
  if (code !== null) return toFenced(text, code.language, code.start, code.end, code.after)
  return findBareObject(text) ?? findOpenObject(text) ?? findBareKeys(text) ?? withoutFrontMatter(text)
}

function findOpening(text: string): Opening | null {
  const first = findFirst(text)
  const other = matchAt(OTHER_OPENING, text, first)
  if (other !== null && COMMON_KEY.test((other[1] ?? '').trim()))
    return { language: 'yaml', start: first + other[0].length, closing: OTHER_CLOSING }
  const yaml = matchAt(YAML_OPENING, text, first)
  if (yaml) {
    const indent = first - (text.lastIndexOf('\n', first) + 1)
    const closing = new RegExp(`^[ \\t]{0,${indent}}(?:-{3,}|\\.\\.\\.)[ \\t\\u00a0]*$`, 'gm')
    return { language: (yaml[1] ?? 'yaml').toLowerCase(), start: first + yaml[0].length, closing }
  }
  const toml = matchAt(TOML_OPENING, text, first)
  if (toml) return { language: 'toml', start: first + toml[0].length, closing: /^\+\+\+[ \t]*$/gm }
  const json = matchAt(JSON_OPENING, text, first)
  return json && { language: 'json', start: first + json[0].length, closing: /^;;;[ \t]*$/gm }
}

/** Where the text begins; behind comments, `<!-- markdownlint-disable -->`, where a fence follows them. */
function findFirst(text: string): number {
  const start = text.length - text.trimStart().length
  let at = start
  for (let count = 0; count < MAX_COMMENTS && text.startsWith('<!--', at); count++) {
    const end = text.indexOf('-->', at)
    if (end === -1) return start
    at = end + 3
    while (/\s/.test(text.charAt(at))) at++
  }
  return FENCE_START.test(text.slice(at, at + 100)) ? at : start
}

/** What front matter begins with: a fence, a block of code, an object of JSON. */
const FENCE_START = /^(?:---|\+\+\+|;;;|```|~~~|\{\s*["}])/

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function splitAt(text: string, { language: said, start, closing }: Opening): FencedText {
  const close = matchAt(closing, text, start)
  const block = text.slice(start, close?.index ?? text.length)
  const language = toWrittenLanguage(said, block)
  // A line of hyphens with no keys below it is a rule between paragraphs, not a fence.
  if (language === 'yaml' && block.trim() !== '' && !FIRST_KEY.test(block)) return withoutFrontMatter(text)
  if (close === null)
    return { ...toFenced(text, language, start, text.length, text.length), kind: 'unclosed' }
  return toFenced(text, language, start, close.index, close.index + close[0].length)
}

/** YAML between the fences of TOML, and TOML between those of YAML, are what they look like. */
function toWrittenLanguage(said: string, block: string): string {
  if (said === 'yaml' && TOML_KEY.test(block)) return 'toml'
  return said === 'toml' && YAML_KEY.test(block) && !TOML_KEY.test(block) ? 'yaml' : said
}

/** Hexo's JSON: members without braces, down to a line of semicolons. */
function findOpenObject(text: string): FencedText | null {
  const opening = /^\s*(?="[\w-]{1,40}"[ \t]*:)/.exec(text)
  const close = opening === null ? null : matchAt(/^;;;[ \t]*$/gm, text, 0)
  if (opening === null || close === null) return null
  const fenced = toFenced(text, 'json', opening[0].length, close.index, close.index + close[0].length)
  return { ...fenced, block: `{${fenced.block}}` }
}

/** Hugo's JSON: the file begins with an object and nothing marks its end but the last brace. */
function findBareObject(text: string): FencedText | null {
  const start = findFirst(text)
  if (!/^\{\s*["}]/.test(text.slice(start, start + 100))) return null
  const end = findObjectEnd(text, start)
  return end === -1 ? null : toFenced(text, 'json', start, end, end)
}

function findObjectEnd(text: string, start: number): number {
  let depth = 0
  let isQuoted = false
  for (let at = start; at < text.length; at++) {
    const character = text[at]
    if (character === '\\' && isQuoted) at++
    else if (character === '"') isQuoted = !isQuoted
    else if (character === '\n') isQuoted = false
    else if (character === '{' && !isQuoted) depth++
    else if (character === '}' && !isQuoted && --depth === 0) return at + 1
  }
  return -1
}

/** Pelican's and Hexo's: keys from the first line to a blank line or a closing fence, with no opening one. */
function findBareKeys(text: string): FencedText | null {
  const start = text.length - text.trimStart().length
  if (!BARE_KEY.test(text.slice(start, start + 20))) return null
  const closing = /^(?:---)?[ \t]*$/gm
  const close = matchAt(closing, text, start)
  const end = close?.index ?? text.length
  const fenced = toFenced(text, 'yaml', start, end, end + (close?.[0].length ?? 0))
  return { ...fenced, block: fenced.block.replace(/^[a-z_]+(?=:)/gim, (key) => key.toLowerCase()) }
}

function toFenced(text: string, language: string, start: number, end: number, after: number): FencedText {
  const block = text.slice(start, end)
  return { kind: 'fenced', language, block, blockLine: countLines(text, start), ...toBody(text, after) }
}

function withoutFrontMatter(text: string): FencedText {
  return { kind: 'none', language: 'yaml', block: '', blockLine: 1, ...toBody(text, 0) }
}

function toBody(text: string, after: number): Pick<FencedText, 'body' | 'bodyLine'> {
  const rest = text.slice(after)
  const blank = /^(?:[ \t]*\n)*/.exec(rest)?.[0].length ?? 0
  return { body: rest.slice(blank).trimEnd(), bodyLine: countLines(text, after + blank) }
}

function countLines(text: string, end: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) line++
  return line
}
