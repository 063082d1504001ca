import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { loadUrl, type Result } from '../serve/wrk.ts'
import { addUpdate, type Blog, saveBlog } from './blog.ts'

const SAVE_MS = 5_000
const TAG_MS = 200

/**
 * Open pages that ask for what is new, over `connections` for `seconds`, while an update is saved every five seconds. Each asks
 * with the entity tag of the second, as a page does that asked before: nearly all are answered with 304.
 */
export async function measurePolls(
  siteUrl: string,
  blog: Blog,
  {
    connections,
    seconds,
    pauseMs,
    seed,
  }: { connections: number; seconds: number; pauseMs: number; seed: number },
): Promise<Result> {
  const url = `${siteUrl}/posts/${blog.slug}/updates.json`
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-polls-'))
  const file = path.join(folder, 'tag')
  const putTag = async () => writeFileSync(file, (await fetch(url)).headers.get('etag') ?? '')
  try {
    await putTag()
    const stop = new AbortController()
    const tags = repeat(TAG_MS, stop.signal, putTag)
    let save = 0
    const saves = repeat(SAVE_MS, stop.signal, async () => {
      addUpdate(blog, seed + save++)
      saveBlog(blog)
    })
    const result = await loadUrl({
      url,
      encoding: 'br',
      connections,
      seconds,
      pauseMs,
      script: toScript(file),
    })
    stop.abort()
    await Promise.all([tags, saves])
    return result
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function repeat(pauseMs: number, signal: AbortSignal, act: () => Promise<void>): Promise<void> {
  while (!signal.aborted) {
    await act()
    await wait(pauseMs)
  }
}

/** For wrk: the request is made anew each second, with the tag in the file. */
function toScript(file: string): string {
  return `
local made, text = 0, nil
request = function()
  local now = os.time()
  if text == nil or now ~= made then
    local handle = io.open("${file}")
    wrk.headers["If-None-Match"] = handle:read("*a")
    handle:close()
    text, made = wrk.format("GET"), now
  end
  return text
end
`
}
