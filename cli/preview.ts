import { parseArgs } from 'node:util'
import { getEnv } from '#lib/config/env.ts'
import { toPreviewPath } from '#lib/routes/preview-path.ts'
import { type Command, EXIT, UsageError } from './command.ts'
import { findStory } from './find-story.ts'

const DAY_MS = 86_400_000

const HELP = `broadsheet preview <file or slug> [options]

Prints a link to a story that is not public yet, signed with PREVIEW_SECRET: whoever has it can read the story.

  --days N     how long it is good for (7)
  --json       { "url": …, "expires": … }

  PREVIEW_SECRET=… npx broadsheet preview content/posts/2026/2026-12-01-ferry.md`

export const preview: Command = {
  summary: 'prints a signed link to a story that is not public yet',
  help: HELP,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { days: { type: 'string', default: '7' }, json: { type: 'boolean', default: false } },
    })
    const [asked] = positionals
    if (asked === undefined) throw new UsageError('Say which story: a file or a slug.')
    const days = Number(values.days)
    if (!Number.isInteger(days) || days < 1 || days > 365)
      throw new UsageError('--days is a number from 1 to 365.')
    const { contentDir, dataDir, siteUrl, previewSecret } = getEnv()
    if (previewSecret === null) {
      throw new Error(
        'Set PREVIEW_SECRET, here and for the server, to the same secret of at least 16 characters.',
      )
    }
    const slug = await findStory(asked, { contentDir, dataDir, log: console.warn })
    if (slug === null) {
      throw new Error(`No story is called ${asked}. If its file is broken, npx broadsheet check says why.`)
    }
    const expires = new Date(Date.now() + days * DAY_MS)
    const url = siteUrl + toPreviewPath(slug, expires, previewSecret)
    console.log(values.json ? JSON.stringify({ url, expires: expires.toISOString() }) : url)
    return EXIT.ok
  },
}
