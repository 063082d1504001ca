import { realpath, stat } from 'node:fs/promises'
import path from 'node:path'

/** A file of the old site: where it lies, and its path below `media/`. */
export type FoundFile = { file: string; name: string }

/** Never carried along: what a server would run. */
const CODE = /\.(?:php\d?|phtml|phar|cgi|pl|py|sh|exe|html?|js|mjs|env|htaccess)$/i

/**
 * The file that was at an address, in a folder of the old site's files: by its whole path, else by ever less of its
 * front (`/wp-content/uploads/2014/06/a.jpg`, `/uploads/2014/06/a.jpg`, `/2014/06/a.jpg` …). The full size of a
 * WordPress picture comes before the size asked for. Nothing outside the folder, whatever links lie in it.
 */
export async function findInFolder(address: string, folder: string): Promise<FoundFile | null> {
  const parts = toParts(address)
  if (parts.length === 0 || CODE.test(parts.at(-1) ?? '')) return null
  for (const whole of [toFullSize(parts), parts]) {
    for (let from = 0; from < whole.length; from += 1) {
      const file = await findInside(folder, whole.slice(from))
      if (file !== null) return { file, name: whole.join('/') }
    }
  }
  return null
}

function toParts(address: string): string[] {
  const pathname = URL.parse(address, 'https://site.invalid/')?.pathname ?? ''
  const parts = pathname
    .split('/')
    .map(decode)
    .filter((part) => part !== '')
  const isPlain = parts.every((part) => !/^\.|[/\\\0]/.test(part))
  return isPlain ? parts : []
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part).normalize('NFC')
  } catch {
    return part
  }
}

/** `a-300x200.jpg` → `a.jpg`. */
function toFullSize(parts: string[]): string[] {
  const last = parts.at(-1) ?? ''
  return [...parts.slice(0, -1), last.replace(/-\d{1,5}x\d{1,5}(?=\.\w{2,5}$)/, '')]
}

async function findInside(folder: string, parts: string[]): Promise<string | null> {
  try {
    const [root, file] = await Promise.all([realpath(folder), realpath(path.join(folder, ...parts))])
    return file.startsWith(root + path.sep) && (await stat(file)).isFile() ? file : null
  } catch {
    return null
  }
}
