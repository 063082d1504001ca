import { defaultSite } from '#lib/config/site.ts'
import { themeSchema } from '#lib/config/theme.ts'
import { toCard } from '#lib/pictures/card/to-card.ts'

const STORY = {
  title: 'Chain ferry returns',
  section: { slug: 'harbour', name: 'Harbour' },
  language: 'en',
  direction: 'ltr',
} as const
const site = { name: 'The Packet', theme: defaultSite.theme }

it('says what the story says, in the paper’s own colours', () => {
  expect(toCard(STORY, site)).toEqual({
    headline: 'Chain ferry returns',
    section: 'Harbour',
    paper: 'The Packet',
    language: 'en',
    direction: 'ltr',
    colours: { paper: '#fbfcfb', ink: '#12212c', accent: '#a01355', tint: '#e1eef3' },
    face: 'display',
  })
  expect(toCard({ ...STORY, section: null }, site)).toMatchObject({ section: '' })
})

it.each([
  [
    'the theme’s accent',
    { colours: { accent: { light: '#0b5a2b', dark: '#8fe0ae' } } },
    '#0b5a2b',
    'display',
  ],
  [
    'the section’s own before it',
    {
      colours: { accent: { light: '#0b5a2b', dark: '#8fe0ae' } },
      sections: { harbour: { light: '#123a8c', dark: '#9db8ff' } },
    },
    '#123a8c',
    'display',
  ],
  ['a common face where the paper wants none of ours', { fonts: { display: 'sans' } }, '#a01355', 'plain'],
])('has %s', (_what, theme, accent, face) => {
  const card = toCard(STORY, { ...site, theme: themeSchema.parse(theme) })
  expect([card.colours.accent, card.face]).toEqual([accent, face])
})
