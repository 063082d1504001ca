import type { Site } from '#lib/config/site.ts'
import type { Author } from '#lib/content/page.ts'
import { toLanguageProps } from './language-props.ts'
import { Picture } from './Picture.tsx'
import { Prose } from './Prose.tsx'
import './AuthorCard.css'

type Props = { author: Author; html: string; site: Pick<Site, 'language'> }

/** Who a writer is: picture, role, biography, and where else to find them. */
export function AuthorCard({ author, html, site }: Props) {
  return (
    <div className="author">
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
        {author.role !== '' && <p className="author-role">{author.role}</p>}
        {html !== '' && <Prose html={html} />}
        <AuthorLinks links={author.links} />
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
          <a href={href} rel="me">
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
