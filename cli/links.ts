import { parseArgs } from 'node:util'
import { collectProblems } from '#lib/check/collect-problems.ts'
import { type CheckedLink, checkLinks, type Link } from '#lib/check/links/check-links.ts'
import { LinkMemory } from '#lib/check/links/link-memory.ts'
import { listLinks } from '#lib/check/links/list-links.ts'
import { getEnv } from '#lib/config/env.ts'
import { type Command, EXIT, UsageError } from './command.ts'
import { startProgress } from './progress.ts'

const HELP = `broadsheet links [options]

Asks every address that stories link to whether it still answers: one question at a time to each host, as its robots.txt
allows. One that fails is dead when it still fails a week later; the answers are kept in DATA_DIR/links.sqlite. A server
that turns programs away (403, 429 …) says nothing of the page.

  --all        also those that answered within the last 30 days
  --pause MS   between two questions to one host (1000)
  --json       one object a link: { url, files, verdict, reason }, in a list

Exit status: 0 no dead link, 1 dead links, 2, 3.

  npx broadsheet links`

export const links: Command = {
  summary: 'says which links to other sites are dead',
  help: HELP,
  run: async (args) => {
    const { values } = parseArgs({
      args,
      options: {
        all: { type: 'boolean', default: false },
        pause: { type: 'string', default: '1000' },
        json: { type: 'boolean', default: false },
      },
    })
    const pauseMs = Number(values.pause)
    if (!Number.isInteger(pauseMs) || pauseMs < 0)
      throw new UsageError('--pause is a number of milliseconds.')
    const { dataDir, allowLoopbackPictures } = getEnv()
    const found = await collectLinks()
    const memory = new LinkMemory(dataDir)
    const progress = startProgress('Asking')
    const checked = await checkLinks(found, {
      memory,
      rules: { allowHosts: [], allowLoopback: allowLoopbackPictures },
      now: new Date(),
      pauseMs,
      freshDays: values.all ? 0 : 30,
      onProgress: (done) =>
        progress.show(done / Math.max(1, found.length), `${done} of ${found.length} links`),
    })
    progress.end()
    memory.close()
    if (values.json) console.log(JSON.stringify(checked))
    else printLinks(checked)
    return checked.some(({ verdict }) => verdict === 'dead') ? EXIT.problems : EXIT.ok
  },
}

async function collectLinks(): Promise<Link[]> {
  const { contentDir, siteUrl } = getEnv()
  const files = new Map<string, string[]>()
  const progress = startProgress('Reading')
  await collectProblems({
    contentDir,
    remote: null,
    now: new Date(),
    onProgress: progress.show,
    log: () => {},
    onStory: (file, html) => {
      for (const url of listLinks(html, siteUrl)) files.set(url, [...(files.get(url) ?? []), file])
    },
  })
  progress.end()
  return Array.from(files, ([url, named]) => ({ url, files: named }))
}

const TITLES = [
  ['dead', 'Dead'],
  ['failing', 'Failing now; dead if they still fail in a week'],
  ['unknown', 'Cannot say'],
] as const

function printLinks(checked: readonly CheckedLink[]): void {
  for (const [verdict, title] of TITLES) {
    const members = checked.filter((link) => link.verdict === verdict)
    if (members.length === 0) continue
    console.log(`${title}: ${members.length}`)
    for (const { url, files, reason } of members) console.log(`  ${files.join(', ')}: ${url} (${reason})`)
  }
  const alive = checked.filter(({ verdict }) => verdict === 'alive').length
  console.log(`${alive} of ${checked.length} links answer.`)
}
