import type { Site } from '#lib/config/site.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import type { LiveUpdate as Update } from '#lib/live-blog/live-update.ts'
import { toPostPath } from '#lib/routes/paths.ts'
import { formatDate } from '#lib/time/format-date.ts'
import { toFurnitureProps } from '../_components/language-props.ts'
import { ProseScripts } from '../_components/Prose.tsx'
import { Share } from '../_components/Share.tsx'
import type { LiveStory } from './LiveBlog.tsx'
import { LiveMark } from './LiveMark.tsx'
import { renderUpdate } from './render-update.ts'
import { toSurroundings } from './to-surroundings.ts'
import { UpdateList } from './UpdateList.tsx'
import '../_components/Article.css'
import '../_components/Kicker.css'
import './LiveBlog.css'

type Props = {
  post: LiveStory
  update: Update
  html: string
  /** Where it stands among the others. */
  path: string
  url: string
  site: Site
  now: Date
}

/** One update alone, below the headline of its story, and the way to all of them. */
export function UpdatePage({ post, update, html, path, url, site, now }: Props) {
  const labels = getLabels(site.language)
  return (
    <article
      className="article live shell"
      lang={post.language}
      dir={post.direction}
      data-document-language=""
    >
      <header className="article-header">
        <p className="kicker caps" lang={site.language}>
          <span>{labels.storyTypes.live}</span> · {formatDate(update.at, site)}
        </p>
        <h1 data-length="long">
          <a className="live-title" href={toPostPath(post.slug)}>
            {post.title}
          </a>
        </h1>
      </header>
      <div className="article-credits" {...toFurnitureProps(site)}>
        <LiveMark coverage={post.coverage} site={site} now={now} />
      </div>
      <div className="article-body">
        <UpdateList
          html={renderUpdate(update, html, toSurroundings(post, site)).html}
          label={labels.liveBlog.updates}
        />
        <ProseScripts html={html} />
        <p className="live-all" lang={site.language}>
          <a href={path}>{labels.liveBlog.all}</a>
        </p>
        <Share title={update.headline || post.title} url={url} language={site.language} />
      </div>
    </article>
  )
}
