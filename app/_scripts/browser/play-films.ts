/** Plays a film where its link stands. Only then is the film's own server asked for anything. */
export function playFilms(): void {
  function toAddress({ embed, embedId = '', embedStart = '', embedKey = '' }: DOMStringMap): string {
    const id = encodeURIComponent(embedId)
    if (embed === 'vimeo') {
      const key = embedKey && `&h=${encodeURIComponent(embedKey)}`
      return `https://player.vimeo.com/video/${id}?autoplay=1&dnt=1${key}${embedStart && `#t=${embedStart}s`}`
    }
    return `https://www.youtube-nocookie.com/embed/${id}?autoplay=1${embedStart && `&start=${embedStart}`}`
  }

  for (const figure of document.querySelectorAll<HTMLElement>('figure[data-embed]')) {
    const link = figure.querySelector('a')
    link?.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      const frame = document.createElement('iframe')
      frame.src = toAddress(figure.dataset)
      frame.title = figure.textContent.trim()
      frame.allow = 'autoplay; fullscreen; picture-in-picture'
      frame.referrerPolicy = 'strict-origin-when-cross-origin'
      link.replaceWith(frame)
      frame.focus()
    })
  }
}
