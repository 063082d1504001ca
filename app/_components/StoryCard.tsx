import type { Site } from '#lib/config/site.ts'
import type { PostSummary } from '#lib/content/post.ts'
import { joinNames } from '#lib/labels/join-names.ts'
import { hasShownPicture } from '#lib/queries/shown-picture.ts'
import { toPostPath } from '#lib/routes/paths.ts'
import { formatDate } from '#lib/time/format-date.ts'
import { measureHeadline, toHeadlineClass } from './headline.ts'
import { Kicker } from './Kicker.tsx'
import { toLanguageProps } from './language-props.ts'
import { Picture } from './Picture.tsx'
import type { PictureSlot } from './picture-slots.ts'
import { type LatestUpdate, StoryUpdates } from './StoryUpdates.tsx'
import { RecentTime, Time } from './Time.tsx'
import './StoryCard.css'

/** What a card says of a story. */
export type Story = Pick<
  PostSummary,
  | 'slug'
  | 'title'
  | 'description'
  | 'published'
  | 'section'
  | 'authors'
  | 'image'
  | 'language'
  | 'direction'
  | 'sourceFile'
> & { updates?: readonly LatestUpdate[] }

type Props = {
  story: Story
  site: Pick<Site, 'language' | 'timeZone'>
  heading: 'h2' | 'h3'
  /** When it was published, where the list says it in its own way. */
  moment?: string
  place: keyof typeof SIZES
}

/**
 * Where cards stand, and what they look like there: `lead` opens a page; `tall` has its picture above, `row` beside the
 * words; `brief` has none.
 */
const SIZES = {
  'front-lead': 'lead',
  'front-second': 'tall',
  'front-beside': 'tall',
  'block-first': 'tall',
  'block-beside': 'row',
  onward: 'tall',
  list: 'row',
  brief: 'brief',
} as const satisfies Partial<Record<PictureSlot | 'brief', string>>

/** The one card every list is made of. The headline is the link; the picture only accompanies it. */
export function StoryCard({ story, site, place: position, heading, moment }: Props) {
  const size = SIZES[position]
  // Said before the words: where a page comes in parts, the picture comes after them.
  const isPictured = position !== 'brief' && hasShownPicture(story)
  return (
    <article className={`card card-${size}${isPictured ? ' card-pictured' : ''}`}>
      <div className="card-frame">
        <div className="card-words">
          <Kicker section={story.section} />
          <CardHeadline story={story} site={site} size={size} heading={heading} />
          {story.updates !== undefined && (
            <StoryUpdates slug={story.slug} updates={story.updates} site={site} />
          )}
          <p className="card-line">
            {story.authors.length > 0 && (
              <span className="card-author">
                {joinNames(
                  story.authors.map(({ name }) => name),
                  site.language,
                )}
              </span>
            )}{' '}
            {moment === undefined ? (
              <RecentTime instant={story.published} text={formatDate(story.published, site)} />
            ) : (
              <Time instant={story.published} text={moment} />
            )}
          </p>
        </div>
        {position !== 'brief' && <CardPicture story={story} place={position} />}
      </div>
    </article>
  )
}

type CardHeadlineProps = Pick<Props, 'story' | 'site' | 'heading'> & { size: (typeof SIZES)[Props['place']] }

function CardHeadline({ story, site, size, heading: Heading }: CardHeadlineProps) {
  const words = toLanguageProps(story, site)
  const length = size === 'lead' ? measureHeadline(story.title) : undefined
  return (
    <>
      <Heading className={toHeadlineClass(story.title, 'card-headline')} data-length={length} {...words}>
        <a href={toPostPath(story.slug)}>{story.title}</a>
      </Heading>
      {story.description !== '' && (
        <p className="card-standfirst" {...words}>
          {story.description}
        </p>
      )}
    </>
  )
}

type CardPictureProps = Pick<Props, 'story'> & { place: Exclude<Props['place'], 'brief'> }

function CardPicture({ story: { image, sourceFile }, place: position }: CardPictureProps) {
  if (image === null) return null
  const loading = SIZES[position] === 'lead' ? 'eager' : 'lazy'
  return <Picture image={image} sourceFile={sourceFile} alt="" loading={loading} place={position} />
}
