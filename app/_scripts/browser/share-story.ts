/** Copies a story's address, and offers what the reader's own device has for passing things on. */
export function shareStory(): void {
  const copy = document.querySelector('.share-copy')
  const status = document.querySelector('.share-status')
  for (const item of document.querySelectorAll('.share-scripted')) item.removeAttribute('hidden')

  copy?.addEventListener('click', async () => {
    const canonical = document.querySelector('link[rel=canonical]')?.getAttribute('href')
    await navigator.clipboard.writeText(new URL(canonical ?? '', location.href).href)
    if (status !== null) status.textContent = copy.getAttribute('data-done')
  })

  // A reader who closes the system's own dialogue has not met an error.
  document.querySelector('.share-native')?.addEventListener('click', () => {
    navigator.share({ title: document.title, url: location.href }).catch(() => undefined)
  })
}
