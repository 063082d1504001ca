// On every page: the theme switch, and how long ago a fresh story was printed.

const root = document.documentElement
const systemDark = matchMedia('(prefers-color-scheme: dark)')
const themeSwitch = document.querySelector('.theme-switch')

function isDark() {
  const chosen = root.dataset.theme
  return chosen === undefined ? systemDark.matches : chosen === 'dark'
}

function showTheme() {
  themeSwitch?.setAttribute('aria-pressed', String(isDark()))
}

function switchTheme() {
  const theme = isDark() ? 'light' : 'dark'
  root.dataset.theme = theme
  showTheme()
  try {
    localStorage.setItem('theme', theme)
  } catch {
    // A reader who keeps nothing: the choice lasts as long as the page.
  }
}

const HOUR = 3600
const DAY = 24 * HOUR
const relative = new Intl.RelativeTimeFormat(root.lang, { numeric: 'auto' })

/** `3 hours ago` for what is less than a day old; null for the rest, where the date says more. @param {string} instant */
function formatAge(instant) {
  const age = Math.round((Date.now() - Date.parse(instant)) / 1000)
  if (!(age >= 0 && age < DAY)) return null
  return age < HOUR
    ? relative.format(-Math.floor(age / 60), 'minute')
    : relative.format(-Math.floor(age / HOUR), 'hour')
}

/** The place of the date stays as wide as it was: nothing around it moves. */
function showAges() {
  for (const time of document.querySelectorAll('time')) {
    if (time.dataset.relative === undefined) continue
    const age = formatAge(time.dateTime)
    if (age === null) continue
    time.style.minInlineSize ||= `${Math.ceil(time.getBoundingClientRect().width)}px`
    time.title ||= time.textContent
    time.textContent = age
  }
  for (const place of document.querySelectorAll('span')) {
    const { age: instant } = place.dataset
    if (instant === undefined) continue
    const age = formatAge(instant)
    place.textContent = age === null ? '' : ` · ${age}`
  }
}

themeSwitch?.addEventListener('click', switchTheme)
systemDark.addEventListener('change', showTheme)
showTheme()
showAges()
setInterval(showAges, 60_000)
