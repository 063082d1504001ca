import { getLabels } from '#lib/labels/get-labels.ts'
import { ListHeader } from './ListHeader.tsx'

/** What a page says instead of itself where it could not be made. */
export function Failure({ language }: { language: string }) {
  const { errorTitle, errorText, toFrontPage } = getLabels(language)
  return (
    <div className="shell list-page">
      <title>{errorTitle}</title>
      <meta name="robots" content="noindex" />
      <ListHeader kicker="500" title={errorTitle} description={errorText}>
        <p className="list-header-links">
          <a href="/">{toFrontPage}</a>
        </p>
      </ListHeader>
    </div>
  )
}
