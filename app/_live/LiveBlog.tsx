import type { Site } from '#lib/config/site.ts'
import { getCoverageState } from '#lib/content/coverage.ts'
import type { Coverage, Post } from '#lib/content/post.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import type { LiveUpdate as Update } from '#lib/live-blog/live-update.ts'
import type { LivePage } from '#lib/queries/live-blog/list-updates.ts'
import { toLivePath, toPostPath } from '#lib/routes/paths.ts'
import { ArticleTags } from '../_components/ArticleTags.tsx'
import { Byline } from '../_components/Byline.tsx'
import { measureHeadline, toHeadlineClass } from '../_components/headline.ts'
import { Kicker } from '../_components/Kicker.tsx'
import { toFurnitureProps } from '../_components/language-props.ts'
import { Pages } from '../_components/Pagination.tsx'
import { PicturePreload } from '../_components/Picture.tsx'
import { Prose, ProseScripts } from '../_components/Prose.tsx'
import { toLeadSizes } from '../_components/picture-slots.ts'
import { Share } from '../_components/Share.tsx'
import { followUpdates } from '../_scripts/browser/follow-updates.ts'
import { Script } from '../_scripts/Script.tsx'
import { getLeadSet, renderLeadFigure } from '../_story/render-lead-figure.ts'
import { renderStoryEnd } from '../_story/render-story-end.ts'
import { FollowUpdates } from './FollowUpdates.tsx'
import { KeyEvents } from './KeyEvents.tsx'
import { LiveMark } from './LiveMark.tsx'
import { renderUpdate } from './render-update.ts'
import { toSurroundings } from './to-surroundings.ts'
import { UpdateList } from './UpdateList.tsx'
import '../_components/Article.css'
import '../_components/Corrections.css'
import './LiveBlog.css'

export type LiveStory = Omit<Post, 'coverage'> & { coverage: Coverage }

type Props = {
  post: LiveStory
  live: LivePage
  /** The HTML of the intro ('') and of the updates, by their ids. */
  texts: ReadonlyMap<string, string>
  url: string
  site: Site
  now: Date
}

/** One page of a live story: what is known on top, the updates below it, the newest first. */
export function LiveBlog({ post, live, texts, url, site, now }: Props) {
  const words = getLabels(site.language).liveBlog
  const lead = live.page === 1 ? getLeadSet(post.image, post.sourceFile) : null
  const isFollowed = live.page === 1 && getCoverageState(post.coverage, now) !== 'ended'
  return (
    <article
      className="article live shell h-entry"
      lang={post.language}
      dir={post.direction}
      data-document-language=""
    >
      {lead !== null && <PicturePreload set={lead} sizes={toLeadSizes(lead)} />}
      <LiveHeader post={post} page={live.page} />
      <div className="article-credits" {...toFurnitureProps(site)}>
        <Byline authors={post.authors} language={site.language} />
        <LiveMark coverage={post.coverage} site={site} now={now} />
      </div>
      <div className="article-body e-content">
        {live.page === 1 && (
          <LiveTop post={post} live={live} texts={texts} site={site} isFollowed={isFollowed} />
        )}
        {isFollowed && <FollowUpdates slug={post.slug} site={site} />}
        <UpdateList html={renderList(live.updates, { post, texts, site })} label={words.updates} />
        {isFollowed && <Script run={followUpdates} />}
        <ProseScripts html={[...texts.values()].join('')} />
        <Pages
          page={live.page}
          pages={live.pages}
          toPath={(page) => toLivePath(post.slug, page)}
          language={site.language}
          words={{ newer: words.newer, older: words.older }}
        />
        <ArticleTags tags={post.tags} language={site.language} />
        <Share title={post.title} url={url} language={site.language} />
        <data className="u-url" value={url} />
      </div>
    </article>
  )
}

/** On further pages the headline leads back to the first. */
function LiveHeader({ post, page }: Pick<Props, 'post'> & { page: number }) {
  return (
    <header className="article-header">
      <Kicker section={post.section} />
      <h1 className={toHeadlineClass(post.title, 'p-name')} data-length={measureHeadline(post.title)}>
        {page === 1 ? (
          post.title
        ) : (
          <a className="live-title" href={toPostPath(post.slug)}>
            {post.title}
          </a>
        )}
      </h1>
      {page === 1 && post.standfirst !== '' && (
        <p className="article-standfirst p-summary">{post.standfirst}</p>
      )}
    </header>
  )
}

/** Open pages have a place for updates that are pinned later. */
function LiveTop({
  post,
  live,
  texts,
  site,
  isFollowed,
}: Pick<Props, 'post' | 'live' | 'texts' | 'site'> & { isFollowed: boolean }) {
  const intro = [
    renderLeadFigure(post.image, post.sourceFile),
    texts.get('') ?? '',
    renderStoryEnd(post, site),
  ].join('')
  return (
    <>
      {intro !== '' && <Prose html={intro} />}
      <KeyEvents slug={post.slug} events={live.keyEvents} page={1} site={site} />
      {(live.pinned.length > 0 || isFollowed) && (
        <UpdateList
          html={renderList(live.pinned, { post, texts, site })}
          label={getLabels(site.language).liveBlog.pinned}
          isPinned
        />
      )}
    </>
  )
}

function renderList(
  updates: readonly Update[],
  { post, texts, site }: Pick<Props, 'post' | 'texts' | 'site'>,
): string {
  const surroundings = toSurroundings(post, site)
  return updates.map((update) => renderUpdate(update, texts.get(update.id) ?? '', surroundings).html).join('')
}
