import { toPreviewPath } from '#lib/routes/preview-path.ts'
import { makeJpeg } from './hostile-pictures.ts'
import { createPaper, type Paper, toPostText } from './paper.ts'

export const FULL_SETTINGS = { SITE_URL: 'https://full.example', PREVIEW_SECRET: 'a secret of the newsroom' }

const FAR = new Date('2099-01-01T00:00:00Z')

const EXTRAS = `The first paragraph, with ==marked== words, H~2~O, x^2^, :heart:, \`code\`, <kbd>Ctrl</kbd> and a note.[^1]

## A heading

> Said at noon.

> [!NOTE]
> A note in a box.

![One](wall.jpg "At noon") ![Two](wall.jpg) ![Three](wall.jpg)

![Alone](wall.jpg "By itself")

## Figures

| Day | Height |
| :-- | --: |
| Monday | 6.02 |

Term
: Meaning

- [x] done
- [ ] to do

1. One
2. Two

## Formulas

$$ h = \\frac{a}{b} $$

\`\`\`js
const tide = 6
\`\`\`

https://youtu.be/Tides_2026a

<details><summary>More</summary>Words.</details>

<blockquote cite="https://elsewhere.example/">Quoted</blockquote>

<audio controls src="sound.mp3"></audio>

***

[^1]: By *all*.
`

const UPDATES = Array.from(
  { length: 51 },
  (_, at) =>
    `## ${at === 50 ? '09:00' : `08:${String(at + 1).padStart(2, '0')}`} Update ${at + 1} {key} {by: Ada Quill}\n\nWords.\n`,
).join('\n')

const PICTURE = '{src: wall.jpg, alt: A wall, caption: The wall at noon., credit: C. Lens}'

/** A paper with one of everything that a story, a list and a setting can have, for programs that judge markup. */
export async function openFullPaper(): Promise<Paper> {
  const now = new Date().toISOString()
  const paper = createPaper({
    'site.yaml': `name: The Packet
language: en
tagline: News of the quay
description: All the news.
email: desk@full.example
social: ["https://social.example/@packet", "https://x.com/packet"]
preferredSource: true
subscribe: /join
standardSite: at://did:plc:abc/site.standard.publication/3k
sections: [{name: Harbour, description: Boats.}, {name: Opinion, layout: opinion}]
feeds: {partners: [smartnews, flipboard, msn]}
robots: {ai: {training: refuse}}
breaking: {text: The harbour is closed, until: "${FAR.toISOString()}"}
indexNow: {key: 0123456789abcdef}
pageSize: 3
`,
    'authors/ada-quill.md':
      '---\nname: Ada Quill\nrole: Editor\npicture: /media/wall.jpg\nlinks: ["https://social.example/@ada"]\n---\nShe writes.\n',
    'authors/coastal-wire.md': '---\nname: Coastal Wire\ntype: organization\n---\n',
    'pages/about.md': '---\ntitle: About\n---\nWho we are.\n\n## More\n\nWords.\n',
    'posts/extras.md': toPostText(
      {
        title: '“Seen” & <heard>',
        description: 'Standfirst.',
        section: 'Harbour',
        tags: '[tides, walls]',
        authors: '[Ada Quill, Ben Orrell]',
        image: PICTURE,
        breaking: 'true',
        date: now,
        type: 'analysis',
      },
      EXTRAS,
    ),
    'posts/plain.md': toPostText({ title: 'Plain', section: 'Harbour' }),
    'posts/agency.md': toPostText({
      title: 'From the wire',
      authors: '[Coastal Wire]',
      tags: '[tides]',
      image: PICTURE,
    }),
    'posts/fourteen.md': toPostText({
      title: 'Fourteen',
      section: 'Opinion',
      type: 'opinion',
      authors: `[${Array.from({ length: 14 }, (_, at) => `Writer ${String.fromCharCode(65 + at)}`).join(', ')}]`,
    }),
    'posts/old.md': toPostText({
      title: 'Old and corrected',
      date: '2019-05-06T07:08:09Z',
      updated: '2019-05-07T07:08:09Z',
      corrections: '[{date: 2019-05-08, text: "It is <6.02> metres."}]',
      section: 'Harbour',
    }),
    'posts/arabic.md': toPostText(
      { title: 'عبارة النهر تعود', lang: 'ar', authors: '[عدي كويل]', image: PICTURE },
      'جاء المد فوق الجدار.\n',
    ),
    'posts/hebrew.md': toPostText({ title: 'המעבורת חוזרת', lang: 'he' }, 'הגאות עלתה על החומה.\n'),
    'posts/japanese.md': toPostText(
      { title: '渡し船が戻ってくる', lang: 'ja', translations: '{ar: arabic.md}' },
      '潮が壁を越えて入り、港長はその高さを書きとめた。\n',
    ),
    'posts/paid.md': toPostText(
      { title: 'Paid', access: 'subscribers', section: 'Harbour' },
      'Free.\n\n<!-- paywall -->\n\nPaid.\n',
    ),
    'posts/flood.md': toPostText(
      { title: 'Flood', date: '2026-02-03T08:00:00Z', type: 'live', section: 'Harbour', image: PICTURE },
      `What this is about.\n\n${UPDATES}`,
    ),
    'posts/draft.md': toPostText({ title: 'Half written', draft: 'true' }, EXTRAS),
  })
  const picture = await makeJpeg(1600, 1000)
  for (const file of ['media/wall.jpg', 'posts/wall.jpg']) paper.write(file, picture)
  paper.write('posts/sound.mp3', 'ID3')
  return paper
}

/** Each page of the full paper that a reader can open. */
export const FULL_PAGES: readonly string[] = [
  '/',
  '/page/2',
  '/posts/extras',
  '/posts/plain',
  '/posts/agency',
  '/posts/fourteen',
  '/posts/old',
  '/posts/arabic',
  '/posts/hebrew',
  '/posts/japanese',
  '/posts/paid',
  '/posts/flood',
  '/posts/flood/page/2',
  '/posts/flood/updates/2026-02-03-0801',
  '/sections/harbour',
  '/sections/harbour/page/2',
  '/sections/opinion',
  '/tags/tides',
  '/authors/ada-quill',
  '/authors/coastal-wire',
  '/sections',
  '/tags',
  '/authors',
  '/archive',
  '/archive/2026',
  '/archive/2026/02',
  '/corrections',
  '/feeds',
  '/search',
  '/search?q=tide',
  '/search?q=nowhere',
  '/about',
  '/accessibility',
  toPreviewPath('draft', FAR, FULL_SETTINGS.PREVIEW_SECRET),
]

export const FULL_MISSING_PAGE = '/no-such-page'
