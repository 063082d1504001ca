import type { PlainValues } from '../front-matter/plain-values.ts'
import { splitCode } from '../inline/split-code.ts'
import { toText } from '../keys/raw-value.ts'

/** Keys of Jekyll's theme Chirpy, now and before: the folder that a story's pictures, sound and film lie in. */
const KEYS = ['media_subpath', 'img_path'] as const

/** The folder that a file says its media lie in, with a slash behind it; '' where it says none. */
export function findMediaFolder(extra: PlainValues): string {
  const written = KEYS.map((key) => toText(extra[key]).trim()).find((text) => text !== '') ?? ''
  return written === '' || written.endsWith('/') ? written : `${written}/`
}

/** An address below the folder, where it is a path that says nothing of where it begins. */
export function addMediaFolder(address: string, folder: string): string {
  return folder === '' || !isBare(address) ? address : folder + address.replace(/^\.\//, '')
}

/** `a.jpg`, `img/a.jpg`: neither from a root or from above, nor with a scheme, nor a tag of a program's. */
function isBare(address: string): boolean {
  return address !== '' && !/^(?:[/\\#?{]|\.\.\/|[a-z][a-z\d+.-]*:)/i.test(address)
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/
/** A picture of Markdown's, its address last. */
const PICTURE = /(!\[[^[\]\n]{0,500}\]\([ \t]{0,3}<?)([^\s<>()]{1,500})/g
/** An element, or a template tag of the theme's, that shows a file, and its attributes that name one. */
const PLAYER =
  /<(?:img|video|audio|source)\s[^<>]{0,2000}|\{%-? {0,3}include embed\/(?:video|audio)\.html\s[^{}]{0,1000}/gi
const SOURCE = /(\s(?:src|poster)=["'])([^"'<>\s]{1,500})/gi

/** A body in which pictures and players name their files from the folder. */
export function addMediaFolderToBody(body: string, folder: string): string {
  if (folder === '') return body
  let fence = ''
  return body
    .split('\n')
    .map((line) => {
      const mark = FENCE.exec(line)?.[1] ?? ''
      if (fence !== '') {
        if (mark.startsWith(fence)) fence = ''
        return line
      }
      fence = mark
      return mark !== '' || !/!\[|src=|poster=/i.test(line) ? line : addToLine(line, folder)
    })
    .join('\n')
}

function addToLine(line: string, folder: string): string {
  const add = (_: string, before: string, address: string) => before + addMediaFolder(address, folder)
  return splitCode(line)
    .map(({ text, isCode }) =>
      isCode ? text : text.replace(PICTURE, add).replace(PLAYER, (tag) => tag.replace(SOURCE, add)),
    )
    .join('')
}
