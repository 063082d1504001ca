import type { Site } from '#lib/config/site.ts'
import type { Post, PostSummary } from '#lib/content/post.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import type { RenderedMarkdown } from '#lib/markdown/render-markdown.ts'
import { ArticleDates } from './ArticleDates.tsx'
import { ArticleTags } from './ArticleTags.tsx'
import { Byline } from './Byline.tsx'
import { Corrections } from './Corrections.tsx'
import { measureHeadline, toHeadlineClass } from './headline.ts'
import { Kicker } from './Kicker.tsx'
import { LeadFigure } from './LeadFigure.tsx'
import { toLanguageProps } from './language-props.ts'
import { MoreFromSection } from './MoreFromSection.tsx'
import { Neighbours } from './Neighbours.tsx'
import { Prose } from './Prose.tsx'
import { RelatedStories } from './RelatedStories.tsx'
import { Share } from './Share.tsx'
import { TableOfContents } from './TableOfContents.tsx'
import './Article.css'

type Props = {
  post: Post
  body: Pick<RenderedMarkdown, 'html' | 'headings'>
  /** Where the story lives, for whoever passes it on. */
  url: string
  /** So long ago that what it says may no longer be so. */
  isOld: boolean
  site: Site
  neighbours: { previous: PostSummary | null; next: PostSummary | null }
  /** Stories about the same; none where too few were found. */
  related: readonly PostSummary[]
  more: readonly PostSummary[]
}

/** A story as its own page prints it. */
export function Article({ post, body, url, isOld, site, neighbours, related, more }: Props) {
  return (
    <>
      <article className="article shell" {...toLanguageProps(post, site)}>
        <header className="article-header">
          <Kicker section={post.section} />
          <h1 className={toHeadlineClass(post.title)} data-length={measureHeadline(post.title)}>
            {post.title}
          </h1>
          {post.standfirst !== '' && <p className="article-standfirst">{post.standfirst}</p>}
        </header>
        <div className="article-credits" lang={site.language}>
          <Byline authors={post.authors} language={site.language} />
          <ArticleDates post={post} site={site} />
          {isOld && <p className="article-old">{getLabels(site.language).old}</p>}
        </div>
        <LeadFigure image={post.image} sourceFile={post.sourceFile} />
        <div className="article-body">
          <TableOfContents headings={body.headings} language={site.language} />
          <Prose html={body.html} />
          <Corrections corrections={post.corrections} site={site} />
          <ArticleTags tags={post.tags} language={site.language} />
          <Share title={post.title} url={url} language={site.language} />
        </div>
      </article>
      <div className="article-onward shell">
        {related.length > 0 ? (
          <RelatedStories stories={related} site={site} />
        ) : (
          <MoreFromSection section={post.section} stories={more} site={site} />
        )}
        <Neighbours {...neighbours} site={site} />
      </div>
    </>
  )
}
