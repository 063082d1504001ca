import { toSlug } from '#lib/text/slug.ts'

const WIKI_LINK =
  /(!?)(?<![[\\])\[\[(?=[^[\]\n|]*\p{L})([^\s[\]|#\n\\][^[\]|#\n\\]{0,200})?(#[^[\]|\n\\]{1,200})?(?:\\?\|([^[\]\n]{0,300}))?\]\](?![([])/gu

/** Obsidian's and other wikis' links, as Markdown's: `[[low-water|the tide]]`, in a table `[[low-water\|the tide]]`, `![[quay.jpg]]`. */
export function mendWikiLinks(text: string): string {
  return text.replace(WIKI_LINK, writeWikiLink)
}

function writeWikiLink(
  raw: string,
  picture: string,
  name: string | undefined,
  fragment = '',
  words: string | undefined = undefined,
): string {
  if (name === undefined || /^_?toc_?$/i.test(name)) return raw
  const file = /\.[a-z\d]{2,4}$/i.test(name) ? name : `${name.split('^', 1)[0] ?? name}.md`
  const place = fragment === '' ? '' : `#${toSlug(fragment.slice(1))}`
  const shown = words === undefined || words.trim() === '' ? (name.split('^', 1)[0] ?? name) : words
  if (picture === '!' && file !== name) return `[${shown}](<${file}${place}>)`
  if (picture === '!') return `![${/^\d+(?:x\d+)?$/.test(words ?? '') ? '' : (words ?? '')}](<${name}>)`
  return `[${shown}](<${file}${place}>)`
}
