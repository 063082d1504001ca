/** Text as HTML's text or attribute value. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** The HTML of a picture with its caption, itself HTML. */
export function renderFigure(picture: { src: string; alt: string; captionHtml: string }): string {
  const image = `<img src="${escapeHtml(picture.src)}" alt="${escapeHtml(picture.alt)}">`
  const caption = picture.captionHtml.trim() === '' ? '' : `<figcaption>${picture.captionHtml}</figcaption>`
  return `<figure>${image}${caption}</figure>`
}
