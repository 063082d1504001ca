import { ar } from './ar.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { he } from './he.ts'
import { ja } from './ja.ts'
import type { Labels } from './labels.ts'

const labelsByLanguage = new Map<string, Labels>(Object.entries({ ar, de, en, es, fr, he, ja }))

/** The paper's own words in its language, in English where they are not written yet. */
export function getLabels(language: string): Labels {
  return labelsByLanguage.get(language.toLowerCase().split('-')[0] ?? '') ?? en
}
