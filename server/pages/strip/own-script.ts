import type { OutlineElement } from './scan-html.ts'

/** Blocks of data: no browser runs them, and no policy concerns them. */
const DATA_TYPES = new Set(['application/ld+json', 'application/json'])

/**
 * The rule for scripts: ours carry `data-keep`, or are JSON-LD or speculation rules. Every other script of a page is the
 * framework's, and readers do without it.
 */
export function isOwnScript({ attributes }: Pick<OutlineElement, 'attributes'>): boolean {
  return 'data-keep' in attributes || isData({ attributes }) || attributes.type === 'speculationrules'
}

export function isData({ attributes }: Pick<OutlineElement, 'attributes'>): boolean {
  return DATA_TYPES.has(attributes.type ?? '')
}
