import type { Site } from '#lib/config/site.ts'
import type { Page } from '#lib/content/page.ts'
import type { Term } from '#lib/content/post.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import { toListPath, toPagePath, toPath, toTermIndexPath } from '#lib/routes/paths.ts'
import { toFurnitureProps } from './language-props.ts'
import './Colophon.css'

type Props = {
  site: Pick<
    Site,
    'name' | 'tagline' | 'language' | 'publisher' | 'email' | 'copyright' | 'social' | 'preferredSource'
  >
  sections: readonly Term[]
  pages: readonly Pick<Page, 'slug' | 'title'>[]
  siteUrl: string
}

/** The foot of every page: who prints this, where else to read, what else there is. */
export function Colophon({ site, sections, pages, siteUrl }: Props) {
  const labels = getLabels(site.language)
  const sectionLinks = sections.map(({ slug, name }) => ({
    href: toListPath({ kind: 'section', slug }),
    name,
  }))
  const pageLinks = pages.map(({ slug, title }) => ({ href: toPagePath(slug), name: title }))
  const socialLinks = site.social.map((href) => ({
    href,
    name: new URL(href).hostname.replace('www.', ''),
    rel: 'me',
  }))
  const preferredLinks = site.preferredSource
    ? [{ href: toPreferredSourceUrl(siteUrl), name: labels.preferredSource }]
    : []
  const emailLinks = site.email === undefined ? [] : [{ href: `mailto:${site.email}`, name: site.email }]
  return (
    <footer className="colophon" {...toFurnitureProps(site)}>
      <div className="colophon-inner shell">
        <p className="colophon-name h-card">
          <a className="p-name u-url" href="/">
            {site.name}
          </a>
        </p>
        <Links
          label={labels.sections}
          href={toTermIndexPath('section')}
          name={labels.atFoot(labels.sections)}
          links={[
            ...sectionLinks,
            { href: toPath('archive'), name: labels.archive },
            { href: toTermIndexPath('tag'), name: labels.topics },
            { href: toTermIndexPath('author'), name: labels.writers },
          ]}
        />
        <Links
          label={labels.aboutPaper}
          name={labels.atFoot(labels.aboutPaper)}
          links={[...pageLinks, { href: toPath('feeds'), name: labels.feeds }]}
        />
        <Links
          label={labels.elsewhere}
          name={labels.atFoot(labels.elsewhere)}
          links={[...emailLinks, ...socialLinks, ...preferredLinks]}
        />
        <Imprint {...site} />
      </div>
    </footer>
  )
}

/** Where readers with an account there put a site among those they would rather see. */
function toPreferredSourceUrl(siteUrl: string): string {
  return `https://www.google.com/preferences/source?q=${encodeURIComponent(new URL(siteUrl).hostname)}`
}

type LinksProps = {
  label: string
  /** Where all of what is listed is, where that has a page. */
  href?: string
  /** What the list is called where its place cannot be seen. */
  name: string
  links: { href: string; name: string; rel?: string }[]
}

function Links({ label, href, name, links }: LinksProps) {
  if (links.length === 0) return null
  return (
    <nav aria-label={name}>
      <p className="colophon-label caps">{href === undefined ? label : <a href={href}>{label}</a>}</p>
      <ul>
        {links.map((link) => (
          <li key={link.href}>
            <a href={link.href} rel={link.rel}>
              {link.name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Imprint({ publisher, copyright, language }: Pick<Site, 'publisher' | 'copyright' | 'language'>) {
  if (publisher === undefined && copyright === '') return null
  return (
    <p className="colophon-imprint">
      {publisher !== undefined && (
        <span>
          {getLabels(language).publishedBy}{' '}
          {publisher.url === undefined ? publisher.name : <a href={publisher.url}>{publisher.name}</a>}
        </span>
      )}
      {copyright !== '' && <span>{copyright}</span>}
    </p>
  )
}
