import type { Image } from '#lib/content/post.ts'
import type { PictureSet } from '#lib/pictures/derive/picture-set.ts'
import { getShownPicture } from '#lib/queries/shown-picture.ts'
import { PICTURE_SLOTS, type PictureSlot } from './picture-slots.ts'
import './Picture.css'

type Props = {
  image: Pick<Image, 'src' | 'focalPoint'>
  /** The content file that names the picture: paths are relative to it. */
  sourceFile: string
  /** '' for a picture that only decorates a linked headline. */
  alt: string
  /** `eager` for the one picture a page opens with. */
  loading: 'eager' | 'lazy'
  place: PictureSlot
}

/**
 * Where a picture of front matter becomes markup, but for the one a story opens with. Nothing at all when its address is refused; its frame, empty,
 * while a picture of another site is not here yet.
 */
export function Picture({ image, sourceFile, alt, loading, place: position }: Props) {
  const shown = getShownPicture(image, sourceFile, PICTURE_SLOTS[position])
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
      const { sizes } = PICTURE_SLOTS[position]
      return <PictureVersions set={shown.set} sizes={sizes} alt={alt} loading={loading} />
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

type VersionProps = Pick<Props, 'alt' | 'loading'> & { set: PictureSet; sizes: string }

function PictureVersions({ set, sizes, alt, loading }: VersionProps) {
  const isEager = loading === 'eager'
  return (
    <>
      {isEager && <PicturePreload set={set} sizes={sizes} />}
      <picture className="picture">
        {set.sources.map(({ type, srcSet }) => (
          <source key={type} type={type} srcSet={srcSet} sizes={sizes} />
        ))}
        <img
          src={set.src}
          alt={alt}
          width={set.width}
          height={set.height}
          loading={loading}
          decoding="async"
          {...(isEager ? { fetchPriority: 'high' } : {})}
          {...(set.tone === '' ? {} : { 'data-tone': set.tone })}
        />
      </picture>
    </>
  )
}

/**
 * Without an `href`, so that React leaves it where it is: where it put it would depend on what else was ready first. The
 * server moves it into the head. Browsers that do not know the best type leave it alone and find the others in the markup.
 */
export function PicturePreload({ set, sizes }: Pick<VersionProps, 'set' | 'sizes'>) {
  const [best] = set.sources
  if (best === undefined) return null
  return (
    <link
      rel="preload"
      as="image"
      type={best.type}
      imageSrcSet={best.srcSet}
      imageSizes={sizes}
      fetchPriority="high"
    />
  )
}
