'use client' // Next demands it of an error boundary.

import { ListHeader } from './_components/ListHeader.tsx'

export default function ErrorPage() {
  return (
    <div className="shell list-page">
      <title>This page could not be printed</title>
      <meta name="robots" content="noindex" />
      <ListHeader
        kicker="500"
        title="This page could not be printed"
        description="The fault is ours, and it has been logged. Please try again in a moment."
      >
        <p className="list-header-links">
          <a href="/">Turn to the front page</a>
        </p>
      </ListHeader>
    </div>
  )
}
