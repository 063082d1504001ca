import { z } from 'zod'
import type { Ledger } from '../output/ledger.ts'
import { getText, type Payload } from './cards.ts'

const tagSchema = z.object({ name: z.string(), isInternal: z.boolean() })
const nameSchema = z.object({ name: z.string() })
const metaSchema = z.record(z.string(), z.unknown())

export type GhostTag = z.infer<typeof tagSchema>

/** What posts refer to by id, gathered before they are read, and held on disk. */
export class GhostRelations {
  readonly #ledger: Ledger
  /** The paper's own zone, UTC when the export does not say. */
  timeZone = 'UTC'

  constructor(ledger: Ledger) {
    this.#ledger = ledger
  }

  /** Takes a row in, if it is of a table that others refer to. */
  put(table: string, row: Payload): void {
    const id = toId(row.id)
    const post = toId(row.post_id)
    const place = Number(row.sort_order ?? 0)
    if (table === 'tags') {
      const name = getText(row, 'name')
      this.#ledger.putPart(`tag ${id}`, {
        name,
        isInternal: row.visibility === 'internal' || name.startsWith('#'),
      })
    } else if (table === 'users') this.#ledger.putPart(`user ${id}`, { name: getText(row, 'name') })
    else if (table === 'posts_tags') this.#ledger.addTo(`tags ${post}`, place, toId(row.tag_id))
    else if (table === 'posts_authors') this.#ledger.addTo(`authors ${post}`, place, toId(row.author_id))
    else if (table === 'posts_meta') this.#ledger.putPart(`meta ${post}`, row)
    else if (table === 'settings' && row.key === 'timezone') this.timeZone = toZone(row.value)
  }

  listTags(post: string): GhostTag[] {
    const found = this.#ledger.list(`tags ${post}`).map((id) => this.#ledger.getPart(`tag ${id}`))
    return found.filter((tag) => tag !== null).map((tag) => tagSchema.parse(tag))
  }

  /** The names of a post's authors in their order; `first` is the one that exports before Ghost 1.22 name in the post. */
  listAuthors(post: string, first: string): string[] {
    const ids = this.#ledger.list(`authors ${post}`)
    const found = (ids.length > 0 ? ids : [first]).map((id) => this.#ledger.getPart(`user ${id}`))
    return found.filter((user) => user !== null).map((user) => nameSchema.parse(user).name)
  }

  getMeta(post: string): Payload {
    return metaSchema.parse(this.#ledger.getPart(`meta ${post}`) ?? {})
  }
}

/** Ids are texts, and were numbers once. */
export function toId(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function toZone(value: unknown): string {
  const zone = String(value)
  return Intl.supportedValuesOf('timeZone').includes(zone) ? zone : 'UTC'
}
