/** A film at a host we show as a click-to-load box. `start` is in whole seconds, 0 for the beginning. */
export type Video = {
  provider: 'youtube' | 'vimeo'
  id: string
  start: number
  /** Vimeo's key to an unlisted film, null for a public one. */
  key: string | null
}

const YOU_TUBE_HOSTS = /^(?:(?:www|m|music)\.)?(?:youtube\.com|youtube-nocookie\.com|youtu\.be)$/
const VIMEO_HOSTS = /^(?:(?:www|player)\.)?vimeo\.com$/

/** The film a URL leads to (watch page, short link, Shorts, live, player), or null. */
export function parseVideoUrl(href: string): Video | null {
  const url = URL.parse(href.replace(/^\/\//, 'https://'))
  if (url === null || !/^https?:$/.test(url.protocol)) return null
  if (YOU_TUBE_HOSTS.test(url.hostname)) return parseYouTube(url)
  if (VIMEO_HOSTS.test(url.hostname)) return parseVimeo(url)
  return null
}

/** Where the film can be seen without any player of ours. */
export function formatVideoUrl({ provider, id, start, key }: Video): string {
  if (provider === 'youtube') {
    return `https://www.youtube.com/watch?v=${id}${start > 0 ? `&t=${start}` : ''}`
  }
  return `https://vimeo.com/${id}${key === null ? '' : `/${key}`}${start > 0 ? `#t=${start}s` : ''}`
}

function parseYouTube(url: URL): Video | null {
  const [first = '', second = ''] = url.pathname.split('/').filter(Boolean)
  const path = /^(?:embed|shorts|live|v|e)$/.test(first) ? second : ''
  const id = url.hostname === 'youtu.be' ? first : (url.searchParams.get('v') ?? path)
  if (!/^[\w-]{6,20}$/.test(id) || id === 'videoseries' || id === 'live_stream') return null
  return { provider: 'youtube', id, start: readStart(url), key: null }
}

function parseVimeo(url: URL): Video | null {
  const match =
    /^\/(?:video\/|channels\/[\w-]+\/|groups\/[\w-]+\/videos\/)?(\d{5,12})(?:\/([0-9a-f]{6,20}))?\/?$/.exec(
      url.pathname,
    )
  const id = match?.[1]
  const key = match?.[2] ?? url.searchParams.get('h')
  if (id === undefined) return null
  return {
    provider: 'vimeo',
    id,
    start: readStart(url),
    key: /^[0-9a-f]{6,20}$/.test(key ?? '') ? key : null,
  }
}

/** `t=90`, `t=90s`, `t=1m30s`, `start=90`, in the query or behind the `#`. */
function readStart(url: URL): number {
  const fragment = new URLSearchParams(url.hash.slice(1))
  const written = url.searchParams.get('t') ?? url.searchParams.get('start') ?? fragment.get('t') ?? ''
  const match = /^(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?$/.exec(written)
  const [hours, minutes, seconds] = [match?.[1], match?.[2], match?.[3]].map((part) => Number(part ?? 0))
  return (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)
}
