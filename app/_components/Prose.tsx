import './Prose.css'
import './ProseExtras.css'
import './ProseNotes.css'

/** Rendered Markdown. `html` comes out of `renderMarkdown`, which lets only safe markup through. */
export function Prose({ html }: { html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the pipeline's allow-list is what makes this safe
  return <div className="prose" suppressHydrationWarning dangerouslySetInnerHTML={{ __html: html }} />
}
