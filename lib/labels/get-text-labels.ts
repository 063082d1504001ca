import { getLabels } from './get-labels.ts'
import type { Labels } from './labels.ts'

/** The words the site adds to a writer's own text, in the language of that text. */
type TextLabels = Pick<Labels, 'watchVideo' | 'footnotes' | 'backToReference' | 'openFrame'>

/** Languages a text may be in though the paper's own words are not written in them yet. */
const textLabelsByLanguage = new Map<string, TextLabels>([
  [
    'zh',
    {
      watchVideo: (title, host) => `在 ${host} 观看${title}`,
      footnotes: '脚注',
      backToReference: (reference) => `返回引用 ${reference}`,
      openFrame: (host) => `打开 ${host} 在此显示的内容`,
    },
  ],
])

/** English where a language is not written yet. */
export function getTextLabels(language: string): TextLabels {
  return textLabelsByLanguage.get(language.toLowerCase().split('-')[0] ?? '') ?? getLabels(language)
}
