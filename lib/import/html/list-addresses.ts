import type { Root } from 'hast'
import { listGalleryPictures } from '../substack/widgets.ts'
import { isFilePath, isPicturePath, toAbsolute } from './conversion.ts'
import { getSource } from './figures.ts'
import { findAll, getProperty, visit } from './nodes.ts'

/** Addresses a text shows or offers: pictures, and other files such as documents and sound. */
export type Addresses = { pictures: Set<string>; files: Set<string> }

/** What a text needs beside itself. A picture's larger version, to which it is linked, counts instead of it. */
export function listAddresses(tree: Root, origin: string | null): Addresses {
  const addresses: Addresses = { pictures: new Set(), files: new Set() }
  visit(tree, (element) => {
    if (element.tagName === 'img') {
      const src = getSource(element, origin)
      if (src !== null) addresses.pictures.add(src)
    }
    for (const picture of listGalleryPictures(element)) addresses.pictures.add(getProperty(picture, 'src'))
    for (const name of ['src', 'href', 'poster']) {
      const written = getProperty(element, name)
      const address = written === '' || element.tagName === 'img' ? null : toAbsolute(written, origin)
      if (address === null) continue
      const holdsPicture = () =>
        element.tagName === 'a' && findAll(element, ({ tagName }) => tagName === 'img').length > 0
      if (isPicturePath(address) && (name === 'poster' || holdsPicture())) addresses.pictures.add(address)
      else if (isFilePath(address)) addresses.files.add(address)
    }
    return true
  })
  return addresses
}
