import { preload } from 'react-dom'
import type { Image } from '#lib/content/post.ts'
import { getShownPicture } from '#lib/index/shown-picture.ts'
import type { PictureSet } from '#lib/media/picture-set.ts'
import { LEAD_RANGE, PICTURE_PLACES, type PicturePlace, toLeadSizes } from './picture-places.ts'
import './Picture.css'

type Props = {
  image: Pick<Image, 'src' | 'focalPoint'>
  /** The content file that names the picture: paths are relative to it. */
  sourceFile: string
  /** '' for a picture that only decorates a linked headline. */
  alt: string
  /** `eager` for the one picture a page opens with. */
  loading: 'eager' | 'lazy'
  place: PicturePlace | 'lead'
}

/**
 * The one place a picture of front matter becomes markup. Nothing at all when its address is refused; its frame, empty,
 * while a picture of another site is not here yet.
 */
export function Picture({ image, sourceFile, alt, loading, place }: Props) {
  const shown = getShownPicture(image, sourceFile, place === 'lead' ? LEAD_RANGE : PICTURE_PLACES[place])
  switch (shown.kind) {
    case 'refused':
      return null
    case 'awaited':
      return <AwaitedPicture alt={alt} />
    case 'plain':
      return (
        <span className="picture">
          {/* biome-ignore lint/performance/noImgElement: readers get no framework script, which next/image needs */}
          <img
            src={shown.src}
            alt={alt}
            loading={loading}
            decoding="async"
            {...(loading === 'eager' ? { fetchPriority: 'high' } : {})}
          />
        </span>
      )
    case 'set': {
      const sizes = place === 'lead' ? toLeadSizes(shown.set) : PICTURE_PLACES[place].sizes
      const frame = place === 'lead' ? 'picture picture-whole' : 'picture'
      return <PictureVersions set={shown.set} sizes={sizes} frame={frame} alt={alt} loading={loading} />
    }
  }
}

function AwaitedPicture({ alt }: Pick<Props, 'alt'>) {
  return alt === '' ? (
    <span className="picture picture-awaited" aria-hidden="true" />
  ) : (
    <span className="picture picture-awaited" role="img" aria-label={alt} />
  )
}

type VersionProps = Pick<Props, 'alt' | 'loading'> & { set: PictureSet; sizes: string; frame: string }

function PictureVersions({ set, sizes, frame, alt, loading }: VersionProps) {
  const isEager = loading === 'eager'
  const shownSizes = isEager ? sizes : `auto, ${sizes}`
  if (isEager) preloadBest(set, sizes)
  return (
    <picture className={frame}>
      {set.sources.map(({ type, srcSet }) => (
        <source key={type} type={type} srcSet={srcSet} sizes={shownSizes} />
      ))}
      <img
        src={set.src}
        alt={alt}
        width={set.width}
        height={set.height}
        sizes={shownSizes}
        loading={loading}
        decoding="async"
        {...(isEager ? { fetchPriority: 'high' } : {})}
        {...(set.tone === '' ? {} : { 'data-tone': set.tone })}
      />
    </picture>
  )
}

/** Browsers that do not know the best type leave this alone and find the others in the markup. */
function preloadBest({ sources: [best], src }: PictureSet, sizes: string): void {
  if (best === undefined) return
  preload(src, {
    as: 'image',
    type: best.type,
    imageSrcSet: best.srcSet,
    imageSizes: sizes,
    fetchPriority: 'high',
  })
}
