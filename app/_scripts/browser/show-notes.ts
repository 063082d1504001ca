/** Opens a footnote beside the words it belongs to. A browser without pop-ups goes to the foot of the text. */
export function showNotes(): void {
  const popup = document.createElement('div')
  if (!('popover' in popup)) return
  let anchored: HTMLElement | undefined
  popup.className = 'note'
  popup.tabIndex = -1
  popup.role = 'dialog'
  popup.popover = 'auto'

  for (const reference of document.querySelectorAll<HTMLAnchorElement>('a[data-footnote-ref]')) {
    if (!popup.isConnected) reference.closest('.prose')?.append(popup)
    reference.ariaHasPopup = 'dialog'
    reference.addEventListener('click', (event) => {
      const note = document.getElementById(decodeURIComponent(reference.hash.slice(1)))
      if (note === null || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      popup.innerHTML = note.innerHTML
      for (const link of popup.querySelectorAll('[data-footnote-backref]')) link.remove()
      for (const named of popup.querySelectorAll('[id]')) named.removeAttribute('id')
      popup.ariaLabel = reference.textContent
      anchored?.style.removeProperty('anchor-name')
      reference.style.setProperty('anchor-name', '--reference')
      anchored = reference
      popup.showPopover()
      popup.focus()
    })
  }
}
