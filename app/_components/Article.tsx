import type { Site } from '#lib/config/site.ts'
import type { Post, PostSummary } from '#lib/content/post.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import type { RenderedMarkdown } from '#lib/markdown/render-markdown.ts'
import { renderContents } from '../_story/render-contents.ts'
import { getLeadSet, renderLeadFigure } from '../_story/render-lead-figure.ts'
import { renderStoryEnd } from '../_story/render-story-end.ts'
import { ArticleDates } from './ArticleDates.tsx'
import { ArticleTags } from './ArticleTags.tsx'
import { Byline } from './Byline.tsx'
import { measureHeadline, toHeadlineClass } from './headline.ts'
import { Kicker } from './Kicker.tsx'
import { toFurnitureProps } from './language-props.ts'
import { MoreFromSection } from './MoreFromSection.tsx'
import { Neighbours } from './Neighbours.tsx'
import { PicturePreload } from './Picture.tsx'
import { Prose } from './Prose.tsx'
import { toLeadSizes } from './picture-slots.ts'
import { RelatedStories } from './RelatedStories.tsx'
import { Share } from './Share.tsx'
import '../_story/Contents.css'
import './Article.css'
import './Corrections.css'

type Props = {
  post: Post
  body: Pick<RenderedMarkdown, 'html' | 'headings'>
  /** The story's canonical URL, for the links that share it. */
  url: string
  /** So long ago that what it says may no longer be so. */
  isOld: boolean
  site: Site
  neighbours: { previous: PostSummary | null; next: PostSummary | null }
  /** Stories about the same; none where too few were found. */
  related: readonly PostSummary[]
  more: readonly PostSummary[]
}

/**
 * A story as its own page prints it, marked up as an h-entry. Its language is the document's, which the server puts on
 * `<html>`; what is not the story is outside of the article.
 */
export function Article({ post, body, url, isOld, site, neighbours, related, more }: Props) {
  const lead = getLeadSet(post.image, post.sourceFile)
  return (
    <>
      {lead !== null && <PicturePreload set={lead} sizes={toLeadSizes(lead)} />}
      <article
        className="article shell h-entry"
        lang={post.language}
        dir={post.direction}
        data-document-language=""
      >
        <header className="article-header">
          <Kicker section={post.section} type={post.type} site={site} />
          <h1 className={toHeadlineClass(post.title, 'p-name')} data-length={measureHeadline(post.title)}>
            {post.title}
          </h1>
          {post.standfirst !== '' && <p className="article-standfirst p-summary">{post.standfirst}</p>}
        </header>
        <div className="article-credits" {...toFurnitureProps(site)}>
          <Byline authors={post.authors} language={site.language} />
          <ArticleDates post={post} site={site} />
          {isOld && <p className="article-old">{getLabels(site.language).old}</p>}
        </div>
        <div className="article-body">
          <Prose html={renderText(post, body, site)} className="e-content" />
          <ArticleTags tags={post.tags} language={site.language} />
          <Share title={post.title} url={url} language={site.language} />
          <data className="u-url" value={url} />
        </div>
      </article>
      <Onward post={post} site={site} neighbours={neighbours} related={related} more={more} />
    </>
  )
}

/** All of it in one element: reader modes and feeds of other programs take what stands beside it for something else. */
function renderText(post: Post, { html, headings }: Props['body'], site: Site): string {
  return [
    renderLeadFigure(post.image, post.sourceFile),
    renderContents(headings, site.language),
    html,
    renderStoryEnd(post, site),
  ].join('')
}

type OnwardProps = Pick<Props, 'post' | 'site' | 'neighbours' | 'related' | 'more'>

/** Where to read on: stories about the same, or of the same section where too few are; and the neighbours in time. */
function Onward({ post, site, neighbours, related, more }: OnwardProps) {
  const { previous, next } = neighbours
  const hasMore = related.length > 0 || (post.section !== null && more.length > 0)
  if (previous === null && next === null && !hasMore) return null
  return (
    <aside
      className="article-onward related shell"
      aria-label={getLabels(site.language).related}
      {...toFurnitureProps(site)}
    >
      {related.length > 0 ? (
        <RelatedStories stories={related} site={site} />
      ) : (
        <MoreFromSection section={post.section} stories={more} site={site} />
      )}
      <Neighbours {...neighbours} site={site} />
    </aside>
  )
}
