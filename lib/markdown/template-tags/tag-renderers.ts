import type { ElementContent } from 'hast'
import { createElement, type Rendering } from '../rendering.ts'
import { CAPTION_MARKS } from '../stages/enclose-captions.ts'
import { formatVideoUrl, parseVideoUrl } from '../urls/video-url.ts'
import { getParameter, type ParsedTag } from './parse-tag.ts'
import { renderWords, toPlainWords } from './tag-words.ts'

export type TagRenderer = (tag: ParsedTag, rendering: Rendering) => ElementContent[]

/** What is shown for the tags we know, by what their name says. First match wins. */
const RENDERERS: { name: RegExp; render: TagRenderer }[] = [
  { name: /^(?:comment|gallery)$/, render: renderNothing },
  { name: /^(?:highlight|codeblock|code|code-toggle|sourcecode|prettify)$/, render: renderCode },
  { name: /^raw$/, render: (tag) => [{ type: 'text', value: tag.inner ?? '' }] },
  { name: /youtube|^yt$/, render: (tag, rendering) => renderVideo('youtube', tag, rendering) },
  { name: /vimeo/, render: (tag, rendering) => renderVideo('vimeo', tag, rendering) },
  { name: /^(?:audio|video)$/, render: renderPlayer },
  { name: /^(?:playlist|pullquote)$/, render: () => [] },
  { name: /^embed$/, render: renderEmbed },
  { name: /^(?:wp_)?caption$/, render: renderCaption },
  { name: /(?:^|[-_])(?:figure|img|image|picture|photo)(?:$|[-_.])/, render: renderImage },
  { name: /^(?:tweet|x|twitter|instagram|gist)$/, render: renderPostLink },
]

/** The renderer for a tag, or null for a tag that only its own site's theme defines. */
export function findTagRenderer(tag: ParsedTag): TagRenderer | null {
  const name = tag.name === 'include' ? (tag.positional[0] ?? '').toLowerCase() : tag.name
  return RENDERERS.find((renderer) => renderer.name.test(name))?.render ?? null
}

function renderNothing(tag: ParsedTag, rendering: Rendering): ElementContent[] {
  if (tag.name === 'gallery') rendering.notes.add('A [gallery] was left out: name its pictures in the text.')
  return []
}

/** Opens a caption; `render-tag` makes the mark that closes it. */
function renderCaption(tag: ParsedTag): ElementContent[] {
  return [createElement(CAPTION_MARKS.open, {}, renderWords(getParameter(tag, 'caption') ?? ''))]
}

function renderCode(tag: ParsedTag): ElementContent[] {
  const language = getParameter(tag, 'lang') ?? tag.positional[0] ?? ''
  const code = (tag.inner ?? '').replace(/^[ \t]*\n/, '').replace(/\{%-?\s*(?:end)?raw\s*-?%\}/g, '')
  const className = /^[\w+#.-]+$/.test(language) ? [`language-${language}`] : null
  const value = `${code.trimEnd()}\n`
  return [createElement('pre', {}, [createElement('code', { className }, [{ type: 'text', value }])])]
}

function renderVideo(provider: 'youtube' | 'vimeo', tag: ParsedTag, rendering: Rendering): ElementContent[] {
  const named = getParameter(tag, 'id', 'video_id', 'videoid', 'url', 'src', 'video')
  const id = (named ?? tag.positional.find((value) => !/\.html?$/i.test(value)) ?? '').replace(/^[:>]/, '')
  const start = getParameter(tag, 'start', 't')
  const prefix = provider === 'youtube' ? 'https://www.youtube.com/watch?v=' : 'https://vimeo.com/'
  const video = parseVideoUrl(
    /^https?:/.test(id) ? id : `${prefix}${id}${start === null ? '' : `#t=${start}`}`,
  )
  if (video === null) {
    rendering.notes.add(`A ${provider} video was left out: “${id}” is not the id of one.`)
    return []
  }
  const href = formatVideoUrl(video)
  const title = getParameter(tag, 'title', 'label', 'alt')
  return [createElement('a', { href, dataEmbed: '', title }, [{ type: 'text', value: title ?? href }])]
}

function renderEmbed(tag: ParsedTag): ElementContent[] {
  const href = getParameter(tag, 'url', 'src', 'href') ?? tag.positional[0] ?? ''
  return /^https?:\/\//.test(href)
    ? [createElement('a', { href, dataEmbed: '' }, [{ type: 'text', value: href }])]
    : []
}

const PLAYER_KEYS = ['src', 'mp3', 'mp4', 'm4a', 'm4v', 'ogg', 'ogv', 'wav', 'webm', 'flac', 'url'] as const

/** `[audio mp3="/media/tide.mp3"]`, `[audio https://example.org/tide.mp3]` */
function renderPlayer(tag: ParsedTag, rendering: Rendering): ElementContent[] {
  const src = getParameter(tag, ...PLAYER_KEYS) ?? tag.positional[0] ?? ''
  if (src === '') return renderLost(tag, rendering)
  return [createElement(tag.name, { src, poster: getParameter(tag, 'poster') }, [])]
}

const IMAGE_FILE = /\.(?:jpe?g|png|gif|webp|avif|svg)$/i

function isImageFile(src: string): boolean {
  return IMAGE_FILE.test(src.split(/[?#]/, 1)[0] ?? '')
}

/** Hexo's `{% asset_img a.jpg 300 200 Low water %}`: the words behind a picture and its size are its title. */
function listWordsBehind({ positional }: ParsedTag, src: string): string | null {
  if (src === '') return null
  const words = positional.slice(positional.indexOf(src) + 1).filter((value) => !/^\d+%?$/.test(value))
  return words.length === 0 ? null : words.join(' ')
}

function renderImage(tag: ParsedTag, rendering: Rendering): ElementContent[] {
  const unnamed = tag.positional.find(isImageFile) ?? ''
  const src = getParameter(tag, 'src', 'url', 'file', 'path', 'image', 'image_path') ?? unnamed
  const written = getParameter(tag, 'caption', 'title', 'description') ?? listWordsBehind(tag, unnamed)
  const caption = written === null ? null : toPlainWords(written)
  const alt = toPlainWords(getParameter(tag, 'alt') ?? '')
  // `{% figure caption:"…" %}![…](…){% endfigure %}`
  if (src === '' && tag.name === 'figure') return renderCaption(tag)
  if (!isImageFile(src) && !/^https?:\/\//.test(src)) {
    rendering.notes.add(`A picture was left out: “${src}” is not the name of a picture file.`)
    return [{ type: 'text', value: caption ?? alt }]
  }
  const image = createElement('img', { src, alt, title: caption }, [])
  const href = getParameter(tag, 'link')
  return href === null ? [image] : [createElement('a', { href }, [image])]
}

/** A post elsewhere is a link to it: its script would load from a third party. */
function renderPostLink(tag: ParsedTag, rendering: Rendering): ElementContent[] {
  const address = [...tag.positional, ...tag.named.values()].find((value) => /^https?:\/\//.test(value))
  if (address !== undefined)
    return [createElement('a', { href: address }, [{ type: 'text', value: address }])]
  const [first = '', second] = tag.positional
  const id = getParameter(tag, 'id') ?? second ?? first
  const user = getParameter(tag, 'user') ?? (second === undefined ? 'i' : first)
  const href = formatPostUrl(tag.name, user, id)
  if (!/^[\w.-]+$/.test(`${user}${id}`) || id === '') return renderLost(tag, rendering)
  return [createElement('a', { href }, [{ type: 'text', value: href }])]
}

function formatPostUrl(name: string, user: string, id: string): string {
  if (name === 'instagram') return `https://www.instagram.com/p/${id}/`
  if (name === 'gist') return `https://gist.github.com/${user === 'i' ? '' : `${user}/`}${id}`
  return user === 'i' ? `https://x.com/i/status/${id}` : `https://x.com/${user}/status/${id}`
}

function renderLost(tag: ParsedTag, rendering: Rendering): ElementContent[] {
  rendering.notes.add(`A “${tag.name}” tag was left out: it names nothing to show.`)
  return []
}
