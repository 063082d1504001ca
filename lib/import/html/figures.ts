import type { Element, ElementContent } from 'hast'
import { type Conversion, isPicturePath, toAbsolute, toLink } from './conversion.ts'
import { keepBlock } from './keep-html.ts'
import {
  collapse,
  findAll,
  getProperty,
  hasClass,
  isElement,
  toElement,
  toPlainText,
  toTextNode,
} from './nodes.ts'

/** A picture's element, its address where it is now. Nothing for a counting pixel or one without an address. */
export function simplifyPicture(image: Element, conversion: Conversion): ElementContent[] {
  const src = getSource(image, conversion.origin)
  if (src === null || isPixel(image)) return []
  const { title } = image.properties
  return [
    toElement('img', {
      src: conversion.moved.get(src) ?? src,
      alt: collapse(getProperty(image, 'alt')),
      ...(typeof title === 'string' && title.trim() !== '' ? { title: collapse(title) } : {}),
    }),
  ]
}

/** The best address a picture has: what scripts would load later comes before what stands in until then. */
export function getSource(image: Element, origin: string | null): string | null {
  const names = ['dataOrigFile', 'dataLazySrc', 'dataSrc', 'dataOriginal', 'src']
  const written = names.map((name) => getProperty(image, name).trim()).find((value) => value !== '')
  if (written === undefined) return null
  if (/^data:image\//i.test(written)) return written
  const address = toAbsolute(written, origin)
  return address === null ? null : unwrapProxy(address)
}

/**
 * A picture in a link to the same picture, larger (`a-300x200.jpg` in a link to `a.jpg`): the larger one, without link.
 * Null when the link leads elsewhere.
 */
export function simplifyLinkedPicture(link: Element, conversion: Conversion): ElementContent[] | null {
  const [image, ...others] = findAll(link, (element) => element.tagName === 'img')
  if (image === undefined || others.length > 0 || toPlainText(link) !== '') return null
  const src = getSource(image, conversion.origin)
  const href = toAbsolute(getProperty(link, 'href'), conversion.origin)
  if (src === null || href === null || !isPicturePath(href)) return null
  const full = unwrapProxy(href)
  if (toStem(full) !== toStem(src)) return null
  return simplifyPicture({ ...image, properties: { src: full, alt: image.properties.alt ?? '' } }, conversion)
}

/** A figure, or what a program writes in its place, as pictures with captions, or what else it holds with its caption. */
export function simplifyFigure(
  figure: Element,
  caption: Element | undefined,
  content: ElementContent[],
  conversion: Conversion,
): ElementContent[] {
  const words = caption === undefined ? '' : toPlainText(caption)
  const [first, ...others] = findPictures(content)
  const isPictures = content.every((node) => onlyHoldsPictures(node))
  if (first !== undefined && others.length === 0 && isPictures) {
    const isRich = caption !== undefined && findAll(caption, ({ tagName }) => tagName === 'a').length > 0
    if (isRich) return keepFigure(content, caption, conversion)
    if (words !== '') first.properties = { ...first.properties, title: words }
    return content
  }
  const hasOwnWords = words !== '' && hasClass(figure, 'wp-block-pullquote', 'graf--pullquote')
  return words === '' || hasOwnWords
    ? content
    : [...content, toElement('p', {}, [toElement('em', {}, [toTextNode(words)])])]
}

function keepFigure(content: ElementContent[], caption: Element, conversion: Conversion): ElementContent[] {
  for (const link of findAll(caption, ({ tagName }) => tagName === 'a')) {
    link.properties = { href: toLink(getProperty(link, 'href'), conversion) ?? '' }
  }
  const words = toElement('figcaption', {}, caption.children)
  return keepBlock(toElement('figure', {}, [...unwrapParagraphs(content), words]))
}

function unwrapParagraphs(nodes: ElementContent[]): ElementContent[] {
  return nodes.flatMap((node) => (isElement(node, 'p') ? node.children : [node]))
}

function findPictures(nodes: ElementContent[]): Element[] {
  return findAll(toElement('div', {}, nodes), ({ tagName }) => tagName === 'img')
}

function onlyHoldsPictures(node: ElementContent): boolean {
  if (node.type !== 'element') return node.type !== 'text' || node.value.trim() === ''
  return (
    node.tagName === 'img' || (['a', 'p'].includes(node.tagName) && node.children.every(onlyHoldsPictures))
  )
}

/** Counting pixels and spacers. */
function isPixel(image: Element): boolean {
  return ['width', 'height'].every((name) => /^[01](?:px)?$/.test(getProperty(image, name)))
}

/** Substack's and WordPress.com's picture services carry the picture's own address in theirs. */
function unwrapProxy(address: string): string {
  const url = URL.parse(address)
  if (url === null) return address
  const inner = /^substackcdn\.com$|^cdn\.substack\.com$/.test(url.hostname)
    ? /\/(https%3A%2F%2F[^/]+)$/i.exec(url.pathname)?.[1]
    : undefined
  if (inner !== undefined) return toDecoded(inner) ?? address
  const photon = /^i\d\.wp\.com$/.test(url.hostname) ? url.pathname.slice(1) : undefined
  return photon === undefined ? address : `https://${photon}`
}

function toDecoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** `…/a-300x200.jpg`, `…/s320/a.jpg` → what both sizes of a picture have in common: `a.jpg`. */
function toStem(address: string): string {
  const name = URL.parse(address)?.pathname.split('/').at(-1) ?? address
  return name.replace(/-\d{1,5}x\d{1,5}(?=\.\w{2,5}$)/, '').replace(/-scaled(?=\.\w{2,5}$)/, '')
}
