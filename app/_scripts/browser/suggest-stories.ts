/** Links to stories below a search box, while words are typed into it. Without it the box asks `/search` all the same. */
export function suggestStories(): void {
  const input = document.querySelector<HTMLInputElement>('.search-form input[type=search]')
  const list = document.querySelector<HTMLElement>('.search-suggestions')
  if (input === null || list === null) return
  let timer = 0
  let shown = input.value.trim()

  const show = async () => {
    const words = input.value.trim()
    if (words === shown) return
    shown = words
    const links = words.length < 2 ? [] : await find(words).catch(() => [])
    if (words !== input.value.trim()) return
    list.replaceChildren(...links)
    list.hidden = links.length === 0
  }

  const find = async (words: string) => {
    const response = await fetch(`/search.json?${new URLSearchParams({ q: `${words}*` })}`)
    const { hits }: { hits: { url: string; title: string; language: string }[] } = await response.json()
    return hits.slice(0, 6).map(({ url, title, language }) => {
      const item = document.createElement('li')
      const link = document.createElement('a')
      link.href = new URL(url).pathname
      link.textContent = title
      link.lang = language
      link.dir = 'auto'
      item.append(link)
      return item
    })
  }

  input.addEventListener('input', () => {
    clearTimeout(timer)
    timer = window.setTimeout(show, 200)
  })
  // Browsers empty the box at Escape: not while there is something else to put away.
  input.form?.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || list.hidden) return
    event.preventDefault()
    list.hidden = true
    input.focus()
  })
}
