import { getTone } from '#lib/config/palette.ts'
import type { Site } from '#lib/config/site.ts'
import type { Term } from '#lib/content/post.ts'
import { toListPath } from '#lib/routes/paths.ts'
import { getDirection } from '#lib/text/language.ts'

/** More shortcuts than any system shows. */
const MAX_SHORTCUTS = 4

/** The web app manifest. @see https://www.w3.org/TR/appmanifest/ */
export function renderManifest(
  site: Pick<Site, 'name' | 'tagline' | 'language' | 'theme'>,
  sections: readonly Term[],
): string {
  const { light, dark } = getTone(site.theme.colours, 'paper')
  return JSON.stringify({
    name: site.name,
    short_name: site.name,
    ...(site.tagline === '' ? {} : { description: site.tagline }),
    id: '/',
    start_url: '/',
    scope: '/',
    display: 'minimal-ui',
    lang: site.language,
    dir: getDirection(site.language),
    categories: ['news'],
    background_color: light,
    theme_color: dark,
    icons: [
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    shortcuts: sections.slice(0, MAX_SHORTCUTS).map(({ slug, name }) => ({
      name,
      url: toListPath({ kind: 'section', slug }),
      icons: [{ src: '/icon-192.png', sizes: '192x192', type: 'image/png' }],
    })),
  })
}
