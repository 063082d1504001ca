import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { FACE_ROLES, type FaceRole } from '#lib/config/custom-faces.ts'
import { getEnv } from '#lib/config/env.ts'
import { parseSite } from '#lib/config/parse/parse-site.ts'
import { BUILT_IN_BYTES, MAX_PAGE_FONT_BYTES } from '#lib/fonts/font-budget.ts'
import { type PrepareOptions, prepareFont } from '#lib/fonts/prepare-font.ts'
import { isLanguageTag } from '#lib/text/language.ts'
import { toSlug } from '#lib/text/slug.ts'
import { type Command, EXIT, splitList, UsageError } from './command.ts'

const FOLDER = 'fonts'

const HELP = `broadsheet fonts <file> … [options]

Cuts font files (WOFF2, TrueType, OpenType) to what the paper's pages need, puts them as WOFF2 into ${FOLDER}/ of the content
folder, and prints the lines for site.yaml. Kept are the letters of the paper's language and of western Europe, figures,
newspapers' punctuation, and what joins and places letters. All fonts of a page may have ${MAX_PAGE_FONT_BYTES} bytes together.

  --as ROLE          text or display: what they are for (text)
  --weight N, N-M    one weight of a variable font, or a range (400 for text, 700 for display)
  --languages de,pl  letters of other languages too
  --characters "★"   other characters
  --name NAME        what the file is called, if there is one; else as it was
  --force            replaces a file that is there
  --json             [{ "file": …, "bytes": … }]

Whether its licence lets a font be cut and served is for you to know; what the file itself forbids is heeded.

  npx broadsheet fonts ~/Downloads/Example-Regular.ttf ~/Downloads/Example-Italic.ttf`

type Cut = { file: string; bytes: Buffer }

export const fonts: Command = {
  summary: 'cuts font files to what the paper’s pages need',
  help: HELP,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        as: { type: 'string', default: 'text' },
        weight: { type: 'string' },
        languages: { type: 'string' },
        characters: { type: 'string', default: '' },
        name: { type: 'string' },
        force: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    })
    const { name } = values
    if (positionals.length === 0) throw new UsageError('Say which font file.')
    if (name !== undefined && positionals.length > 1) throw new UsageError('--name is for a single file.')
    const { contentDir } = getEnv()
    const options: PrepareOptions = {
      role: parseRole(values.as),
      weight: parseWeight(values.weight),
      languages: [readLanguage(contentDir), ...parseLanguages(values.languages)],
      text: values.characters,
    }
    const cuts: Cut[] = []
    for (const file of positionals) cuts.push(await cutFile(contentDir, file, options, name))
    const total = cuts.reduce((sum, { bytes }) => sum + bytes.length, 0)
    if (total > MAX_PAGE_FONT_BYTES) throw new Error(explainWeight(total))
    for (const each of cuts) writeCut(contentDir, each, values.force)
    console.log(values.json ? toJson(cuts) : describe(options.role, cuts, total))
    return EXIT.ok
  },
}

function parseRole(written: string): FaceRole {
  const role = FACE_ROLES.find((known) => known === written)
  if (role === undefined) throw new UsageError(`--as is ${FACE_ROLES.join(' or ')}.`)
  return role
}

function parseWeight(written: string | undefined): PrepareOptions['weight'] {
  if (written === undefined) return null
  const [, first, last] = /^(\d{1,4})(?:-(\d{1,4}))?$/.exec(written) ?? []
  if (first === undefined)
    throw new UsageError('--weight is a number such as 400, or a range such as 300-700.')
  return last === undefined ? Number(first) : { min: Number(first), max: Number(last) }
}

function parseLanguages(written: string | undefined): string[] {
  const languages = splitList(written)
  const wrong = languages.find((language) => !isLanguageTag(language))
  if (wrong !== undefined)
    throw new UsageError(`--languages: "${wrong}" is no language tag such as pl or pt-BR.`)
  return languages
}

function readLanguage(contentDir: string): string {
  const file = path.join(contentDir, 'site.yaml')
  return parseSite(existsSync(file) ? readFileSync(file, 'utf8') : null, 'site.yaml').site.language
}

async function cutFile(
  contentDir: string,
  file: string,
  options: PrepareOptions,
  name?: string,
): Promise<Cut> {
  const source = [file, path.join(contentDir, file)].find((place) => existsSync(place))
  if (source === undefined) throw new UsageError(`There is no file ${file}.`)
  const prepared = await prepareFont(readFileSync(source), file, options)
  if ('fault' in prepared) throw new Error(`${file}: ${prepared.fault.message}. ${prepared.fault.hint}.`)
  const target = `${FOLDER}/${toSlug(name ?? path.parse(file).name)}.woff2`
  if (path.resolve(source) === path.resolve(contentDir, target))
    throw new UsageError(`${file} is what would be written. Say another name: --name.`)
  return { file: target, bytes: prepared.bytes }
}

/** A font that is there, and differs, may be another by chance. */
function writeCut(contentDir: string, { file, bytes }: Cut, force: boolean): void {
  const target = path.join(contentDir, file)
  if (!force && existsSync(target) && !bytes.equals(readFileSync(target)))
    throw new UsageError(`${target} is there already. Say --name, or --force to replace it.`)
  mkdirSync(path.dirname(target), { recursive: true })
  writeFileSync(target, bytes)
}

function explainWeight(total: number): string {
  return `Cut, these fonts still have ${total} bytes, and all fonts of a page may have ${MAX_PAGE_FONT_BYTES}. Nothing was written. Take fewer files, one weight of a variable font (--weight), or fewer languages; a script of thousands of characters fits into no page: there the reader’s fonts do (serif, sans).`
}

function toJson(cuts: readonly Cut[]): string {
  return JSON.stringify(cuts.map(({ file, bytes }) => ({ file, bytes: bytes.length })))
}

function describe(role: FaceRole, cuts: readonly Cut[], total: number): string {
  const other = role === 'text' ? 'display' : 'text'
  const room = MAX_PAGE_FONT_BYTES - BUILT_IN_BYTES[other]
  const [first] = cuts
  const value = cuts.length === 1 ? ` ${first?.file}` : cuts.map(({ file }) => `\n      - ${file}`).join('')
  return [
    ...cuts.map(({ file, bytes }) => `${file}: ${bytes.length} bytes`),
    ...(total > room
      ? [`Beside the built-in face (${other}) there is room for ${room} bytes: name fonts for both.`]
      : []),
    '',
    'In site.yaml:',
    '',
    `theme:\n  fonts:\n    ${role}:${value}`,
  ].join('\n')
}
