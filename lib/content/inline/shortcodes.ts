/** WordPress's own tags and their commonest plugins': what they enclose is a picture, a film or code, not words. */
const ENCLOSING =
  /^(caption|wp_caption|gallery|embed|audio|video|playlist|sourcecode|code|youtube|vimeo|twitter)(?=[\s=\]/]|$)/i

/** `[name attribute="…"]`, `[/name]`, `[TOC]`: tags whose words, if they enclose any, stay. */
const TAG =
  /^\/?[a-z][\w-]{0,40}(?:\s+[\w-]+=(?:"[^"]*"|'[^']*'|[^\s"'\]]+))+\s*\/?$|^\/[a-z][\w-]{1,40}$|^_?toc_?$/i

/** Behind a shortcode whose brackets are at `start` and `end`; null where they hold something else. */
export function skipShortcode(text: string, start: number, end: number): number | null {
  const inner = text.slice(start + 1, end)
  if (/^(?:[(:]|\[(?!\/))/.test(text.slice(end + 1, end + 3))) return null
  const name = ENCLOSING.exec(inner)?.[1]
  if (name !== undefined) {
    const closing = text.toLowerCase().indexOf(`[/${name.toLowerCase()}]`, end)
    return closing === -1 ? end + 1 : closing + name.length + 3
  }
  const isEnclosing = /^[a-z][\w-]{1,40}$/i.test(inner) && text.includes(`[/${inner}]`, end)
  return isEnclosing || TAG.test(inner) ? end + 1 : null
}
