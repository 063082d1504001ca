const MAIL_NAME = /^[\w.+-]{1,64}$/
const HOST = /^(?:[a-z\d][a-z\d-]{0,62}\.){1,8}[a-z]{2,24}$/i

/** What files end in, and no host of the open web does. */
const FILE_ENDINGS = new Set(
  'htm html php asp aspx jsp cgi md markdown mdown txt rst adoc pdf epub doc docx xls xlsx ppt pptx odt ods csv json xml yaml yml toml gz tar jpg jpeg png gif webp avif svg bmp tif tiff mp3 mp4 ogg ogv wav webm vtt js ts css'.split(
    ' ',
  ),
)

/**
 * The whole address of one that a writer left the beginning of away, where nothing else is meant: `weblogs.example/name`
 * → `https://weblogs.example/name`, `desk@example.org` → `mailto:desk@example.org`. Null for a path. A name alone,
 * `report.pdf` or `example.org`, may be a file.
 */
export function completeAddress(path: string): string | null {
  if (isMailAddress(path)) return `mailto:${path}`
  const slash = path.indexOf('/')
  const host = slash === -1 ? '' : path.slice(0, slash)
  const ending = host.slice(host.lastIndexOf('.') + 1).toLowerCase()
  return HOST.test(host) && !FILE_ENDINGS.has(ending) ? `https://${path}` : null
}

function isMailAddress(path: string): boolean {
  const [name = '', host = '', ...more] = path.split('@')
  return more.length === 0 && MAIL_NAME.test(name) && HOST.test(host)
}
