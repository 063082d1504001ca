import { playFilms } from '../_scripts/browser/play-films.ts'
import { showNotes } from '../_scripts/browser/show-notes.ts'
import { Script } from '../_scripts/Script.tsx'
import './Prose.css'
import './ProseExtras.css'
import './ProseNotes.css'

/** Rendered Markdown. `html` comes out of `renderMarkdown`, which lets only safe markup through. */
export function Prose({ html }: { html: string }) {
  return (
    <>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the pipeline's allow-list is what makes this safe */}
      <div className="prose" suppressHydrationWarning dangerouslySetInnerHTML={{ __html: html }} />
      {html.includes(' data-embed=') && <Script run={playFilms} />}
      {html.includes(' data-footnote-ref') && <Script run={showNotes} />}
    </>
  )
}
