'use client' // Next demands it of an error boundary.

import { Failure } from './_components/Failure.tsx'
import { useShownLanguage } from './_components/use-shown-language.ts'

export default function ErrorPage() {
  return <Failure language={useShownLanguage()} />
}
