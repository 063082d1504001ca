import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { getEnv } from '#lib/config/env.ts'
import { parseSite } from '#lib/config/parse/parse-site.ts'
import { formatNewStory } from '#lib/import/output/format-new-story.ts'
import { type Command, EXIT, splitList, UsageError } from './command.ts'

const HELP = `broadsheet new <title> [options]

Makes the file of a new story, with today's date in the paper's zone, and prints its path. It is a draft until you take
away the line that says so.

  --section NAME   as site.yaml lists them (the first of them)
  --author A,B     who writes it
  --tags a,b
  --date DAY       2026-12-01, else today
  --live           not a draft
  --json           { "file": … }

  npx broadsheet new "Ferry returns" --section Harbour --author "Idris Pennock"`

export const newStory: Command = {
  summary: 'makes the file of a new story',
  help: HELP,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        section: { type: 'string' },
        author: { type: 'string' },
        tags: { type: 'string' },
        date: { type: 'string' },
        live: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    })
    const title = positionals.join(' ').trim()
    if (title === '') throw new UsageError('Say the title: broadsheet new "Ferry returns"')
    if (values.date !== undefined && !isDay(values.date))
      throw new UsageError('--date is a day such as 2026-12-01.')
    const { contentDir } = getEnv()
    const settings = readSite(contentDir)
    const { file, text } = formatNewStory({
      title,
      day:
        values.date ??
        new Intl.DateTimeFormat('en-CA', { timeZone: settings.timeZone, dateStyle: 'short' }).format(),
      section: findSection(
        values.section,
        settings.sections.map(({ name }) => name),
      ),
      authors: splitList(values.author),
      tags: splitList(values.tags),
      isDraft: !values.live,
    })
    const target = path.join(contentDir, file)
    if (existsSync(target))
      throw new UsageError(`${target} is there already. Choose another title, or edit that file.`)
    mkdirSync(path.dirname(target), { recursive: true })
    writeFileSync(target, text, { flag: 'wx' })
    console.log(values.json ? JSON.stringify({ file: target }) : target)
    return EXIT.ok
  },
}

function readSite(contentDir: string) {
  const file = path.join(contentDir, 'site.yaml')
  return parseSite(existsSync(file) ? readFileSync(file, 'utf8') : null, 'site.yaml').site
}

/** As site.yaml spells it; one that it does not list is as good where it lists none. */
function findSection(asked: string | undefined, listed: readonly string[]): string {
  if (asked === undefined) return listed[0] ?? ''
  const known = listed.find((name) => name.toLowerCase() === asked.toLowerCase())
  if (known !== undefined || listed.length === 0) return known ?? asked
  throw new UsageError(`site.yaml has no section "${asked}". Write one of: ${listed.join(', ')}.`)
}

function isDay(written: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(written) && !Number.isNaN(Date.parse(written))
}
