'use client' // Next demands it of an error boundary.

import './globals.css'
import { ListHeader } from './_components/ListHeader.tsx'

/** The last resort, when even the masthead cannot be printed: needs nothing but itself. */
export default function GlobalError() {
  return (
    <html lang="en">
      <body>
        <title>The presses have stopped</title>
        <meta name="robots" content="noindex" />
        <main className="shell list-page">
          <ListHeader
            kicker="500"
            title="The presses have stopped"
            description="The fault is ours, and it has been logged. Please try again in a moment."
          >
            <p className="list-header-links">
              <a href="/">Turn to the front page</a>
            </p>
          </ListHeader>
        </main>
      </body>
    </html>
  )
}
