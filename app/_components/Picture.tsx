import type { Image } from '#lib/content/post.ts'
import { resolveMediaUrl } from '#lib/markdown/media-url.ts'
import './Picture.css'

type Props = {
  image: Pick<Image, 'src' | 'focalPoint'>
  /** The content file that names the picture: paths are relative to it. */
  sourceFile: string
  /** '' for a picture that only decorates a linked headline. */
  alt: string
  /** `eager` for the one picture a page opens with. */
  loading: 'eager' | 'lazy'
}

/** The one place a picture becomes markup. Nothing at all when its address is refused. */
export function Picture({ image, sourceFile, alt, loading }: Props) {
  const url = resolveMediaUrl(image.src, sourceFile)
  if (url === null) return null
  return (
    <span className="picture">
      {/* biome-ignore lint/performance/noImgElement: readers get no framework script, which next/image needs */}
      <img
        src={url}
        alt={alt}
        loading={loading}
        decoding="async"
        {...(loading === 'eager' ? { fetchPriority: 'high' } : {})}
        {...(image.focalPoint === null ? {} : { style: toFocus(image.focalPoint) })}
      />
    </span>
  )
}

/** What must stay in view when the frame crops. */
function toFocus({ x, y }: { x: number; y: number }) {
  return { objectPosition: `${Math.round(x * 100)}% ${Math.round(y * 100)}%` }
}
