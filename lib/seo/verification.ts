import type { Site } from '#lib/config/site.ts'
import { VERIFICATION_TAGS } from '#lib/config/verification.ts'

/** The tags that show search engines and networks whose site it is, by their names; none where nothing is set. */
export function buildVerification({ verification }: Pick<Site, 'verification'>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(VERIFICATION_TAGS).flatMap(([service, name]) => {
      const tokens = Object.entries(verification).find(([key]) => key === service)?.[1]
      return tokens === undefined ? [] : [[name, tokens]]
    }),
  )
}
