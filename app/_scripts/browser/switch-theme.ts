/** The switch between the light and the dark: says which it is, and remembers what was chosen. */
export function switchTheme(): void {
  const { dataset } = document.documentElement
  const systemDark = matchMedia('(prefers-color-scheme: dark)')
  const button = document.querySelector('.theme-switch')
  button?.removeAttribute('hidden')

  const isDark = () => (dataset.theme ? dataset.theme === 'dark' : systemDark.matches)
  const show = () => button?.setAttribute('aria-pressed', String(isDark()))

  button?.addEventListener('click', () => {
    const theme = isDark() ? 'light' : 'dark'
    dataset.theme = theme
    show()
    try {
      localStorage.setItem('theme', theme)
    } catch {
      // A reader who keeps nothing: the choice lasts as long as the page.
    }
  })
  systemDark.addEventListener('change', show)
  show()
}
