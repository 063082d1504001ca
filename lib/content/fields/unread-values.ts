import { type Diagnostic, reportWarning } from '../diagnostic.ts'
import { isMapping } from '../front-matter/plain-values.ts'
import type { MappedFields } from '../keys/field-keys.ts'
import type { FieldName } from '../keys/known-keys.ts'
import { type RawValue, toText } from '../keys/raw-value.ts'
import { listAliases } from './aliases.ts'
import { parseAuthors } from './bylines.ts'
import { listNames } from './taxonomy.ts'
import { toWords } from './text-fields.ts'

/** Whether a field makes something of what is written, and how it is written. Fields that say so themselves are not here. */
type Reading = { isRead: (raw: RawValue) => boolean; hint: (key: string) => string }

const isFlag = ({ value }: RawValue) => typeof value === 'boolean'

const READINGS: Partial<Record<FieldName, Reading>> = {
  title: {
    isRead: (raw) => !isFlag(raw) && toWords(raw.value) !== '',
    hint: (key) => `Write ${key}: and the words, between quotation marks`,
  },
  description: {
    isRead: (raw) => isFlag(raw) || toWords(raw.value) !== '',
    hint: (key) => `Write ${key}: and the words, between quotation marks`,
  },
  slug: {
    isRead: (raw) => !isFlag(raw) && toText(raw.value) !== '',
    hint: (key) => `Write ${key}: and the last part of the address, such as ${key}: ferry-returns`,
  },
  section: {
    isRead: ({ key, value }) => value === false || listNames(key, value).length > 0,
    hint: (key) => `Write ${key}: and one name`,
  },
  tags: {
    isRead: ({ key, value }) => value === false || listNames(key, value).length > 0,
    hint: (key) => `Write ${key}: [ferry, quay]`,
  },
  authors: {
    isRead: (raw) => raw.value === false || parseAuthors([raw]).length > 0,
    hint: (key) => `Write ${key}: [Ada Quill, Ben Lens]`,
  },
  aliases: {
    isRead: (raw) =>
      typeof raw.value === 'string' ||
      (typeof raw.value === 'boolean' && /^(?:url|path|permalink)$/i.test(raw.key)) ||
      listAliases(raw).length > 0,
    hint: (key) => `Write ${key}: [/2014/06/old.html]`,
  },
}

/** Fields of one value. */
const SINGLE = ['title', 'description', 'published', 'updated', 'slug', 'language', 'canonical'] as const

/** Says of each key whose value a field makes nothing of that it was not used: a mapping where words belong, `true` as a name. */
export function reportUnread(fields: MappedFields['fields']): Diagnostic[] {
  const unread = Object.entries(READINGS).flatMap(([name, { isRead, hint }]) =>
    listRaws(fields, name)
      .filter((raw) => !isHollow(raw.value) && !isNone(raw.value) && !isRead(raw))
      .map(({ key, value }) => {
        const message = 'nothing could be made of this, so it was not used'
        return reportWarning({ field: key, found: value, message, hint: hint(key) })
      }),
  )
  return [...unread, ...SINGLE.flatMap((name) => fields[name].filter(isSeveral).map(reportSeveral))]
}

function listRaws(fields: MappedFields['fields'], wanted: string): RawValue[] {
  return Object.entries(fields).flatMap(([name, raws]) => (name === wanted ? raws : []))
}

/** Nothing within nothing: a list item or a member that nobody filled in. */
function isHollow(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isHollow)
  return isMapping(value) ? Object.values(value).every(isHollow) : value === null || value === ''
}

/** Words for "nothing", which programs fill in. */
function isNone(value: unknown): boolean {
  return typeof value === 'string' && /^(?:none|null|no|false|~|n\/a)$/i.test(value.trim())
}

function isSeveral({ value }: RawValue): boolean {
  return Array.isArray(value) && new Set(value.filter((item) => !isHollow(item)).map(String)).size > 1
}

function reportSeveral({ key, value }: RawValue): Diagnostic {
  const message = 'this is a list, and only the first of it was used'
  return reportWarning({ field: key, found: value, message, hint: `Write ${key}: and one value` })
}
