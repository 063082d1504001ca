import { useEffect, useState } from 'react'

const getShownLanguage = () => globalThis.document?.documentElement.lang || 'en'

/**
 * The language of the page that stands in the browser, for error boundaries, which are given nothing but the fault. It is
 * asked again when React is done: Next answers with an empty page first, and puts the layout into it afterwards.
 */
export function useShownLanguage(): string {
  const [language, setLanguage] = useState(getShownLanguage)
  useEffect(() => setLanguage(getShownLanguage()), [])
  return language
}
