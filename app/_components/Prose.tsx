import { playFilms } from '../_scripts/browser/play-films.ts'
import { showNotes } from '../_scripts/browser/show-notes.ts'
import { Script } from '../_scripts/Script.tsx'
import './Prose.css'
import './ProseExtras.css'
import './ProseNotes.css'

type Props = {
  html: string
  /** Further classes, such as a microformat's. */
  className?: string
}

/** Rendered Markdown. `html` comes out of `renderMarkdown`, which lets only safe markup through. */
export function Prose({ html, className = '' }: Props) {
  return (
    <>
      <div
        className={className === '' ? 'prose' : `prose ${className}`}
        suppressHydrationWarning
        // biome-ignore lint/security/noDangerouslySetInnerHtml: the pipeline's allow-list is what makes this safe
        dangerouslySetInnerHTML={{ __html: html }}
      />
      <ProseScripts html={html} />
    </>
  )
}

/** What the films and notes of a page's texts need, once. */
export function ProseScripts({ html }: { html: string }) {
  return (
    <>
      {html.includes(' data-embed=') && <Script run={playFilms} />}
      {html.includes(' data-footnote-ref') && <Script run={showNotes} />}
    </>
  )
}
