import { defaultSite } from '#lib/config/site.ts'
import { decodeText } from '#lib/content/decode/decode.ts'
import { parseAuthor } from '#lib/content/parse-author.ts'
import { parsePage } from '#lib/content/parse-page.ts'
import { parsePost, type SourceFile } from '#lib/content/parse-post.ts'
import type { Problem } from '#lib/problems/problem.ts'
import { isFilePath, toAbsolute } from '../html/conversion.ts'
import { listAddresses } from '../html/list-addresses.ts'
import { keepAsHtml, toMarkdown } from '../html/to-markdown.ts'
import { dropDoubledPictures } from '../html/tree/drop-doubled-pictures.ts'
import { parseHtml } from '../html/tree/parse-html.ts'
import { composeFile } from '../output/compose.ts'
import { bringFile, type MediaSettings } from '../pictures/bring-file.ts'
import type { Story } from '../story.ts'

/** A story, where its file is to lie, and what its conversion needs to know of the old site. */
export type ConversionJob = { story: Story; path: string; origin: string | null; media: MediaSettings }

/** The file's text, and what was not carried over into it. */
export type ConvertedStory = { text: string; notes: string[] }

/** Makes the file of a story: its pictures brought along, its text as Markdown, and the whole read as the site reads it. */
export async function convertStory({ story, path, origin, media }: ConversionJob): Promise<ConvertedStory> {
  const notes: string[] = []
  const tree = story.body.format === 'html' ? parseHtml(story.body.text) : null
  const moved = new Map<string, string>()
  const bring = async (address: string, kind: 'picture' | 'file') => {
    const brought = await bringFile(address, kind, media)
    if (brought.kind === 'moved') moved.set(address, brought.path)
    else if (brought.reason !== null) notes.push(`a ${kind} stays where it was: ${brought.reason}`)
  }
  if (tree !== null) {
    dropDoubledPictures(tree, origin)
    const { pictures, files } = listAddresses(tree, origin)
    for (const address of pictures) await bring(address, 'picture')
    for (const address of files) if (isFilePath(address)) await bring(address, 'file')
  }
  const own = story.picture === null ? null : toAbsolute(story.picture.src, origin)
  if (own !== null) await bring(own, 'picture')
  const picture =
    story.picture === null || own === null ? null : { ...story.picture, src: moved.get(own) ?? own }
  const converted =
    story.body.format === 'html'
      ? toMarkdown(story.body, tree, { origin, moved })
      : { markdown: story.body.text, notes: [] }
  const written = composeFile({ ...story, picture }, path, converted.markdown)
  const bytes = Buffer.from(written)
  const { value: text, diagnostics } = decodeText(bytes)
  notes.push(...converted.notes, ...diagnostics.map(({ message }) => message))
  const file = { path, bytes: text === written ? bytes : Buffer.from(text), hash: NO_HASH }
  notes.push(...listProblems(story, file).map(({ message, found }) => `${message}: ${found}`))
  return { text, notes }
}

/** The file of a story whose text cannot be converted, by whatever fault: its text as it is. */
export function keepStory({ story, path }: ConversionJob, reason: string): ConvertedStory {
  const { markdown, notes } = keepAsHtml(story.body, reason)
  return { text: decodeText(Buffer.from(composeFile(story, path, markdown))).value, notes }
}

/** Nobody asks what the bytes of a file are here. */
const NO_HASH = '0'.repeat(64)

/** What the site will say of the file. */
function listProblems({ room }: Story, file: SourceFile): Problem[] {
  switch (room) {
    case 'posts':
      return parsePost(file, defaultSite).problems
    case 'pages':
      return parsePage(file, defaultSite).problems
    case 'authors':
      return parseAuthor(file, defaultSite).problems
  }
}
