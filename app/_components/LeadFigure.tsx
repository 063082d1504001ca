import type { Image } from '#lib/content/post.ts'
import { Picture } from './Picture.tsx'

/** The picture a story opens with, its caption, and whose it is. */
export function LeadFigure({ image, sourceFile }: { image: Image | null; sourceFile: string }) {
  if (image === null) return null
  return (
    <figure className="lead-figure">
      <Picture image={image} sourceFile={sourceFile} alt={image.alt} loading="eager" place="lead" />
      {(image.caption !== '' || image.credit !== '') && (
        <figcaption>
          {image.caption} {image.credit !== '' && <bdi className="credit">{image.credit}</bdi>}
        </figcaption>
      )}
    </figure>
  )
}
