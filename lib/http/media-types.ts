/** `picture` is pixels; `active` could run here, or be taken for a page of the site. */
type MediaKind = 'picture' | 'drawing' | 'sound' | 'film' | 'document' | 'data' | 'font' | 'active'

/** A kind, a type and the endings of names that are of it. */
type Row = readonly [kind: MediaKind, type: string, endings: string]

const OFFICE = 'application/vnd.openxmlformats-officedocument'
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument'

/** What a browser may open here. */
const OPENED: readonly Row[] = [
  ['picture', 'image/avif', 'avif'],
  ['picture', 'image/gif', 'gif'],
  ['picture', 'image/jpeg', 'jpg jpeg'],
  ['picture', 'image/png', 'png'],
  ['picture', 'image/webp', 'webp'],
  ['drawing', 'image/bmp', 'bmp'],
  ['drawing', 'image/heic', 'heic heif'],
  ['drawing', 'image/tiff', 'tif tiff'],
  ['drawing', 'image/x-icon', 'ico'],
  ['sound', 'audio/aac', 'aac'],
  ['sound', 'audio/flac', 'flac'],
  ['sound', 'audio/midi', 'mid midi'],
  ['sound', 'audio/mp4', 'm4a m4b'],
  ['sound', 'audio/mpeg', 'mp3'],
  ['sound', 'audio/ogg', 'ogg oga opus'],
  ['sound', 'audio/wav', 'wav'],
  ['sound', 'audio/webm', 'weba'],
  ['film', 'text/vtt; charset=utf-8', 'vtt'],
  ['film', 'video/mp4', 'mp4 m4v'],
  ['film', 'video/ogg', 'ogv'],
  ['film', 'video/quicktime', 'mov'],
  ['film', 'video/webm', 'webm'],
  ['document', 'application/pdf', 'pdf'],
  ['document', 'text/plain; charset=utf-8', 'txt'],
  ['data', 'application/json', 'json map'],
  ['font', 'font/otf', 'otf'],
  ['font', 'font/ttf', 'ttf'],
  ['font', 'font/woff', 'woff'],
  ['font', 'font/woff2', 'woff2'],
]

/** What a browser is to save. */
const SAVED: readonly Row[] = [
  ['drawing', 'image/svg+xml', 'svg'],
  ['film', 'application/x-subrip', 'srt'],
  ['document', 'application/epub+zip', 'epub'],
  ['document', 'application/msword', 'doc'],
  ['document', 'application/rtf', 'rtf'],
  ['document', 'application/vnd.ms-excel', 'xls'],
  ['document', 'application/vnd.ms-powerpoint', 'ppt'],
  ['document', `${OFFICE}.presentationml.presentation`, 'pptx'],
  ['document', `${OFFICE}.spreadsheetml.sheet`, 'xlsx'],
  ['document', `${OFFICE}.wordprocessingml.document`, 'docx'],
  ['document', `${OPEN_DOCUMENT}.presentation`, 'odp'],
  ['document', `${OPEN_DOCUMENT}.spreadsheet`, 'ods'],
  ['document', `${OPEN_DOCUMENT}.text`, 'odt'],
  ['document', 'text/calendar; charset=utf-8', 'ics'],
  ['document', 'text/vcard; charset=utf-8', 'vcf'],
  ['data', 'application/geo+json', 'geojson'],
  ['data', 'application/gpx+xml', 'gpx'],
  ['data', 'application/gzip', 'gz tgz'],
  ['data', 'application/vnd.google-earth.kml+xml', 'kml'],
  ['data', 'application/x-7z-compressed', '7z'],
  ['data', 'application/x-tar', 'tar'],
  ['data', 'application/zip', 'zip'],
  ['data', 'text/csv; charset=utf-8', 'csv'],
  ['data', 'text/tab-separated-values; charset=utf-8', 'tsv'],
  ['active', 'application/manifest+json', 'webmanifest'],
  ['active', 'application/xml', 'xml'],
  ['active', 'text/css; charset=utf-8', 'css'],
  ['active', 'text/html; charset=utf-8', 'html htm'],
  ['active', 'text/javascript; charset=utf-8', 'js mjs'],
  ['active', 'text/markdown; charset=utf-8', 'md markdown mdown'],
]

/** `isSaved`: a browser is to save it and not to open it here. */
export type MediaType = { type: string; kind: MediaKind; isSaved: boolean }

/** For what is of no known type. */
export const BYTES: MediaType = { type: 'application/octet-stream', kind: 'data', isSaved: true }

const TYPES = new Map([...listTypes(OPENED, false), ...listTypes(SAVED, true)])

/** What a file is by the ending of its name, in any case; null where that does not tell. */
export function findMediaType(path: string): MediaType | null {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const at = name.lastIndexOf('.')
  return at === -1 ? null : (TYPES.get(name.slice(at + 1).toLowerCase()) ?? null)
}

/** The type of files that we make ourselves, by the ending we give them. */
export function getMediaType(ending: string): string {
  return (TYPES.get(ending) ?? BYTES).type
}

/** The type of a picture of pixels, as browsers show them; null for anything else. */
export function findPictureType(path: string): string | null {
  const found = findMediaType(path)
  return found?.kind === 'picture' ? found.type : null
}

function listTypes(rows: readonly Row[], isSaved: boolean): (readonly [ending: string, type: MediaType])[] {
  return rows.flatMap(([kind, type, endings]) =>
    endings.split(' ').map((ending) => [ending, { kind, type, isSaved }] as const),
  )
}
