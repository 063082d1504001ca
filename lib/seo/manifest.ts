import type { Site } from '#lib/config/site.ts'
import { getDirection } from '#lib/text/language.ts'

/** The web app manifest. @see https://www.w3.org/TR/appmanifest/ */
export function renderManifest(site: Pick<Site, 'name' | 'tagline' | 'language'>): string {
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
    background_color: '#fbfcfb',
    theme_color: '#0b151b',
    icons: [
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  })
}
