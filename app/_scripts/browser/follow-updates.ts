type Fragment = {
  isLive: boolean
  mark: string
  shown: [id: string, version: string][]
  /** Updates with later ids than this are on the page, or deleted. */
  oldest: string
  texts: Partial<Record<string, string>>
}

/**
 * Asks for the newest updates of a live story from time to time. What was mended or deleted is mended in place; what is new
 * waits behind a button, so that nothing moves by itself.
 */
export function followUpdates(): void {
  const box = document.querySelector<HTMLElement>('.live-follow')
  const list = document.querySelector('.live-updates')
  const button = box?.querySelector('button')
  const status = box?.querySelector('p')
  if (!box || !list || !button || !status) return
  const rules = new Intl.PluralRules(box.lang)
  const forms: Partial<Record<string, string>> = JSON.parse(box.dataset.words ?? '{}')
  const end = Date.now() + 12 * 3_600_000
  let tag: string | null = null
  let failures = 0
  let asked = Date.now()
  let isLive = true
  let timer = 0
  let waiting: string[] = []

  function plan(): void {
    clearTimeout(timer)
    if (!isLive || Date.now() > end) return
    const connection: unknown = Reflect.get(navigator, 'connection')
    const isSaving = connection instanceof Object && Reflect.get(connection, 'saveData') === true
    const seconds = Math.min(300, (document.hidden ? 60 : isSaving ? 30 : 10) * 2 ** failures)
    timer = window.setTimeout(ask, seconds * (800 + 400 * Math.random()))
  }

  async function ask(): Promise<void> {
    asked = Date.now()
    try {
      const response = await fetch(box?.dataset.src ?? '', { cache: 'no-cache' })
      if (!response.ok) throw new Error()
      const etag = response.headers.get('etag')
      if (etag === null || etag !== tag) show(await response.json())
      tag = etag
      failures = 0
    } catch {
      failures++
    }
    plan()
  }

  function show(fragment: Fragment): void {
    const mark = document.querySelector('.live-mark')
    if (mark) mark.innerHTML = fragment.mark
    isLive = fragment.isLive
    const versions = new Map(fragment.shown)
    for (const article of list?.querySelectorAll<HTMLElement>('.live-update') ?? []) {
      const version = versions.get(article.id)
      const text = fragment.texts[article.id]
      if (!version && article.id > fragment.oldest) article.remove()
      else if (version && version !== article.dataset.version && text && !isInUse(article))
        article.outerHTML = text
    }
    waiting = fragment.shown.flatMap(([id]) =>
      document.getElementById(id) ? [] : (fragment.texts[id] ?? []),
    )
    announce()
  }

  function isInUse(article: Element): boolean {
    const isPlaying = [...article.querySelectorAll('video,audio')].some(
      (media) => media instanceof HTMLMediaElement && !media.paused,
    )
    const selection = getSelection()
    const isSelected = selection?.isCollapsed === false && selection.containsNode(article, true)
    return isPlaying || isSelected || article.contains(document.activeElement)
  }

  function announce(): void {
    const count = waiting.length
    const words = count ? (forms[rules.select(count)] ?? forms.other ?? '').replace('#', String(count)) : ''
    if (!button || !status || status.textContent === words) return
    status.textContent = words
    button.textContent = words
    button.hidden = !count
  }

  button.onclick = () => {
    list.insertAdjacentHTML('afterbegin', waiting.join(''))
    waiting = []
    announce()
    const link = list.querySelector('a')
    link?.focus({ preventScroll: true })
    list.scrollIntoView()
  }
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && isLive && Date.now() - asked > 10_000) {
      clearTimeout(timer)
      ask()
    } else plan()
  })
  plan()
}
