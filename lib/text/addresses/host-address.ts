/** What files end in, and no host of the open web does. */
const FILE_ENDINGS = new Set(
  'htm html php asp aspx jsp cgi md markdown mdown txt rst adoc pdf epub doc docx xls xlsx ppt pptx odt ods csv json xml yaml yml toml gz tar jpg jpeg png gif webp avif svg bmp tif tiff mp3 mp4 ogg ogv wav webm vtt js ts css'.split(
    ' ',
  ),
)

const NAME =
  /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]{0,62})\.){1,8}(?:[a-z]{2,24}|xn--[a-z\d-]{2,59}|рф|укр|中国|香港|台灣)$/iu
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1?\])$/i
const NUMBERS = /^\d{1,3}(?:\.\d{1,3}){3}$/
const PORT = /:\d{1,5}$/

/** An address without its scheme, parted: `example.org:8080/posts/y` is host `example.org`, port 8080 and `/posts/y`. */
export type HostAddress = { host: string; port: number | null; rest: string }

/**
 * The address of a page at a host, where its scheme was left away: `weblogs.example/name`, `localhost:1313/x`. Null for a
 * path, and for a name alone: `report.pdf` or `example.org` may be a file.
 */
export function parseHostAddress(written: string): HostAddress | null {
  const end = written.search(/[/?#]/)
  const authority = end === -1 ? written : written.slice(0, end)
  const port = PORT.exec(authority)?.[0] ?? ''
  const host = authority.slice(0, authority.length - port.length)
  const rest = end === -1 ? '' : written.slice(end)
  if (port === '' && !(rest.startsWith('/') && isHostName(host))) return null
  if (port !== '' && !isHostName(host) && !LOOPBACK.test(host) && !NUMBERS.test(host)) return null
  return { host, port: port === '' ? null : Number(port.slice(1)), rest }
}

/** Whether an address at this host is one of the reader's own machine. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host)
}

/** Whether a name is that of a host of the open web: `example.org`, no `report.pdf`. */
export function isHostName(name: string): boolean {
  if (!name.includes('.') || name.length > 253) return false
  return NAME.test(name) && !FILE_ENDINGS.has(name.slice(name.lastIndexOf('.') + 1).toLowerCase())
}
