import { EVENT_ID, type Event, getScalarValue, parseEvents } from 'js-yaml'

/** Keys and list positions from the root down: `['sections', 1, 'slug']`. */
export type YamlPath = readonly (string | number)[]

/**
 * The 1-based line a value's key stands on, or as much of its path as there is: the line of `sections` when
 * `sections.1.slug` was never written. In text that is no YAML as a whole, the line that begins with the first key.
 */
export function findYamlLine(text: string, path: YamlPath): number {
  return createYamlLocator(text)(path)
}

/** The same for many paths of one text, which is read once, when the first is asked for. */
export function createYamlLocator(text: string): (path: YamlPath) => number {
  let places: Map<string, number> | null = null
  return (path) => {
    places ??= listLocations(text)
    return findLine(text, places, path)
  }
}

function findLine(text: string, places: Map<string, number>, path: YamlPath): number {
  for (let length = path.length; length > 0; length--) {
    const offset = places.get(toKey(path.slice(0, length)))
    if (offset !== undefined) return text.slice(0, offset).split('\n').length
  }
  const begun = text.search(new RegExp(`^["']?${RegExp.escape(String(path[0] ?? ''))}["']?[ \\t]*:`, 'm'))
  return begun === -1 ? 1 : text.slice(0, begun).split('\n').length
}

function listLocations(text: string): Map<string, number> {
  const places = new Map<string, number>()
  const events = readEvents(text)
  let at = 0

  function walk(path: YamlPath): void {
    const event = events[at++]
    if (event === undefined || event.type === EVENT_ID.POP) return
    if ('start' in event) note(places, path, event.start)
    if (event.type === EVENT_ID.SCALAR) note(places, path, event.valueStart)
    if (event.type === EVENT_ID.SEQUENCE) walkItems((index) => walk([...path, index]))
    if (event.type === EVENT_ID.MAPPING) walkItems(() => walk([...path, walkKey(path)]))
  }

  function walkItems(walkItem: (index: number) => void): void {
    for (let index = 0; at < events.length && events[at]?.type !== EVENT_ID.POP; index++) walkItem(index)
    at++
  }

  function walkKey(path: YamlPath): string {
    const event = events[at++]
    if (event?.type !== EVENT_ID.SCALAR) return ''
    const key = getScalarValue(text, event)
    note(places, [...path, key], event.valueStart)
    return key
  }

  if (events[at]?.type === EVENT_ID.DOCUMENT) at++
  walk([])
  return places
}

function readEvents(text: string): Event[] {
  try {
    return parseEvents(text, {})
  } catch {
    return []
  }
}

/** A key is met before its value: the first place stays. */
function note(places: Map<string, number>, path: YamlPath, offset: number): void {
  const key = toKey(path)
  if (!places.has(key)) places.set(key, offset)
}

function toKey(path: YamlPath): string {
  return JSON.stringify(path)
}
