import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { getEnv } from '#lib/config/env.ts'
import { type GuessedPermalink, guessPermalinks, keepAnswered } from '#lib/doctor/guess-permalinks.ts'
import { listNearDuplicates } from '#lib/doctor/list-near-duplicates.ts'
import { readAddresses } from '#lib/doctor/read-addresses.ts'
import { readStories } from '#lib/doctor/read-stories.ts'
import { confirmRemoval } from '#lib/sync/removals.ts'
import { type Command, EXIT, UsageError } from './command.ts'

const MAX_LISTED = 20

const HELP = `broadsheet doctor <file> [options]
broadsheet doctor --duplicates [--json]
broadsheet doctor --confirm-removal

Given the old site's addresses, says which of them the paper answers, and proposes the lines for permalinks: in
site.yaml that make it answer the others.

  <file>       the old sitemap.xml, or a text file with an address on each line
  --confirm-removal  stories that are gone at once and held back (see /healthz) were meant to go
  --duplicates lists stories that are the same but for some words; exit status 1 when there are any
  --json       { "addresses", "answered", "permalinks": [ { pattern, answers } ], "unanswered": [ … ] },
               or { "duplicates": [ [ file, … ] ] }

Exit status: 0 every address answers as things stand, 1 some do not, 2, 3.

  npx broadsheet doctor old-sitemap.xml`

export const doctor: Command = {
  summary: 'says which old addresses answer, and proposes the permalinks: lines that are missing',
  help: HELP,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        'confirm-removal': { type: 'boolean' },
        duplicates: { type: 'boolean' },
      },
    })
    if (values['confirm-removal']) {
      confirmRemoval(getEnv().dataDir)
      console.log('Confirmed: stories that are held back go within seconds.')
      return EXIT.ok
    }
    if (values.duplicates) return reportDuplicates(values.json)
    const [file] = positionals
    if (file === undefined)
      throw new UsageError('Say where the old addresses are: a sitemap.xml, or a list in a file.')
    if (!existsSync(file)) throw new UsageError(`There is no file ${file}.`)
    const addresses = await readAddresses(file)
    if (addresses.length === 0) throw new UsageError(`${file} holds no address: write one on each line.`)
    const { stories, missing, listAddresses } = await readStories(
      getEnv().contentDir,
      addresses,
      console.warn,
    )
    const guess = guessPermalinks(missing, stories)
    const { permalinks, unanswered } = keepAnswered(
      missing,
      guess,
      listAddresses(guess.permalinks.map(({ pattern }) => pattern)),
    )
    const answered = addresses.length - missing.length
    if (values.json) {
      console.log(JSON.stringify({ addresses: addresses.length, answered, permalinks, unanswered }))
    } else print(addresses.length, answered, permalinks, unanswered)
    return missing.length === 0 ? EXIT.ok : EXIT.problems
  },
}

async function reportDuplicates(asJson: boolean): Promise<0 | 1> {
  const duplicates = await listNearDuplicates(getEnv().contentDir, console.warn)
  if (asJson) console.log(JSON.stringify({ duplicates }))
  else {
    console.log(`${duplicates.length} groups of stories are the same but for some words.`)
    for (const group of duplicates) console.log(`\n  ${group.join('\n  ')}`)
  }
  return duplicates.length === 0 ? EXIT.ok : EXIT.problems
}

function print(
  all: number,
  answered: number,
  permalinks: readonly GuessedPermalink[],
  unanswered: readonly string[],
): void {
  console.log(`${answered} of ${all} old addresses answer as things stand.`)
  if (permalinks.length > 0) {
    const more = permalinks.reduce((sum, { answers }) => sum + answers.length, 0)
    console.log(`With these lines in site.yaml, ${answered + more} do:\n\npermalinks:`)
    for (const { pattern, answers } of permalinks) {
      console.log(`  - ${pattern.padEnd(40)} # ${answers.length}, such as ${answers[0] ?? ''}`)
    }
  }
  if (unanswered.length === 0) return
  console.log(`\n${unanswered.length} would still not answer:`)
  for (const path of unanswered.slice(0, MAX_LISTED)) console.log(`  ${path}`)
  if (unanswered.length > MAX_LISTED)
    console.log(`  … and ${unanswered.length - MAX_LISTED} more; --json lists them all`)
}
