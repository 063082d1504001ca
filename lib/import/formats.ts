import path from 'node:path'
import { openBlogger } from './blogger/open-blogger.ts'
import { detectFormat, type ExportFormat, isZip } from './detect-format.ts'
import { openGhost } from './ghost/open-ghost.ts'
import { isFilePath, isPicturePath } from './html/conversion.ts'
import { ImportError } from './import-error.ts'
import { openMedium } from './medium/open-medium.ts'
import { openMovableType } from './movable-type/open-movable-type.ts'
import type { OpenExport, ReadOptions } from './story.ts'
import { openSubstack } from './substack/open-substack.ts'
import { openWxr } from './wordpress/open-wxr.ts'
import { extractFiles } from './zip/read-zip.ts'

/** `media` is the folder with the pictures and files that came in the same zip; null: none did. */
export type OpenedExport = OpenExport & { format: ExportFormat; media: string | null }

type Options = ReadOptions & { origin: string | null }

/**
 * Opens an export; without `format`, what it is follows from the file itself. `origin` is where the old site lived, for
 * exports that do not say. A zip around the files that count (WordPress, Ghost) is unpacked into the scratch folder.
 *
 * @throws {ImportError} when it is nothing that can be imported, or not what `format` says
 */
export async function openExport(
  file: string,
  format: ExportFormat | null,
  options: Options,
): Promise<OpenedExport> {
  const known = format ?? (await detectFormat(file))
  const { origin } = options
  switch (known) {
    case 'wordpress': {
      const { files, media } = await unpack(file, /\.xml$/i, options)
      return { format: known, media, ...(await openWxr(files, options)) }
    }
    case 'ghost': {
      const { files, media } = await unpack(file, /\.json$/i, options)
      return { format: known, media, ...(await openGhost(files[0], options, origin)) }
    }
    case 'medium':
      return { format: known, media: null, ...(await openMedium(file, options)) }
    case 'substack':
      return { format: known, media: null, ...(await openSubstack(file, options, origin)) }
    case 'blogger':
      return { format: known, media: null, ...(await openBlogger(file, options, origin)) }
    case 'movable-type':
      return { format: known, media: null, ...(await openMovableType(file, options, origin)) }
  }
}

type Unpacked = { files: [string, ...string[]]; media: string | null }

/** The files in a zip that count, in its order, and the pictures beside them; any other file is that itself. */
async function unpack(file: string, ending: RegExp, { scratchDir }: ReadOptions): Promise<Unpacked> {
  if (!(await isZip(file))) return { files: [file], media: null }
  let number = 0
  const written = await extractFiles(file, scratchDir, (name) => {
    if (ending.test(name)) return `export-${number++}${path.extname(name).toLowerCase()}`
    return isPicturePath(name) || isFilePath(name) ? `media/${name}` : null
  })
  const media = path.join(scratchDir, 'media')
  const [first, ...others] = written.filter((inner) => !inner.startsWith(media + path.sep))
  if (first === undefined) throw new ImportError(`${file} holds no file that ends in ${ending.source}.`)
  return { files: [first, ...others], media: written.length > others.length + 1 ? media : null }
}
