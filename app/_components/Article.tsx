import type { Site } from '#lib/config/site.ts'
import type { Post, PostSummary } from '#lib/content/post.ts'
import { ArticleDates } from './ArticleDates.tsx'
import { ArticleTags } from './ArticleTags.tsx'
import { Byline } from './Byline.tsx'
import { Corrections } from './Corrections.tsx'
import { Kicker } from './Kicker.tsx'
import { LeadFigure } from './LeadFigure.tsx'
import { toLanguageProps } from './language-props.ts'
import { MoreFromSection } from './MoreFromSection.tsx'
import { Neighbours } from './Neighbours.tsx'
import { Prose } from './Prose.tsx'
import './Article.css'

type Props = {
  post: Post
  /** The body, rendered. */
  html: string
  site: Site
  neighbours: { previous: PostSummary | null; next: PostSummary | null }
  more: readonly PostSummary[]
}

/** A story as its own page prints it. */
export function Article({ post, html, site, neighbours, more }: Props) {
  return (
    <>
      <article className="article shell" {...toLanguageProps(post, site)}>
        <header className="article-header">
          <Kicker section={post.section} />
          <h1>{post.title}</h1>
          {post.standfirst !== '' && <p className="article-standfirst">{post.standfirst}</p>}
        </header>
        <div className="article-credits" lang={site.language}>
          <Byline authors={post.authors} language={site.language} />
          <ArticleDates post={post} site={site} />
        </div>
        <LeadFigure image={post.image} sourceFile={post.sourceFile} />
        <div className="article-body">
          <Prose html={html} />
          <Corrections corrections={post.corrections} site={site} />
          <ArticleTags tags={post.tags} language={site.language} />
        </div>
      </article>
      <div className="article-onward shell">
        <MoreFromSection section={post.section} stories={more} site={site} />
        <Neighbours {...neighbours} site={site} />
      </div>
    </>
  )
}
