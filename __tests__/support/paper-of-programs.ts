import { createPaper, toPostText } from './paper.ts'

/** Stories as every program is to read them: with 0, 1, 2 and 14 writers, an agency's, in other scripts, corrected, old and live. */

export const SITE_URL = 'https://paper.example'
export const NEIGHBOUR = 'A neighbour that no program may take for the story'
const FOURTEEN = Array.from({ length: 14 }, (_, place) => `Writer ${String.fromCharCode(65 + place)} Quill`)

type Case = {
  slug: string
  fields: Record<string, string>
  text: string
  byline: string
  language?: string
  direction?: string
  correction?: string
}

const prose = (sentence: string) => Array.from({ length: 8 }, () => sentence.repeat(4)).join('\n\n')

const ENGLISH = prose('The tide came in over the wall, and the harbour master wrote down how high it stood. ')

export const CASES: Case[] = [
  { slug: 'unsigned', fields: {}, text: ENGLISH, byline: '' },
  { slug: 'one', fields: { authors: '[Ada Quill]' }, text: ENGLISH, byline: 'Ada Quill' },
  {
    slug: 'two',
    fields: { authors: '[Ada Quill, Ben Orrell]' },
    text: ENGLISH,
    byline: 'Ada Quill and Ben Orrell',
  },
  {
    slug: 'fourteen',
    fields: { authors: `[${FOURTEEN.join(', ')}]` },
    text: ENGLISH,
    byline: `${FOURTEEN.slice(0, 13).join(', ')} and ${FOURTEEN[13]}`,
  },
  { slug: 'agency', fields: { authors: '[Coastal Wire]' }, text: ENGLISH, byline: 'Coastal Wire' },
  {
    slug: 'arabic',
    fields: { title: 'عبارة النهر تعود يوم السبت', lang: 'ar', authors: '[عدي كويل]' },
    text: prose('جاء المد فوق الجدار وكتب مدير الميناء كم بلغ ارتفاعه في ذلك الصباح. '),
    byline: 'عدي كويل',
    language: 'ar',
    direction: 'rtl',
  },
  {
    slug: 'hebrew',
    fields: { title: 'המעבורת חוזרת בשבת', lang: 'he', authors: '[עדה קוויל]' },
    text: prose('הגאות עלתה על החומה, ומנהל הנמל רשם כמה גבוה היא עמדה באותו בוקר. '),
    byline: 'עדה קוויל',
    language: 'he',
    direction: 'rtl',
  },
  {
    slug: 'japanese',
    fields: { title: '渡し船が土曜日に戻ってくる', lang: 'ja', authors: '[久良江花]' },
    text: prose('潮が壁を越えて入り、港長はその高さを書きとめた。町の人々は夜明けまで土のうを積んだ。'),
    byline: '久良江花',
    language: 'ja',
  },
  {
    slug: 'corrected',
    fields: {
      authors: '[Ada Quill]',
      corrections: '[{date: 2026-03-04, text: "The wall is <6.02> metres, not 7."}]',
    },
    text: ENGLISH,
    byline: 'Ada Quill',
    correction: 'The wall is <6.02> metres, not 7.',
  },
  { slug: 'old', fields: { date: '2019-05-06T07:08:09Z' }, text: ENGLISH, byline: '' },
]

export const UPDATE = 'The wall held until the turn of the tide.'

/** A live story: what it is about, and its updates. */
export const LIVE: Case = {
  slug: 'live',
  fields: { type: 'live', authors: '[Ada Quill]', date: '2026-03-03T08:00:00Z' },
  text: `What this is about: ${ENGLISH.slice(0, 200)}\n\n## 08:20 The wall holds\n\n${UPDATE}\n\n${ENGLISH}\n\n## 08:40 Lower\n\n${ENGLISH}\n`,
  byline: 'Ada Quill',
}

export const STORIES = [...CASES, LIVE]

export const toTitle = ({ slug, fields }: Case) =>
  fields.title ?? `The story that is called ${slug} in the paper`
export const toDate = ({ fields }: Case) => fields.date ?? '2026-03-03T08:00:00Z'

const files = STORIES.map((story): [string, string] => [
  `posts/${story.slug}.md`,
  toPostText(
    {
      title: toTitle(story),
      date: toDate(story),
      section: 'Harbour',
      image: '{src: /media/wall.jpg, alt: A wall, caption: The wall at noon., credit: C. Lens}',
      ...story.fields,
    },
    story.text,
  ),
])

export const openPaperOfPrograms = () =>
  createPaper({
    'site.yaml':
      'name: The Packet\nlanguage: en-GB\ntagline: News of the quay\nfeeds:\n  items: 50\nrobots:\n  ai: {training: refuse}\n',
    'authors/coastal-wire.md': '---\nname: Coastal Wire\ntype: organization\n---\n',
    'posts/neighbour.md': toPostText(
      { title: NEIGHBOUR, date: '2026-03-02T08:00:00Z', section: 'Harbour', authors: '[Somebody Else]' },
      ENGLISH,
    ),
    'posts/marks.md': toPostText({
      title: '"x<y and z>w"',
      date: '2026-03-01T08:00:00Z',
      description: '"x<y and z>w & all"',
    }),
    ...Object.fromEntries(files),
  })
