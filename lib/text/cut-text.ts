import { trimEndOf } from './trim.ts'

/** Ends of sentences, closing quotation marks included; the languages that write no spaces need none after. */
const SENTENCE_END = /[.!?…]["'”’»)\]]*(?=\s)|[。！？](?![。！？])[」』”’）]*/g
const ABBREVIATION =
  /(?:^|[\s("“‘])(?:\p{Lu}|Mrs?|Ms|Dr|St|Prof|Gen|Col|Lt|Sgt|Capt|Cpl|Sen|Rep|Gov|Rev|Hon|Jr|Sr|No|vs|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|e\.g|i\.e|etc|(?:\p{L}\.)+\p{L})\.$/u

/** A character of a word, but not of one in a script that puts no spaces between words. */
const IN_WORD =
  /^[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * The beginning of `text` in at most `max` UTF-16 units: whole sentences when they fill at least half of it, else
 * whole words and `…`. Never splits a word, an emoji or a letter from its accent; scripts without spaces are cut
 * between characters.
 */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text
  return cutAtSentence(text, max) ?? cutAtWord(text, max)
}

function cutAtSentence(text: string, max: number): string | null {
  let end = 0
  for (const match of text.slice(0, max + 1).matchAll(SENTENCE_END)) {
    const after = match.index + match[0].length
    const next = text.slice(after).trimStart().charAt(0)
    const isEnd =
      after <= max &&
      !/\p{Ll}/u.test(next) &&
      !ABBREVIATION.test(text.slice(Math.max(0, match.index - 12), after))
    if (isEnd) end = after
  }
  return end * 2 >= max ? text.slice(0, end) : null
}

function cutAtWord(text: string, max: number): string {
  const end = findGraphemeStart(text, max - 1)
  const room = text.slice(0, end)
  const isInsideWord = IN_WORD.test(text.slice(end, end + 1))
  const kept = (isInsideWord && trimEndOf(room, IN_WORD)) || room
  return `${trimEndOf(kept, /[\s,;:–—([{"“‘«-]/)}…`
}

function findGraphemeStart(text: string, at: number): number {
  const from = text.slice(0, at + 64)
  const start = graphemes.segment(from).containing(at)?.index ?? at
  return start > 0 ? start : at
}
