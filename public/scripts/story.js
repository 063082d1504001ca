// On a story's page: share and copy, films played in place, notes beside the words they belong to.

/** @type {Record<string, (id: string, start: string, key: string) => string>} */
const PLAYERS = {
  youtube: (id, start) =>
    `https://www.youtube-nocookie.com/embed/${id}?autoplay=1${start === '' ? '' : `&start=${start}`}`,
  vimeo: (id, start, key) =>
    `https://player.vimeo.com/video/${id}?autoplay=1&dnt=1${key === '' ? '' : `&h=${key}`}${start === '' ? '' : `#t=${start}s`}`,
}

/** @param {MouseEvent} event */
function isPlainClick({ button, ctrlKey, metaKey, shiftKey, altKey }) {
  return button === 0 && !(ctrlKey || metaKey || shiftKey || altKey)
}

/**
 * Only now is the film's own server asked for anything.
 *
 * @param {MouseEvent} event
 * @param {HTMLElement} embed
 */
function playInPlace(event, embed) {
  const { embed: provider = '', embedId = '', embedStart = '', embedKey = '' } = embed.dataset
  const toAddress = PLAYERS[provider]
  if (toAddress === undefined || !isPlainClick(event)) return
  event.preventDefault()
  const frame = document.createElement('iframe')
  frame.src = toAddress(encodeURIComponent(embedId), embedStart, encodeURIComponent(embedKey))
  frame.title = embed.textContent?.trim() ?? ''
  frame.allow = 'autoplay; fullscreen; picture-in-picture'
  frame.referrerPolicy = 'strict-origin-when-cross-origin'
  embed.querySelector('a')?.replaceWith(frame)
  frame.focus()
}

const popup = document.createElement('div')
popup.className = 'note'
popup.tabIndex = -1
popup.setAttribute('role', 'dialog')

/** @type {HTMLElement | null} */
let anchored = null

/**
 * @param {MouseEvent} event
 * @param {HTMLAnchorElement} reference
 */
function showNote(event, reference) {
  const note = document.getElementById(decodeURIComponent(reference.hash.slice(1)))
  if (note === null || !isPlainClick(event)) return
  event.preventDefault()
  const words = document.createElement('div')
  words.innerHTML = note.innerHTML
  for (const link of words.querySelectorAll('[data-footnote-backref]')) link.remove()
  for (const named of words.querySelectorAll('[id]')) named.removeAttribute('id')
  popup.setAttribute('aria-label', reference.textContent ?? '')
  popup.replaceChildren(...words.childNodes)
  anchored?.style.removeProperty('anchor-name')
  reference.style.setProperty('anchor-name', '--reference')
  anchored = reference
  popup.showPopover()
  popup.focus()
}

function openNotes() {
  const links = [...document.querySelectorAll('a')]
  const references = links.filter(({ dataset }) => dataset.footnoteRef !== undefined)
  if (references.length === 0 || !('popover' in popup)) return
  popup.popover = 'auto'
  references[0]?.closest('.prose')?.append(popup)
  for (const reference of references) {
    reference.setAttribute('aria-haspopup', 'dialog')
    reference.addEventListener('click', (event) => showNote(event, reference))
  }
}

/** @param {string} done what to say then */
async function copyAddress(done) {
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href')
  await navigator.clipboard.writeText(new URL(canonical ?? '', location.href).href)
  const status = document.querySelector('.share-status')
  if (status !== null) status.textContent = done
}

/** A reader who closes the system's own dialogue has not met an error. */
function shareNatively() {
  navigator.share({ title: document.title, url: location.href }).catch(() => undefined)
}

for (const embed of document.querySelectorAll('figure')) {
  if (embed.dataset.embed === undefined) continue
  embed.querySelector('a')?.addEventListener('click', (event) => playInPlace(event, embed))
}
const copy = document.querySelector('.share-copy')
copy?.addEventListener('click', () => copyAddress(copy.getAttribute('data-done') ?? ''))
document.querySelector('.share-native')?.addEventListener('click', shareNatively)
openNotes()
