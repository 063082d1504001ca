import { getRevisionOfTags } from '#lib/freshness/revision.ts'
import { applyDueChanges } from '#lib/freshness/schedule.ts'
import { listVersions } from '#lib/queries/list-versions.ts'
import { getPost } from '#lib/queries/queries.ts'
import { peekIndex } from '#lib/sync/open-index.ts'
import { generateMetadata } from '../../../app/posts/[slug]/page.tsx'
import { toPostText } from '../../support/paper.ts'
import { setUpPaper } from '../../support/test-paper.ts'

const paper = setUpPaper({
  'site.yaml': 'name: The Packet\nlanguage: en\n',
  'posts/ferry.md': toPostText({ title: 'Ferry', translations: '{fr: fr/bac.md, ar: abbara, de: none}' }),
  'posts/fr/bac.md': toPostText({ title: 'Bac', lang: 'fr' }),
  'posts/abbara.md': toPostText({ title: 'عبارة', lang: 'ar' }),
  'posts/balsa.md': toPostText({ title: 'Balsa', lang: 'pt-BR', translations: '{fr: bac}' }),
  'posts/later.md': toPostText({
    title: 'Later',
    lang: 'nl',
    date: '2199-01-01',
    translations: '{en: ferry}',
  }),
  'posts/alone.md': toPostText({ title: 'Alone' }),
})

const LANGUAGES = {
  ar: 'https://paper.example/posts/abbara',
  en: 'https://paper.example/posts/ferry',
  fr: 'https://paper.example/posts/bac',
  'pt-BR': 'https://paper.example/posts/balsa',
  'x-default': 'https://paper.example/posts/ferry',
}

const getLanguages = async (slug: string) =>
  (await generateMetadata({ params: Promise.resolve({ slug }) })).alternates?.languages

it.each(['ferry', 'bac', 'abbara', 'balsa'])(
  '%s names every version, itself and the one for everybody else',
  async (slug) => {
    expect(await getLanguages(slug)).toEqual(LANGUAGES)
  },
)

it('says nothing of languages where a story is in one', async () => {
  expect(await getLanguages('alone')).toBeUndefined()
})

it('has a version from its hour on, and all the others with it', async () => {
  const ferry = await getPost('ferry', new Date())
  if (ferry === null) throw new Error('There is no ferry')
  const later = new Date('2199-01-01T00:00:00Z')
  expect((await listVersions(ferry, later)).map(({ language }) => language).sort()).toEqual([
    'ar',
    'en',
    'fr',
    'nl',
    'pt-BR',
  ])
  const before = getRevisionOfTags(peekIndex(), ['post:bac'])
  applyDueChanges(peekIndex(), later)
  expect(getRevisionOfTags(peekIndex(), ['post:bac'])).toBeGreaterThan(before)
})

it('makes the other versions anew when one leaves', async () => {
  const before = getRevisionOfTags(peekIndex(), ['post:ferry'])
  paper.remove('posts/balsa.md')
  await paper.sync()
  expect(getRevisionOfTags(peekIndex(), ['post:ferry'])).toBeGreaterThan(before)
  expect(await getLanguages('ferry')).not.toHaveProperty('pt-BR')
})
