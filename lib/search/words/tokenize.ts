import { foldWord } from './fold-word.ts'

/** A word as it is indexed, and where it stands in the text: UTF-16 units, `end` exclusive. */
export type Token = { word: string; start: number; end: number }

/** Longer runs of letters are no words: encoded data, rows of the same letter. */
const MAX_LENGTH = 40

/** `1,000` and `10.000.000`, or a run of letters, digits and marks with a possessive ending that is left out. */
const RUN =
  /\d{1,3}(?:[.,’'\u00a0\u202f]\d{3}){1,6}(?![\p{L}\p{N}])|([\p{L}\p{M}\p{N}\u00ad]+)(?:['’][sS](?![\p{L}\p{M}\p{N}]))?/uy

const PAIRED =
  '\\p{Script_Extensions=Han}\\p{Script_Extensions=Hiragana}\\p{Script_Extensions=Katakana}\\p{Script_Extensions=Hangul}\\p{Script=Bopomofo}'
const SEGMENTED = '\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'
const PART = new RegExp(`([${PAIRED}]+)|([${SEGMENTED}]+)|[^${PAIRED}${SEGMENTED}]+`, 'gu')

/** Before Thai, all scripts have spaces between their words. */
const ALPHABETIC = /^[^\u0e00-\uffff]+$/
const ASCII = /^[a-zA-Z0-9]+$/
const IS_WORD = Uint8Array.from({ length: 0x10000 }, (_, code) =>
  Number(ASCII.test(String.fromCharCode(code))),
)
const APOSTROPHE = 39
const COMMA = 44
const DOT = 46

/** The dictionary is chosen by script, not by this language. */
const segmenter = new Intl.Segmenter('th', { granularity: 'word' })

/** Takes a word, and where it stood: UTF-16 units, `end` exclusive. */
type Visit = (word: string, start: number, end: number) => void

/**
 * The words of a text in normal form C, as the index knows them. Chinese, Japanese and Korean come as overlapping pairs
 * of characters and the last character by itself (`港口城` → 港口 口城 城): whatever part a reader asks for is a phrase
 * of these. Thai, Lao, Khmer and Burmese are split by dictionary. Everything else that is no word is passed over.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  scan(text, (word, start, end) => tokens.push({ word, start, end }))
  return tokens
}

/** The words alone, at most `max`. */
export function listWords(text: string, max: number): string[] {
  const words: string[] = []
  scan(text, (word) => words.push(word))
  return words.length > max ? words.slice(0, max) : words
}

function scan(text: string, visit: Visit): void {
  for (let at = 0; at < text.length; ) {
    const end = skipAsciiWord(text, at)
    if (isPlainEnd(text, at, end)) {
      if (end > at) visit(cut(text.slice(at, end).toLowerCase()), at, end)
      at = end + 1
    } else {
      RUN.lastIndex = at
      const match = RUN.exec(text)
      if (match !== null) scanMatch(match, visit)
      at = match === null ? at + 1 : RUN.lastIndex
    }
  }
}

function skipAsciiWord(text: string, start: number): number {
  let at = start
  while (at < text.length && IS_WORD[text.charCodeAt(at)] === 1) at += 1
  return at
}

/** Whether a run of ASCII letters and digits is a word as it stands: nothing that may belong to it follows. */
function isPlainEnd(text: string, start: number, end: number): boolean {
  const next = text.charCodeAt(end)
  if (next >= 128 || next === APOSTROPHE) return false
  return !((next === DOT || next === COMMA) && isDigit(text.charCodeAt(start)))
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function scanMatch(match: RegExpExecArray, visit: Visit): void {
  const run = match[1] ?? match[0]
  const end = match.index + run.length
  if (match[1] === undefined) visit(cut(run.replace(/\D/g, '')), match.index, end)
  else if (ASCII.test(run)) visit(cut(run.toLowerCase()), match.index, end)
  else if (ALPHABETIC.test(run)) visitFolded(run, match.index, visit)
  else scanParts(run, match.index, visit)
}

function scanParts(run: string, start: number, visit: Visit): void {
  for (const match of run.matchAll(PART)) {
    const [part, paired, segmented] = match
    const at = start + match.index
    if (paired !== undefined) scanPairs(paired, at, visit)
    else if (segmented !== undefined) scanSegments(segmented, at, visit)
    else visitFolded(part, at, visit)
  }
}

function scanPairs(run: string, start: number, visit: Visit): void {
  let at = start
  let before = ''
  let beforeLength = 0
  for (const character of run) {
    const folded = foldWord(character)
    if (before !== '') visit(before + folded, at - beforeLength, at + character.length)
    at += character.length
    before = folded
    beforeLength = character.length
  }
  if (before !== '') visit(before, at - beforeLength, at)
}

function scanSegments(run: string, start: number, visit: Visit): void {
  for (const { segment, index } of segmenter.segment(run)) visitFolded(segment, start + index, visit)
}

function visitFolded(text: string, start: number, visit: Visit): void {
  const word = foldWord(text)
  if (word !== '') visit(cut(word), start, start + text.length)
}

function cut(word: string): string {
  return word.length > MAX_LENGTH ? word.slice(0, MAX_LENGTH) : word
}

const SINGLE_CHARACTER = new RegExp(`^[${PAIRED}]$`, 'u')
const PAIR = new RegExp(`^[${PAIRED}]+$`, 'u')

/** Whether a word is one character of a script that is indexed in pairs. */
export function isSingleCharacter(word: string): boolean {
  return SINGLE_CHARACTER.test(word)
}

/** Whether a word is made of characters that are indexed in pairs. */
export function isPaired(word: string): boolean {
  return PAIR.test(word)
}

const SEGMENTED_RUN = new RegExp(`[${SEGMENTED}]`, 'u')

/** Whether a text has words that are written without spaces between them and split by dictionary. */
export function isSegmented(text: string): boolean {
  return SEGMENTED_RUN.test(text)
}
