import './globals.css' // First: it says which layer of style yields to which.
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { getSite, listPages, listSections } from '#lib/index/queries.ts'
import { Colophon } from './_components/Colophon.tsx'
import { getDirection } from './_components/language-props.ts'
import { Masthead } from './_components/Masthead.tsx'

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfcfb' },
    { media: '(prefers-color-scheme: dark)', color: '#0b151b' },
  ],
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
    <html lang={site.language} dir={getDirection(site.language)}>
      <body>
        <a className="skip-link" href="#content">
          Skip to the stories
        </a>
        <Masthead site={site} sections={sections} />
        <main id="content" tabIndex={-1}>
          {children}
        </main>
        <Colophon site={site} sections={sections} pages={pages} />
      </body>
    </html>
  )
}
