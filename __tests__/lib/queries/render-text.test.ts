import { listProblems } from '#lib/index/problems.ts'
import { getPost } from '#lib/queries/queries.ts'
import { runRenderJob } from '#lib/queries/render/render-jobs.ts'
import { renderPost } from '#lib/queries/render/render-text.ts'
import { peekIndex } from '#lib/sync/open-index.ts'
import { toPostText } from '../../support/paper.ts'
import { setUpPaper } from '../../support/test-paper.ts'

const NOW = new Date('2026-06-01T12:00:00Z')

/** More processor time than a text of this file may take on any machine. */
const ENDLESS = `${'word *word* `word` word '.repeat(60)}\n\n`.repeat(700)

const paper = setUpPaper({
  'posts/endless.md': toPostText({ title: 'Endless' }, ENDLESS),
  'posts/long.md': toPostText({ title: 'Long' }, '*a* b '.repeat(200_000)),
  'posts/short.md': toPostText({ title: 'Short' }),
})

beforeAll(() => {
  process.env.RENDER_CPU_MS = '100'
})

afterAll(() => {
  delete process.env.RENDER_CPU_MS
})

async function render(slug: string) {
  const post = await getPost(slug, NOW)
  if (post === null) throw new Error(`no story ${slug}`)
  return renderPost(post, NOW)
}

const listNotes = (file: string) =>
  listProblems(peekIndex(), { file, step: 'render' }).map(({ message }) => message)

describe('a text that takes too much processor time', () => {
  it('is shown as plain paragraphs, while others are rendered', async () => {
    const [endless, short] = await Promise.all([render('endless'), render('short')])
    expect(endless.html.slice(0, 60)).toBe('<p>word *word* `word` word word *word* `word` word word *wor')
    expect(short.html).toBe('<p>The tide came in.</p>')
  })

  it('is listed as a problem of its file', () => {
    expect(listNotes('posts/endless.md')).toEqual([
      'Shown as plain text: rendering it takes too much processor time.',
    ])
  })

  it('leads to its Markdown version where it is too long for a page', async () => {
    expect((await render('endless')).html.slice(-100)).toMatch(
      /<p><a href="\/posts\/endless\.md">Read the whole text<\/a><\/p>$/,
    )
  })

  it('is tried again when its file changes', async () => {
    paper.write('posts/endless.md', toPostText({ title: 'Endless' }, 'It *ends*.'))
    await paper.sync()
    expect((await render('endless')).html).toBe('<p>It <em>ends</em>.</p>')
    expect(listNotes('posts/endless.md')).toEqual([])
  })
})

it('shows a text whose HTML would be too large as plain paragraphs', async () => {
  expect((await render('long')).html).toMatch(/^<p>\*a\* b/)
  expect(listNotes('posts/long.md')).toEqual([expect.stringMatching(/^Shown as plain text: /)])
})

it.each([
  ['letters', 'a'.repeat(1_000_000)],
  ['marks that are written as five characters', '&'.repeat(500_000)],
  ['paragraphs of a letter', 'a\n\n'.repeat(160_000)],
  ['marks at the end', `${'a'.repeat(400_000)}${'"'.repeat(100_000)}`],
])('plain paragraphs are no more than a page can be, and say where the rest is: %s', (_name, text) => {
  const more = { url: '/posts/a.md', label: 'Read the whole text' }
  const { result } = runRenderJob(peekIndex(), { kind: 'plain', text, more })
  expect(result.length).toBeGreaterThan(300_000)
  expect(result.length).toBeLessThan(601_000)
  expect(result).toMatch(/<\/p>\n<p><a href="\/posts\/a\.md">Read the whole text<\/a><\/p>$/)
})
