import { z } from 'zod'
import type { Ledger } from '../output/ledger.ts'

const attachmentSchema = z.object({ url: z.string(), alt: z.string(), caption: z.string(), type: z.string() })

/** A picture or file of the old site's library. `caption` is HTML; `type` its kind as its name's ending tells. */
export type Attachment = z.infer<typeof attachmentSchema>

const textSchema = z.object({ text: z.string() })

/** What items refer to by id or login, gathered before they are read. Held on disk: a library may be larger than memory. */
export class OldSite {
  readonly #ledger: Ledger

  constructor(ledger: Ledger) {
    this.#ledger = ledger
  }

  putAttachment(id: string, parent: string, order: number, attachment: Attachment): void {
    this.#ledger.putPart(`attachment ${id}`, attachment)
    if (parent !== '' && parent !== '0') this.#ledger.addTo(`attachments of ${parent}`, order, id)
  }

  getAttachment(id: string): Attachment | null {
    return attachmentSchema.nullable().parse(this.#ledger.getPart(`attachment ${id}`))
  }

  /** The ids of what was uploaded to an item, in the order of its gallery. */
  listAttachments(parent: string): string[] {
    return this.#ledger.list(`attachments of ${parent}`)
  }

  putText(kind: 'block' | 'category' | 'author', key: string, text: string): void {
    this.#ledger.putPart(`${kind} ${key}`, { text })
  }

  /** A reusable block's content, a category's name by its id, an author's name by login or nickname; null: unknown. */
  getText(kind: 'block' | 'category' | 'author', key: string): string | null {
    return textSchema.nullable().parse(this.#ledger.getPart(`${kind} ${key}`))?.text ?? null
  }
}
