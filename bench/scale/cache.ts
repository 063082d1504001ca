/** A cache of so many pages; what was not asked for longest goes first. A page is good until `until`. */
export class ModelCache {
  private readonly pages = new Map<number, number>()
  private readonly capacity: number

  constructor(capacity: number) {
    this.capacity = Math.max(1, Math.floor(capacity))
  }

  /** Whether the page is there and good at `now`; it is from then on, until `until`. */
  ask(page: number, now: number, until: number): boolean {
    const known = this.pages.get(page)
    const isHit = known !== undefined && known > now
    this.pages.delete(page)
    this.pages.set(page, isHit ? known : until)
    if (this.pages.size > this.capacity) {
      const [oldest] = this.pages.keys()
      if (oldest !== undefined) this.pages.delete(oldest)
    }
    return isHit
  }

  purge(page: number): void {
    this.pages.delete(page)
  }

  get size(): number {
    return this.pages.size
  }
}
