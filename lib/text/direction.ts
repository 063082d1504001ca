/** Which way a language is written. What is no language tag, or a browser without `getTextInfo`, goes left to right. */
export function getDirection(language: string): 'ltr' | 'rtl' {
  try {
    return new Intl.Locale(language).getTextInfo().direction === 'rtl' ? 'rtl' : 'ltr'
  } catch {
    return 'ltr'
  }
}
