import { EMPTY_STORY, type Story } from '../story.ts'
import { toPath, toStorySlug } from './choose-path.ts'
import { composeFile } from './compose.ts'

type NewStory = Pick<Story, 'title' | 'section' | 'authors' | 'tags' | 'isDraft'> & { day: string }

/** A new story's file, relative to the content folder, and what to begin it with. */
export function formatNewStory(given: NewStory): { file: string; text: string } {
  const item = { id: given.day, type: 'story', title: given.title, line: null }
  const asked: Story = { ...EMPTY_STORY, ...given, published: given.day }
  const slug = toStorySlug(asked, item)
  const file = toPath(asked, slug, '')
  return { file, text: composeFile({ ...asked, slug }, file, 'Write here.') }
}
