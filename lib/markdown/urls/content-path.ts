/**
 * Resolves a path a writer put in a file against that file, inside the content folder.
 *
 * `resolveContentPath('../x%20y.jpg', 'posts/2014/trip.md')` → `posts/x y.jpg`. Null when it would leave the content
 * folder, names a hidden file (`.env`, `.git/…`) or is not a path at all.
 */
export function resolveContentPath(path: string, sourceFile: string): string | null {
  const base = sourceFile.split('/').slice(0, -1)
  return normaliseSegments([...base, ...decodeSegments(path).split('/')])
}

/** Percent-encodes a content path for a URL: `posts/x y.jpg` → `posts/x%20y.jpg`. */
export function encodeContentPath(path: string): string {
  return path.toWellFormed().split('/').map(encodeURIComponent).join('/')
}

function normaliseSegments(segments: string[]): string | null {
  const kept: string[] = []
  for (const segment of segments) {
    if (segment === '' || segment === '.') continue
    if (segment === '..') {
      if (kept.pop() === undefined) return null
    } else if (isHidden(segment)) return null
    else kept.push(segment)
  }
  return kept.length === 0 ? null : kept.join('/')
}

/** `.env`; and `..%2f` or `..\` in disguise, which has no place in a file's name. */
function isHidden(segment: string): boolean {
  return segment.startsWith('.') || /[\\/]/.test(segment) || segment.includes('\0')
}

function decodeSegments(path: string): string {
  try {
    return decodeURIComponent(path).replaceAll('\\', '/')
  } catch {
    return path.replaceAll('\\', '/')
  }
}
