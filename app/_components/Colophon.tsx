import type { Site } from '#lib/config/site.ts'
import type { Page } from '#lib/content/page.ts'
import type { Term } from '#lib/content/post.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import { toListPath, toPagePath, toPath } from '#lib/routes/paths.ts'
import './Colophon.css'

type Props = {
  site: Pick<Site, 'name' | 'tagline' | 'language' | 'publisher' | 'email' | 'copyright' | 'social'>
  sections: readonly Term[]
  pages: readonly Pick<Page, 'slug' | 'title'>[]
}

/** The foot of every page: who prints this, where else to read, what else there is. */
export function Colophon({ site, sections, pages }: Props) {
  const labels = getLabels(site.language)
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
        <Links
          label={labels.sections}
          name={labels.atFoot(labels.sections)}
          links={[...sectionLinks, { href: toPath('archive'), name: labels.archive }]}
        />
        <Links label={labels.aboutPaper} name={labels.atFoot(labels.aboutPaper)} links={pageLinks} />
        <Links
          label={labels.elsewhere}
          name={labels.atFoot(labels.elsewhere)}
          links={[...emailLinks, ...socialLinks]}
        />
        <Imprint {...site} />
      </div>
    </footer>
  )
}

type LinksProps = {
  label: string
  /** What the list is called where its place cannot be seen. */
  name: string
  links: { href: string; name: string }[]
}

function Links({ label, name, links }: LinksProps) {
  if (links.length === 0) return null
  return (
    <nav aria-label={name}>
      <p className="colophon-label caps">{label}</p>
      <ul>
        {links.map((link) => (
          <li key={link.href}>
            <a href={link.href}>{link.name}</a>
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
