import './globals.css' // First: it says which layer of style yields to which.
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { getEnv } from '#lib/config/env.ts'
import { getTone } from '#lib/config/palette.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import { getSite, listPages, listSections } from '#lib/queries/queries.ts'
import { ROUTES } from '#lib/routes/route-table.ts'
import { getLicenseUrl, RSL_TYPE } from '#lib/seo/rsl.ts'
import { getDirection } from '#lib/text/language.ts'
import { Colophon } from './_components/Colophon.tsx'
import { toFurnitureProps } from './_components/language-props.ts'
import { Masthead } from './_components/Masthead.tsx'
import { preparePage } from './_scripts/browser/prepare-page.ts'
import { showAges } from './_scripts/browser/show-ages.ts'
import { switchTheme } from './_scripts/browser/switch-theme.ts'
import { Script } from './_scripts/Script.tsx'
import { listFirstFonts } from './_theme/first-fonts.ts'
import { ThemeStyle } from './_theme/ThemeStyle.tsx'

export async function generateViewport(): Promise<Viewport> {
  const { light, dark } = getTone((await getSite()).theme.colours, 'paper')
  return {
    colorScheme: 'light dark',
    themeColor: [
      { media: '(prefers-color-scheme: light)', color: light },
      { media: '(prefers-color-scheme: dark)', color: dark },
    ],
  }
}

export const metadata: Metadata = {
  manifest: ROUTES.manifest.path,
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
  const { siteUrl } = getEnv()
  const license = getLicenseUrl(site, siteUrl)
  return (
    <html
      lang={site.language}
      dir={getDirection(site.language)}
      data-masthead={site.theme.masthead}
      suppressHydrationWarning // The first script notes the reader's theme on it.
    >
      <head>
        {listFirstFonts(site).map(({ url, type }) => (
          <link key={url} rel="preload" href={url} as="font" type={type} crossOrigin="anonymous" />
        ))}
        {license !== null && <link rel="license" type={RSL_TYPE} href={license} />}
        {site.standardSite !== undefined && <link rel="site.standard.publication" href={site.standardSite} />}
        <meta property="og:logo" content={new URL(site.logo ?? '/icon-512.png', siteUrl).href} />
        <Script run={preparePage} />
        <ThemeStyle site={site} />
        {site.search.isOn && (
          <link
            rel="search"
            type="application/opensearchdescription+xml"
            href={ROUTES.openSearch.path}
            title={site.name}
          />
        )}
      </head>
      <body>
        <a className="skip-link" href="#content" {...toFurnitureProps(site)}>
          {getLabels(site.language).skip}
        </a>
        <Masthead site={site} sections={sections} />
        <main id="content" tabIndex={-1}>
          {children}
        </main>
        <Colophon site={site} sections={sections} pages={pages} siteUrl={siteUrl} />
        <Script run={switchTheme} />
        <Script run={showAges} />
      </body>
    </html>
  )
}
