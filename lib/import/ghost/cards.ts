import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import remarkHtml from 'remark-html'
import { escapeHtml, renderFigure } from '../html/escape.ts'

/** A card's or node's fields, as Ghost's editors name them. */
export type Payload = Readonly<Record<string, unknown>>

export type Card = { html: string; note: string | null }

type Renderer = (payload: Payload) => Card

/** A card of Ghost's editors → HTML. Null for an unknown card. Names are those of Lexical and of Mobiledoc. */
export function renderCard(name: string, payload: Payload): Card | null {
  if (isForMembers(payload.visibility))
    return toCard('', `a card (${name}) that not every visitor was shown was left out`)
  return RENDERERS.get(name)?.(payload) ?? null
}

/** `{ web: { nonMember: false } }`, and before Ghost 6 `{ showOnWeb: false }`: visitors without an account did not see it. */
function isForMembers(visibility: unknown): boolean {
  if (!isPayload(visibility)) return false
  const { web, showOnWeb } = visibility
  return showOnWeb === false || (isPayload(web) && web.nonMember === false)
}

/** A field that is text, '' when it is not there. */
export function getText(payload: Payload, ...names: string[]): string {
  const value = names.map((name) => payload[name]).find((found) => typeof found === 'string' && found !== '')
  return typeof value === 'string' ? value : ''
}

const markdown = remark().use(remarkGfm).use(remarkHtml, { sanitize: false }).freeze()

function toCard(html: string, note: string | null = null): Card {
  return { html, note }
}

function toLink(address: string, text: string): string {
  return address === ''
    ? ''
    : `<p><a href="${escapeHtml(address)}">${text === '' ? escapeHtml(address) : text}</a></p>`
}

const renderImage: Renderer = (payload) => {
  const href = getText(payload, 'href')
  const picture = {
    src: getText(payload, 'src'),
    alt: getText(payload, 'alt', 'altText'),
    captionHtml: getText(payload, 'caption'),
  }
  if (picture.src === '') return toCard('')
  if (href === '') return toCard(renderFigure(picture))
  const image = `<a href="${escapeHtml(href)}"><img src="${escapeHtml(picture.src)}" alt="${escapeHtml(picture.alt)}"></a>`
  return toCard(`<figure>${image}<figcaption>${picture.captionHtml}</figcaption></figure>`)
}

const renderGallery: Renderer = (payload) => {
  const images = Array.isArray(payload.images) ? payload.images.filter(isPayload) : []
  const figures = images.map((image) => renderImage(image).html)
  const caption = getText(payload, 'caption')
  return toCard(`${figures.join('\n')}${caption === '' ? '' : `<p><em>${caption}</em></p>`}`)
}

/** A post of a social network is quoted with its link; of anything else the address is kept, on a line of its own. */
const renderEmbed: Renderer = (payload) => {
  const url = getText(payload, 'url')
  const html = getText(payload, 'html')
  const caption = getText(payload, 'caption')
  const words = caption === '' ? '' : `<p><em>${caption}</em></p>`
  if (html.includes('<blockquote')) return toCard(`${html}${words}`)
  return toCard(url === '' ? html : `<p>${escapeHtml(url)}</p>${words}`)
}

const renderBookmark: Renderer = (payload) => {
  const metadata = isPayload(payload.metadata) ? payload.metadata : payload
  const url = getText(payload, 'url') || getText(metadata, 'url')
  const caption = getText(payload, 'caption')
  const words = caption === '' ? '' : `<p><em>${caption}</em></p>`
  return toCard(`${toLink(url, escapeHtml(getText(metadata, 'title')))}${words}`)
}

const renderCallout: Renderer = (payload) => {
  const emoji = getText(payload, 'calloutEmoji')
  const text = getText(payload, 'calloutText')
  return toCard(`<blockquote><p>${escapeHtml(emoji)}${emoji === '' ? '' : ' '}${text}</p></blockquote>`)
}

const renderToggle: Renderer = (payload) =>
  toCard(`<details><summary>${getText(payload, 'heading')}</summary>${getText(payload, 'content')}</details>`)

const renderButton: Renderer = (payload) =>
  toCard(toLink(getText(payload, 'buttonUrl'), escapeHtml(getText(payload, 'buttonText'))))

const renderCode: Renderer = (payload) => {
  const language = getText(payload, 'language')
  const name = /^[\w+#.-]{1,30}$/.test(language) ? ` class="language-${language}"` : ''
  const caption = getText(payload, 'caption')
  const words = caption === '' ? '' : `<p><em>${caption}</em></p>`
  return toCard(`<pre><code${name}>${escapeHtml(getText(payload, 'code'))}</code></pre>${words}`)
}

const renderAudio: Renderer = (payload) => {
  const title = getText(payload, 'title')
  const words = title === '' ? '' : `<p><strong>${escapeHtml(title)}</strong></p>`
  return toCard(`${words}<audio src="${escapeHtml(getText(payload, 'src'))}" controls></audio>`)
}

const renderVideo: Renderer = (payload) => {
  const caption = getText(payload, 'caption')
  const words = caption === '' ? '' : `<p><em>${caption}</em></p>`
  return toCard(`<video src="${escapeHtml(getText(payload, 'src'))}" controls></video>${words}`)
}

const renderFile: Renderer = (payload) => {
  const title = getText(payload, 'fileTitle', 'fileName')
  const caption = getText(payload, 'fileCaption')
  const words = caption === '' ? '' : `<p>${escapeHtml(caption)}</p>`
  return toCard(`${toLink(getText(payload, 'src'), escapeHtml(title))}${words}`)
}

const renderProduct: Renderer = (payload) => {
  const src = getText(payload, 'productImageSrc')
  const stars = Number(payload.productStarRating)
  const rating =
    payload.productRatingEnabled === true && stars > 0 ? `<p>${'★'.repeat(Math.min(stars, 5))}</p>` : ''
  return toCard(
    [
      src === '' ? '' : renderFigure({ src, alt: '', captionHtml: '' }),
      `<p><strong>${getText(payload, 'productTitle')}</strong></p>`,
      rating,
      getText(payload, 'productDescription'),
      payload.productButtonEnabled === true
        ? toLink(getText(payload, 'productUrl'), escapeHtml(getText(payload, 'productButton')))
        : '',
    ].join(''),
  )
}

const renderHeader: Renderer = (payload) => {
  const under = getText(payload, 'subheader', 'subheading')
  const button = payload.buttonEnabled === true ? renderButton(payload).html : ''
  return toCard(
    `<h2>${getText(payload, 'header', 'heading')}</h2>${under === '' ? '' : `<p>${under}</p>`}${button}`,
  )
}

const renderCall: Renderer = (payload) => {
  const button = payload.showButton === false ? '' : renderButton(payload).html
  return toCard(`${getText(payload, 'textValue')}${button}`)
}

const renderHtml: Renderer = (payload) => toCard(getText(payload, 'html'))

const renderMarkdown: Renderer = (payload) =>
  toCard(String(markdown.processSync(getText(payload, 'markdown'))))

const renderRule: Renderer = () => toCard('<hr>')

function leaveOut(what: string): Renderer {
  return () => toCard('', `${what} was left out`)
}

const RENDERERS: ReadonlyMap<string, Renderer> = new Map([
  ['audio', renderAudio],
  ['bookmark', renderBookmark],
  ['button', renderButton],
  ['call-to-action', renderCall],
  ['callout', renderCallout],
  ['card-markdown', renderMarkdown],
  ['code', renderCode],
  ['codeblock', renderCode],
  ['email', leaveOut('a passage that only newsletters show')],
  ['email-cta', leaveOut('a passage that only newsletters show')],
  ['embed', renderEmbed],
  ['file', renderFile],
  ['gallery', renderGallery],
  ['header', renderHeader],
  ['horizontalrule', renderRule],
  ['hr', renderRule],
  ['html', renderHtml],
  ['image', renderImage],
  ['markdown', renderMarkdown],
  ['paywall', () => toCard('', 'a paywall stood in its text: all of it is in the file')],
  ['product', renderProduct],
  ['signup', leaveOut('a box that subscribes')],
  ['toggle', renderToggle],
  ['video', renderVideo],
])

export function isPayload(value: unknown): value is Payload {
  return value instanceof Object && !Array.isArray(value)
}
