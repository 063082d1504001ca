import type { Site } from '#lib/config/site.ts'
import type { Author } from '#lib/content/page.ts'
import { toListPath } from '#lib/routes/paths.ts'
import { toLanguageProps } from './language-props.ts'
import { Picture } from './Picture.tsx'
import { Prose } from './Prose.tsx'
import './AuthorCard.css'

type Props = { author: Author; html: string; site: Pick<Site, 'language'> }

/** Who a writer is: picture, role, biography, and where else to find them; an h-card. */
export function AuthorCard({ author, html, site }: Props) {
  return (
    <div className="author h-card">
      {author.image !== null && (
        <Picture
          image={author.image}
          sourceFile={author.sourceFile}
          alt={author.image.alt}
          loading="eager"
          place="portrait"
        />
      )}
      <div className="author-words" {...toLanguageProps(author, site)}>
        {author.role !== '' && <p className="author-role p-job-title">{author.role}</p>}
        {html !== '' && <Prose html={html} className="p-note" />}
        <AuthorLinks links={author.links} />
        <data className="p-name" value={author.name} />
        <data className="u-url u-uid" value={toListPath({ kind: 'author', slug: author.slug })} />
      </div>
    </div>
  )
}

function AuthorLinks({ links }: { links: readonly string[] }) {
  if (links.length === 0) return null
  return (
    <ul className="author-links">
      {links.map((href) => (
        <li key={href}>
          <a className="u-url" href={href} rel="me">
            {toLabel(href)}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** An address as people say it: `mastodon.example/@ada`. */
function toLabel(href: string): string {
  const { host, pathname } = new URL(href)
  return `${host.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}`
}
