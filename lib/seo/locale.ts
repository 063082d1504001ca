/** Open Graph writes `en_GB` where the web writes `en-GB`. A language without a region gets its most likely one. */
export function toOpenGraphLocale(language: string): string {
  try {
    const { language: code, region } = new Intl.Locale(language).maximize()
    return region === undefined ? code : `${code}_${region}`
  } catch {
    return 'en_US'
  }
}
