import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { readEdition, toEditionText } from './edition-text.ts'
import type { Answer } from './readers.ts'
import { waitFor } from './wait-for.ts'

/** An edition of the story that is saved again and again, and since when every instance shows it, by `performance.now()`. */
type Published = { edition: number; at: number }

/** Saves one story again and again, and knows which edition readers may see. */
export type Editions = {
  /**
   * Milliseconds from a save until each of the instances at `urls` shows it. `seen` is when the page at `cache` does, by which
   * nothing else is waited for.
   */
  publish: (urls: readonly string[], cache: string | null) => Promise<{ live: number; seen: number | null }>
  /** Saves, and gives what waits until it is live. */
  save: () => (urls: readonly string[]) => Promise<number>
  /** Answers begun more than a second after every instance showed something newer than they do. */
  countStale: (answers: readonly Answer[]) => number
}

export function createEditions(contentDir: string): Editions {
  const published: Published[] = []
  let edition = 0

  function save() {
    edition += 1
    const own = edition
    writeFileSync(path.join(contentDir, 'posts/edition.md'), toEditionText(own))
    const savedAt = performance.now()
    return async (urls: readonly string[]) => {
      await Promise.all(urls.map((url) => waitForEdition(url, own)))
      published.push({ edition: own, at: performance.now() })
      return performance.now() - savedAt
    }
  }

  async function publish(urls: readonly string[], cache: string | null) {
    const savedAt = performance.now()
    const waitUntilLive = save()
    const own = edition
    const [live, seen] = await Promise.all([
      waitUntilLive(urls),
      cache === null ? null : waitForEdition(cache, own).then(() => performance.now() - savedAt),
    ])
    return { live, seen }
  }

  function countStale(answers: readonly Answer[]): number {
    return answers.filter(
      ({ edition: shown, startedAt }) =>
        shown !== null && published.some((one) => one.edition > shown && startedAt > one.at + 1_000),
    ).length
  }

  return { publish, save, countStale }
}

async function waitForEdition(url: string, edition: number): Promise<void> {
  await waitFor(`edition ${edition} at ${url}`, async () => {
    const response = await fetch(`${url}/posts/edition`)
    return (readEdition(await response.text()) ?? -1) >= edition
  })
}
