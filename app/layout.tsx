import './globals.css' // First: it says which layer of style yields to which.
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { PALETTE } from '#lib/config/palette.ts'
import { getSite, listPages, listSections } from '#lib/index/queries.ts'
import { Colophon } from './_components/Colophon.tsx'
import { getDirection } from './_components/language-props.ts'
import { Masthead } from './_components/Masthead.tsx'
import { getLabels } from './_labels/get-labels.ts'
import { FirstScript } from './_scripts/FirstScript.tsx'
import { Script } from './_scripts/Script.tsx'
import { DISPLAY_FACE_URL, TEXT_FACE_URL } from './_styles/font-files.ts'
import { ThemeStyle } from './_theme/ThemeStyle.tsx'

export async function generateViewport(): Promise<Viewport> {
  const { light, dark } = (await getSite()).theme.colours.paper ?? PALETTE.paper
  return {
    colorScheme: 'light dark',
    themeColor: [
      { media: '(prefers-color-scheme: light)', color: light },
      { media: '(prefers-color-scheme: dark)', color: dark },
    ],
  }
}

export const metadata: Metadata = {
  manifest: '/manifest.webmanifest',
  icons: {
    icon: [
      { url: '/favicon.ico', sizes: '48x48' },
      { url: '/icon.svg', type: 'image/svg+xml', sizes: 'any' },
      { url: '/icon-192.png', type: 'image/png', sizes: '192x192' },
    ],
    apple: { url: '/apple-touch-icon.png', sizes: '180x180' },
  },
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [site, sections, pages] = await Promise.all([getSite(), listSections(new Date()), listPages()])
  return (
    <html
      lang={site.language}
      dir={getDirection(site.language)}
      data-masthead={site.theme.masthead}
      suppressHydrationWarning // The first script notes the reader's theme on it.
    >
      <head>
        {site.theme.fonts.text === 'own' && <FontPreload href={TEXT_FACE_URL} />}
        {site.theme.fonts.display === 'own' && <FontPreload href={DISPLAY_FACE_URL} />}
        <FirstScript />
        <ThemeStyle theme={site.theme} />
      </head>
      <body>
        <a className="skip-link" href="#content">
          {getLabels(site.language).skip}
        </a>
        <Masthead site={site} sections={sections} />
        <main id="content" tabIndex={-1}>
          {children}
        </main>
        <Colophon site={site} sections={sections} pages={pages} />
        <Script name="page" />
      </body>
    </html>
  )
}

function FontPreload({ href }: { href: string }) {
  return <link rel="preload" as="font" type="font/woff2" href={href} crossOrigin="anonymous" />
}
