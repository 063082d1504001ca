import type { Site } from '#lib/config/site.ts'
import type { Page } from '#lib/content/page.ts'
import type { Term } from '#lib/content/post.ts'
import { toListPath, toPagePath } from '#lib/seo/paths.ts'
import './Colophon.css'

type Props = {
  site: Pick<Site, 'name' | 'tagline' | 'publisher' | 'email' | 'copyright' | 'social'>
  sections: readonly Term[]
  pages: readonly Pick<Page, 'slug' | 'title'>[]
}

/** The foot of every page: who prints this, where else to read, what else there is. */
export function Colophon({ site, sections, pages }: Props) {
  const sectionLinks = sections.map(({ slug, name }) => ({
    href: toListPath({ kind: 'section', slug }),
    name,
  }))
  const pageLinks = pages.map(({ slug, title }) => ({ href: toPagePath(slug), name: title }))
  const socialLinks = site.social.map((href) => ({ href, name: new URL(href).hostname.replace('www.', '') }))
  const emailLinks = site.email === undefined ? [] : [{ href: `mailto:${site.email}`, name: site.email }]
  return (
    <footer className="colophon">
      <div className="colophon-inner shell">
        <p className="colophon-name">
          <a href="/">{site.name}</a>
        </p>
        <Links label="Sections" links={[...sectionLinks, { href: '/archive', name: 'Archive' }]} />
        <Links label="About the paper" links={pageLinks} />
        <Links label="Elsewhere" links={[...emailLinks, ...socialLinks]} />
        <Imprint {...site} />
      </div>
    </footer>
  )
}

function Links({ label, links }: { label: string; links: { href: string; name: string }[] }) {
  if (links.length === 0) return null
  return (
    <nav aria-label={`${label}, at the foot of the page`}>
      <p className="colophon-label">{label}</p>
      <ul>
        {links.map(({ href, name }) => (
          <li key={href}>
            <a href={href}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Imprint({ publisher, copyright }: Pick<Site, 'publisher' | 'copyright'>) {
  if (publisher === undefined && copyright === '') return null
  return (
    <p className="colophon-imprint">
      {publisher !== undefined && (
        <span>
          Published by{' '}
          {publisher.url === undefined ? publisher.name : <a href={publisher.url}>{publisher.name}</a>}
        </span>
      )}
      {copyright !== '' && <span>{copyright}</span>}
    </p>
  )
}
