type Versions = [id: string, version: string][]

type Fragment = {
  isLive: boolean
  mark: string
  pinned: Versions
  shown: Versions
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
  const top = document.querySelector('.live-pinned')
  const list = document.querySelector<HTMLElement>('.live-updates')
  const button = box?.querySelector('button')
  const status = box?.querySelector('p')
  if (!box || !top || !list || !button || !status) return
  const rules = new Intl.PluralRules(box.lang)
  const forms: Partial<Record<string, string>> = JSON.parse(box.dataset.words ?? '{}')
  const { src = '' } = box.dataset
  const floor = list.lastElementChild?.id ?? ''
  const end = Date.now() + 12 * 3_600_000
  let tag: string | null = null
  let failures = 0
  let asked = Date.now()
  let isLive = true
  let timer = 0
  let latest: Fragment | undefined
  let waiting: string[] = []
  const known = new Set(listNames(document.body.innerHTML))

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
      const response = await fetch(src, { cache: 'no-cache' })
      if (!response.ok) throw new Error()
      const etag = response.headers.get('etag')
      if (etag === null || etag !== tag) tag = show(await response.json()) ? etag : null
      failures = 0
    } catch {
      failures++
    }
    plan()
  }

  /** False when something is in use that is to be mended: it is tried again. */
  function show(fragment: Fragment): boolean {
    let isDone = true
    latest = fragment
    isLive = fragment.isLive
    if (listNames(Object.values(fragment.texts).join()).some((name) => !known.has(name))) restyle()
    const mark = document.querySelector('.live-mark')
    if (mark) mark.innerHTML = fragment.mark
    const versions = new Map([...fragment.pinned, ...fragment.shown])
    for (const article of document.querySelectorAll<HTMLElement>('article[data-version]')) {
      const { id } = article
      const version = versions.get(id)
      if (!version && (id > fragment.oldest || article.parentNode === top)) article.remove()
      const text = fragment.texts[id]
      if (!text || version === article.dataset.version) continue
      if (isInUse(article)) isDone = false
      else article.outerHTML = text
    }
    // Older ones come up from the next page when some are deleted.
    const newer = fragment.shown.filter(([id]) => id > floor)
    waiting = [...fragment.pinned, ...newer].flatMap(([id]) => (document.getElementById(id) ? [] : id))
    announce()
    return isDone
  }

  /** The page came with the rules that it needed: with an element of another kind it comes with more. Its fonts stay as they are. */
  async function restyle(): Promise<void> {
    const html = await (await fetch('')).text()
    const sheet = new CSSStyleSheet()
    const css = html.split('<style>')[1]?.split('</style>')[0] ?? ''
    sheet.replaceSync(css.replaceAll('@font-face', '@known'))
    document.adoptedStyleSheets = [sheet]
    for (const name of listNames(html)) known.add(name)
  }

  /** What style sheets may name. */
  function listNames(html: string): string[] {
    return html.match(/<\w+| class="[^"]+"| data-[\w-]+/g) ?? []
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

  /** Puts each where it stands among the others. */
  function insert(into: Element | null, versions: Versions): void {
    let next: Element | null = null
    for (const [id] of versions.toReversed()) {
      if (!document.getElementById(id)) {
        const text = latest?.texts[id] ?? ''
        if (next) next.insertAdjacentHTML('beforebegin', text)
        else into?.insertAdjacentHTML('beforeend', text)
      }
      const shown = document.getElementById(id)
      if (shown?.parentNode === into) next = shown
    }
  }

  button.onclick = () => {
    if (!latest) return
    const [first = ''] = waiting
    insert(top, latest.pinned)
    insert(list, latest.shown)
    waiting = []
    announce()
    // Focus within an update would keep it from being mended.
    list.focus({ preventScroll: true })
    document.getElementById(first)?.scrollIntoView()
  }
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && isLive && Date.now() - asked > 10_000) {
      clearTimeout(timer)
      ask()
    } else plan()
  })
  plan()
}
