import { getLabels } from '#lib/labels/get-labels.ts'
import type { RenderedMarkdown } from '#lib/markdown/render-markdown.ts'
import './TableOfContents.css'

type Props = { headings: RenderedMarkdown['headings']; language: string }

/** Fewer parts than this are found by scrolling. */
const FEWEST = 4

/** The parts of a long story. */
export function TableOfContents({ headings, language }: Props) {
  const parts = headings.filter(({ level }) => level === 2)
  if (parts.length < FEWEST) return null
  const { contents } = getLabels(language)
  return (
    <nav className="contents" aria-label={contents}>
      <p className="contents-label caps" lang={language}>
        {contents}
      </p>
      <ol>
        {parts.map(({ id, text }) => (
          <li key={id}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
