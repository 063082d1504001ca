import type { Site } from '#lib/config/site.ts'
import { getLabels } from '#lib/labels/get-labels.ts'

export type TermKind = 'section' | 'tag' | 'author'

/** What the page of all sections, topics or writers is called, and what is on it. */
export function describeTerms(
  kind: TermKind,
  { name, language }: Pick<Site, 'name' | 'language'>,
): { title: string; description: string } {
  const labels = getLabels(language)
  switch (kind) {
    case 'section':
      return { title: labels.sections, description: labels.sectionsText(name) }
    case 'tag':
      return { title: labels.topics, description: labels.topicsText(name) }
    case 'author':
      return { title: labels.writers, description: labels.writersText(name) }
  }
}
