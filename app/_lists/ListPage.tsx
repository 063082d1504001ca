import type { ReactNode } from 'react'
import type { Site } from '#lib/config/site.ts'
import type { PostSummary } from '#lib/content/post.ts'
import type { ListRef, PostPage } from '#lib/queries/queries.ts'
import { ListHeader } from '../_components/ListHeader.tsx'
import { Pagination } from '../_components/Pagination.tsx'
import { StoryList } from '../_components/StoryList.tsx'

type Props = {
  list: ListRef
  stories: PostPage
  site: Pick<Site, 'language' | 'timeZone'>
  kicker: string
  title: string
  description?: string
  /** What stands between the head and the stories: a biography, a calendar. */
  children?: ReactNode
}

/** One page of a list: its head, its stories by day, the ways on. */
export function ListPage({ list, stories, site, kicker, title, description = '', children }: Props) {
  return (
    <div className="shell list-page" {...(list.kind === 'section' ? { 'data-section': list.slug } : {})}>
      <ListHeader kicker={kicker} title={title} description={description}>
        {children}
      </ListHeader>
      <StoryList stories={stories.posts.map((story) => toListed(story, list))} site={site} />
      <Pagination list={list} stories={stories} language={site.language} />
    </div>
  )
}

/** A section's own list does not name the section above each story, nor a writer's list its writer below it. */
function toListed(story: PostSummary, list: ListRef): PostSummary {
  switch (list.kind) {
    case 'section':
      return { ...story, section: null }
    case 'author':
      return story.authors.length === 1 ? { ...story, authors: [] } : story
    default:
      return story
  }
}
