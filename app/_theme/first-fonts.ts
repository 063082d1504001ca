import { type FaceRole, type FaceSettings, getFace } from '#lib/config/custom-faces.ts'
import { listFirstFonts as listFontFiles } from '#lib/fonts/face-css.ts'
import { getMediaType } from '#lib/http/media-types.ts'
import { CAPS_FACE_URL, DISPLAY_FACE_URL, TEXT_FACE_URL } from '../_styles/font-files.ts'

/** A font that is worth asking for before the page is read. */
type FirstFont = { url: string; type: string }

/** Without the small capitals a page is laid out once more when they come. */
const BUILT_IN = {
  text: [TEXT_FACE_URL, CAPS_FACE_URL],
  display: [DISPLAY_FACE_URL],
} as const satisfies Record<FaceRole, readonly string[]>

/** The fonts that the first lines are set in. */
export function listFirstFonts(site: FaceSettings): FirstFont[] {
  const urls = [...listUrls(site, 'text'), ...listUrls(site, 'display')]
  return [...new Set(urls)].map((url) => ({ url, type: getMediaType(url.slice(url.lastIndexOf('.') + 1)) }))
}

function listUrls(site: FaceSettings, role: FaceRole): readonly string[] {
  const face = getFace(site, role)
  if (face === 'own') return BUILT_IN[role]
  return typeof face === 'string' ? [] : listFontFiles(face).map(({ url }) => url)
}
