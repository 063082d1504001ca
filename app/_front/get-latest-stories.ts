import { getSite, listLatest } from '#lib/queries/queries.ts'

const LATEST = 6

/** The newest headlines, or none: a page about what is missing must not itself go missing with the index. */
export async function getLatestStories() {
  try {
    const [site, stories] = await Promise.all([getSite(), listLatest({ kind: 'all' }, LATEST, new Date())])
    return { site, stories }
  } catch (error) {
    console.error('A page goes without the latest stories:', error)
    return null
  }
}

/** The paper's language, or English with the index gone, which the log says already. */
export async function getLanguage(): Promise<string> {
  try {
    return (await getSite()).language
  } catch {
    return 'en'
  }
}
