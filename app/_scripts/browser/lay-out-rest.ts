/**
 * Lays out what lies below the screen, part by part when the reader's device has nothing else to do: the first layout
 * passes it over (`content-visibility`), and whoever takes a picture of the whole page would find it blank.
 */
export function layOutRest(): void {
  const rest = [...document.querySelectorAll<HTMLElement>('.block, .colophon')]
  const whenIdle = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 50))

  function layOutNext(): void {
    const part = rest.shift()
    if (part === undefined) return
    part.style.contentVisibility = 'visible'
    whenIdle(layOutNext)
  }

  addEventListener('load', () => whenIdle(layOutNext))
}
