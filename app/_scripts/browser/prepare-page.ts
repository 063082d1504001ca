/**
 * Before anything is painted: the theme a reader chose, and that there is script at all, so that controls which need
 * one are there from the start and nothing moves when it arrives.
 */
export function preparePage(): void {
  const { dataset } = document.documentElement
  dataset.script = 'share' in navigator ? 'share' : ''
  try {
    const theme = localStorage.getItem('theme')
    if (theme !== null) dataset.theme = theme
  } catch {
    // A reader who keeps nothing has chosen nothing.
  }
}
