'use client' // Next demands it of an error boundary.

import './globals.css'
import { getDirection } from '#lib/text/language.ts'
import { Failure } from './_components/Failure.tsx'
import { useShownLanguage } from './_components/use-shown-language.ts'

/** The last resort, when even the masthead cannot be printed: needs nothing but itself. */
export default function GlobalError() {
  const language = useShownLanguage()
  return (
    <html lang={language} dir={getDirection(language)}>
      <body>
        <main>
          <Failure language={language} />
        </main>
      </body>
    </html>
  )
}
