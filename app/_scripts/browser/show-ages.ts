/** How long ago a fresh story was printed, in place of its date or beside it. */
export function showAges(): void {
  const hour = 3600
  const formats = new Map<string, Intl.RelativeTimeFormat>()

  /** `3 hours ago` for what is less than a day old; '' for the rest, where the date says more. */
  function formatAge(instant: string, element: Element): string {
    const age = Math.round((Date.now() - Date.parse(instant)) / 1000)
    if (!(age >= 0 && age < 24 * hour)) return ''
    const language = element.closest<HTMLElement>('[lang]')?.lang ?? ''
    const relative = formats.get(language) ?? new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
    formats.set(language, relative)
    return age < hour
      ? relative.format(-Math.floor(age / 60), 'minute')
      : relative.format(-Math.floor(age / hour), 'hour')
  }

  /** The place of the date stays as wide as it was: nothing around it moves. */
  function show(): void {
    for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-relative]')) {
      const age = formatAge(time.dateTime, time)
      if (age === '') continue
      time.style.minInlineSize ||= `${Math.ceil(time.getBoundingClientRect().width)}px`
      time.title ||= time.textContent
      time.textContent = age
    }
    for (const position of document.querySelectorAll<HTMLElement>('[data-age]')) {
      const age = formatAge(position.dataset.age ?? '', position)
      position.textContent = age === '' ? '' : ` · ${age}`
    }
  }

  show()
  setInterval(show, 60_000)
}
