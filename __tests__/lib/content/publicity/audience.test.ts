import { defaultSite } from '#lib/config/site.ts'
import { parsePage } from '#lib/content/parse-page.ts'
import { parsePost } from '#lib/content/parse-post.ts'
import { isOpenAt } from '#lib/content/publicity/audience.ts'

const NOW = new Date('2026-06-15T12:00:00Z')

/** Who may see a file that has no story in it, or a story that is not to be shown. */
function isClosed(text: string, path = 'posts/a.md'): boolean {
  const { post, audience } = parsePost({ path, bytes: Buffer.from(text) }, defaultSite)
  expect(post).toBeNull()
  return audience !== undefined && !isOpenAt(audience, NOW)
}

const withKeys = (...lines: string[]) => `---\n${lines.join('\n')}\n---\nText\n`

describe('a file that cannot be read as a story', () => {
  it.each([
    ['a broken mapping above', withKeys('title: A', 'date: {', 'draft: true')],
    ['a broken mapping below', withKeys('draft: true', 'title: A', 'date: {')],
    ['a tag of YAML', withKeys('title: !!js/function x', 'draft: true')],
    [
      'marks of a merge',
      withKeys('a: b', '<<<<<<< ours', 'draft: true', '=======', 'draft: false', '>>>>>>>'),
    ],
    ['a key in quotes', withKeys('date: {', '"draft": "true"')],
    ['a remark behind it', withKeys('date: {', 'draft: true # till Monday')],
    ['another word', withKeys('date: {', 'status: draft')],
    ['not published', withKeys('date: {', 'published: false')],
    ['another language', withKeys('date: {', 'entwurf: ja')],
    ['a password', withKeys('date: {', 'password: letmein')],
    ['a mapping in one line', withKeys('{title: A, draft: true, x: {}')],
    ['no end of the front matter', '---\ntitle: A\ndraft: true\n\nText\n'],
    ['too many characters', withKeys(`a: ${'b'.repeat(210_000)}`, 'draft: true')],
    ['too many lines', withKeys(...Array.from({ length: 5_100 }, (_none, n) => `k${n}: a`), 'draft: true')],
    ['too many values', withKeys(`a: [${'b, '.repeat(2_500)}]`, 'draft: true')],
    ['too deep a value', withKeys(`a: ${'['.repeat(500)}${']'.repeat(500)}`, 'draft: true')],
    ['too many bytes', withKeys('title: A', 'date: 2026-01-02', 'draft: true') + 'word '.repeat(1_700_000)],
    ['broken TOML', '+++\ntitle = "A\ndraft = true\n+++\nText\n'],
    ['broken JSON', '{\n  "title": "A",\n  "draft": true,\n}\n\nText\n'],
    ['JSON with a remark', '---json\n{ "title": "A", // b\n "draft": true }\n---\nText\n'],
    ['code', '---js\nmodule.exports = { title: "A", draft: true }\n---\nText\n'],
    ['a language nobody reads', '---cson\ntitle: "A"\ndraft: true\n---\nText\n'],
    ['an embargo', withKeys('date: {', 'embargo: 2026-12-01')],
    ['an embargo that cannot be read', withKeys('date: {', 'embargo: when it is over')],
    ['a day that is still to come', withKeys('date: {', 'published_at: 2026-12-01')],
    ['a day that it ended', withKeys('date: {', 'expires: 2026-06-01')],
    ['an embargo beside a date that is none', withKeys('date: x', 'embargo: 2026-12-01')],
    ['a day that it ended beside a date that is none', withKeys('date: x', 'expires: 2026-06-01')],
  ])('is not to be seen by the public: %s', (_name, text) => {
    expect(isClosed(text)).toBe(true)
  })

  it.each([
    ['nothing of the kind', withKeys('title: A', 'date: {')],
    ['not a draft', withKeys('date: {', 'draft: false')],
    ['published', withKeys('date: {', 'published: true', 'status: published')],
    ['an embargo that is over', withKeys('date: {', 'embargo: 2026-06-01')],
    ['a day that it will end', withKeys('date: {', 'expires: 2026-12-01')],
    [
      'words of its text',
      `${withKeys('date: {', 'x: y')}${'Text\n\n'.repeat(9)}draft: true\n${'\nText\n'.repeat(9)}`,
    ],
    ['words below front matter without end', '---\ntitle: A\n\nDraft: true\n'],
    ['words in a sentence', withKeys('date: {', 'description: The draft, a private one, is secret')],
    ['an empty file', ''],
  ])('stays as it was: %s', (_name, text) => {
    expect(isClosed(text)).toBe(false)
  })

  it('is so for pages too', () => {
    const bytes = Buffer.from(withKeys('title: {', 'draft: true'))
    const { page, audience } = parsePage({ path: 'pages/a.md', bytes }, defaultSite)
    expect(page).toBeNull()
    expect(audience).toMatchObject({ isDraft: true })
  })
})
