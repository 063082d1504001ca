import { isMapping, type PlainValues } from '../front-matter/plain-values.ts'
import { listHeadTags, listRobots } from '../keys/head-tags.ts'
import { FIELD_KEYS } from '../keys/known-keys.ts'
import {
  CONTAINERS,
  type Meaning,
  meaningOfKey,
  NAMED_CONTAINERS,
  toKeyWords,
  toPlainKey,
} from '../keys/publicity-keys.ts'
import type { RawValue } from '../keys/raw-value.ts'
import { isOfPagePart } from '../keys/resembling-keys.ts'
import { isNo, isUnmistakable, isYes } from './publicity-words.ts'

/** A key with a plain value. `isNested`: it stands in a mapping that may be about something else than the story. */
export type Entry = RawValue & { isNested?: true }

/** Keys whose values are a reader's words: a headline may well be "Private". */
export const OWN_KEYS: ReadonlySet<string> = new Set(
  Object.entries(FIELD_KEYS)
    .filter(([field]) => !['tags', 'section', 'type'].includes(field))
    .flatMap(([, keys]) => keys.map((key) => key.toLowerCase())),
)

/** Each key with a plain value, those in mappings too: `seo.noindex`, `build_render`, `workflow: {state: review}`. */
export function listEntries(values: PlainValues): Entry[] {
  return Object.entries(values).flatMap(([key, value]) => listEntry(key, value, 0))
}

/** Mappings in mappings that are looked into: `params: { meta: { publication: { status } } }` is the deepest in use. */
const MAX_DEPTH = 3

function listEntry(key: string, value: unknown, depth: number): Entry[] {
  if (isMapping(value)) return listMembers(key, value, depth)
  const robots = listRobots(listHeadTags(key, value)).map((words) => ({ key: 'robots', value: words }))
  return [{ key, value }, ...robots, ...(Array.isArray(value) ? listItems(key, value, depth) : [])]
}

/** Hugo's `cascade: [{ draft: true }]`; `embargo: [{ until: 2027-01-01 }]`. */
function listItems(key: string, items: unknown[], depth: number): Entry[] {
  const plain = toPlainKey(key)
  if (plain !== 'cascade' && plain !== 'embargo') return []
  return items.slice(0, MAX_ITEMS).flatMap((item) => (isMapping(item) ? listMembers(key, item, depth) : []))
}

const MAX_ITEMS = 20

function listMembers(key: string, members: PlainValues, depth: number): Entry[] {
  const plain = toPlainKey(key)
  const entries = Object.entries(members)
  if (NAMED_CONTAINERS.has(plain))
    return entries.map(([inner, item]) => ({ key: `${plain}_${inner}`, value: item }))
  if (CONTAINERS.has(plain) && depth < MAX_DEPTH)
    return entries.flatMap(([inner, item]) => {
      const name = nameInner(plain, inner)
      return name === inner ? listEntry(inner, item, depth + 1) : [{ key: name, value: item }]
    })
  const meaning = OWN_KEYS.has(key.toLowerCase()) ? undefined : meaningOfKey.get(plain)
  if (meaning !== undefined) {
    const meant = listMeant(key, meaning, entries)
    const isRead = meant.some((entry) => entry.isNested !== true)
    return isRead || !isSwitch(key, meaning, members) ? meant : [...meant, { key, value: members }]
  }
  if (OWN_KEYS.has(key.toLowerCase())) return []
  if (isOfPagePart(key))
    return entries.filter(([, item]) => isUnmistakable(item)).map(([, item]) => ({ key, value: item }))
  return entries.map(([inner, item]) =>
    isUnmistakable(item) && !meaningOfKey.has(toPlainKey(inner))
      ? { key, value: item }
      : { key: inner, value: item, isNested: true },
  )
}

/** Whether a mapping of which nothing is understood stands where a yes or a no has to; `private: {notes: …}` is no such. */
function isSwitch(key: string, meaning: Meaning, members: PlainValues): boolean {
  if (meaning === 'noindex' || meaning === 'password') return true
  if (meaning !== 'not-public') return false
  return /draft|publi/i.test(key) || Object.values(members).some((value) => typeof value === 'boolean')
}

const NAMES = /^(?:state|status|name|value|label|stage|phase|step|type|level|slug)$/
const SWITCHES = /^(?:enabled|enable|active|value|status|state|on|web|live)$/
const STARTS = /^(?:date|day|time|datetime|at|on|from|start|starts|begin|publish|published|go_?live|release)$/
const ENDS = /^(?:end|ends|until|till|to|stop|unpublish|expires?)$/

/** The members of a mapping whose own key says who may see a story: `publish: {date: …}`, `status: {name: draft}`. */
function listMeant(key: string, meaning: Meaning, entries: [string, unknown][]): Entry[] {
  return entries.flatMap(([inner, item]): Entry[] => {
    const name = toKeyWords(inner).join('_')
    switch (meaning) {
      case 'status':
      case 'visibility':
      case 'hint':
        if (NAMES.test(name) && isMapping(item)) return listMeant(key, meaning, Object.entries(item))
        if (NAMES.test(name)) return [{ key, value: item }]
        break
      case 'public':
      case 'gate':
      case 'shown':
        if (STARTS.test(name) && !isNo(item) && !isYes(item)) return [{ key: 'publish_at', value: item }]
        if (ENDS.test(name)) return [{ key: 'visible_until', value: item }]
        if (meaning !== 'shown' && SWITCHES.test(name)) return [{ key, value: item }]
        break
      case 'not-public':
      case 'held':
      case 'password':
        if (SWITCHES.test(name) && (isYes(item) || isNo(item))) return [{ key, value: item }]
        break
      default:
        break
    }
    return isUnmistakable(item) ? [{ key, value: item }] : [{ key: inner, value: item, isNested: true }]
  })
}

/** The key of something in a mapping, by which it is known: a day to go out at is one there too. */
function nameInner(container: string, key: string): string {
  const plain = toPlainKey(key)
  if (GOING_OUT.test(plain)) return 'publish_at'
  return container.startsWith('publi') && STARTS.test(plain) ? 'publish_start' : key
}

const GOING_OUT = /^(?:publish|pub|publication|published)_?(?:date|time)$|^date_published$/
