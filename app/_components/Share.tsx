import { getLabels } from '#lib/labels/get-labels.ts'
import { shareStory } from '../_scripts/browser/share-story.ts'
import { Script } from '../_scripts/Script.tsx'
import './Share.css'

type Props = { title: string; url: string; language: string }

/** Share links: plain links, which load nothing until they are followed, and the sharing dialog of the device. */
export function Share({ title, url, language }: Props) {
  const labels = getLabels(language)
  return (
    <section className="share" aria-label={labels.share} lang={language}>
      <p className="share-label caps">{labels.shareBy}</p>
      <ul>
        {listServices(title, url, labels.email).map(({ name, href }) => (
          <li key={name}>
            <a href={href} rel="noreferrer">
              {name}
            </a>
          </li>
        ))}
        <li className="share-scripted" hidden suppressHydrationWarning>
          <button type="button" className="share-copy" data-done={labels.copied}>
            {labels.copyLink}
          </button>
        </li>
        <li className="share-scripted share-with-device" hidden suppressHydrationWarning>
          <button type="button" className="share-native">
            {labels.shareBy}…
          </button>
        </li>
      </ul>
      <p className="share-status" role="status" suppressHydrationWarning>
        {''}
      </p>
      <Script run={shareStory} />
    </section>
  )
}

function listServices(title: string, url: string, email: string): { name: string; href: string }[] {
  const [words, address] = [encodeURIComponent(title), encodeURIComponent(url)]
  return [
    { name: email, href: `mailto:?subject=${words}&body=${address}` },
    { name: 'WhatsApp', href: `https://wa.me/?text=${words}%20${address}` },
    { name: 'Bluesky', href: `https://bsky.app/intent/compose?text=${words}%20${address}` },
  ]
}
