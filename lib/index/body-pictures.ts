import type { PictureFacts } from '#lib/markdown/rendering.ts'
import { listPictureSet, type PictureRange } from '#lib/media/picture-set.ts'
import { describePictures } from './describe-pictures.ts'
import { type Index, transact } from './index-state.ts'
import { listPictureUses, putPictureUses, toPictureSource } from './picture-uses.ts'
import { getPictureState, type KnownPicture } from './pictures.ts'

const RANGES: Record<'body' | 'gallery', PictureRange> = {
  body: { shape: 'whole', least: 320, most: 1600 },
  gallery: { shape: '3x2', least: 320, most: 1200 },
}

/** The pictures one text names, gathered while it is rendered. */
export class BodyPictures {
  readonly #index: Index
  readonly #file: string
  readonly #sources = new Set<string>()

  constructor(index: Index, file: string) {
    this.#index = index
    this.#file = file
  }

  /** As `MarkdownContext` asks. `url` is resolved already. */
  describe(url: string, place: 'body' | 'gallery'): PictureFacts | 'awaited' | null {
    const source = toPictureSource(url, this.#file)
    if (source === null) return null
    this.#sources.add(source)
    const known = getPictureState(this.#index, source)?.known ?? null
    if (known === null) return 'awaited'
    return isAnimatedFile(known) ? toMovingFacts(known) : listPictureSet(known, null, RANGES[place])
  }

  /** Notes which pictures the text names, when that is another set than before. */
  keep(): void {
    const known = new Set(listPictureUses(this.#index, this.#file, 'body'))
    if (known.size === this.#sources.size && this.#sources.isSubsetOf(known)) return
    transact(this.#index, () => putPictureUses(this.#index, this.#file, 'body', this.#sources))
  }
}

/** A moving picture of our own is shown as it is: a derivative would stand still. */
function isAnimatedFile({ source, frames }: KnownPicture): boolean {
  return frames > 1 && source.startsWith('/')
}

function toMovingFacts({ source, width, height, tone }: KnownPicture): PictureFacts {
  return { width, height, tone, sources: [], src: source, large: source }
}

/** Looks at the pictures a text names. True when something about them was not known before: it is to be rendered again. */
export async function describeBodyPictures(index: Index, file: string): Promise<boolean> {
  const sources = listPictureUses(index, file, 'body')
  const listHashes = () => sources.map((source) => getPictureState(index, source)?.known?.hash).join()
  const before = listHashes()
  await describePictures(
    index,
    sources.map((source) => ({ source, focus: null })),
  )
  return before !== listHashes()
}
