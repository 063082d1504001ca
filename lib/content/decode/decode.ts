import { type Diagnostic, type Parsed, reportWarning } from '../diagnostic.ts'
import { decodeLegacy } from './legacy-encodings.ts'
import { repairMojibake } from './mojibake.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** What XML 1.0 forbids, but for the line ends and pages that are turned into lines and spaces first. */
const FORBIDDEN = new RegExp(`[${toRange(0, 8)}${toRange(14, 31)}\\ufffe\\uffff]`, 'g')

/**
 * Bytes of a file → its text: byte order marks removed, line ends as `\n` (as many lines as before, so numbers
 * still hold), control characters dropped, and text that was wrongly decoded once before repaired. What is not UTF-8 is
 * taken to be in what programs wrote before for `language`, the paper's.
 */
export function decodeText(bytes: Uint8Array, language = 'en'): Parsed<string> {
  const { value: decoded, diagnostics } = decodeBytes(bytes, language)
  const text = toCleanText(decoded)
  // As many letters as bytes, all of them UTF-8: plain ASCII has nothing to repair.
  if (diagnostics.length === 0 && text.length === bytes.length) return { value: text, diagnostics }
  const repaired = repairMojibake(text)
  if (repaired !== text) diagnostics.push(reportRepair(text, repaired))
  if (repaired.includes('\ufffd')) diagnostics.push(reportLost(repaired))
  return { value: repaired, diagnostics }
}

function decodeBytes(bytes: Uint8Array, language: string): Parsed<string> {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe)
    return { value: new TextDecoder('utf-16le').decode(bytes), diagnostics: [] }
  if (first === 0xfe && second === 0xff)
    return { value: new TextDecoder('utf-16be').decode(bytes), diagnostics: [] }
  try {
    return { value: utf8.decode(bytes), diagnostics: [] }
  } catch {
    const { text, encoding } = decodeLegacy(bytes, language)
    return { value: text, diagnostics: [reportEncoding(encoding)] }
  }
}

function toCleanText(decoded: string): string {
  const text = decoded.replace(/^\ufeff+/, '')
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  return lines.replace(/[\v\f]/g, ' ').replace(FORBIDDEN, '')
}

/** As editors' menus have them. */
const NAMES = new Map([
  ['windows-1252', 'Windows-1252'],
  ['shift_jis', 'Shift_JIS'],
  ['gb18030', 'GBK'],
])

function toRange(first: number, last: number): string {
  return `${String.fromCharCode(first)}-${String.fromCharCode(last)}`
}

function reportEncoding(encoding: string): Diagnostic {
  return reportWarning({
    field: null,
    found: '',
    message: `the file is not UTF-8 and was read as ${NAMES.get(encoding) ?? encoding}`,
    hint: 'Save it as UTF-8',
  })
}

function reportRepair(text: string, repaired: string): Diagnostic {
  let at = 0
  while (text[at] === repaired[at]) at++
  return reportWarning({
    field: null,
    found: text.slice(Math.max(0, at - 8), at + 12).replaceAll('\n', ' '),
    message: 'text was decoded wrongly before it was saved, and has been repaired',
    hint: `Write ${JSON.stringify(repaired.slice(Math.max(0, at - 8), at + 10).replaceAll('\n', ' '))} and save as UTF-8`,
    line: countLine(text, at),
  })
}

function reportLost(text: string): Diagnostic {
  const at = text.indexOf('\ufffd')
  return reportWarning({
    field: null,
    found: text.slice(Math.max(0, at - 12), at + 12).replaceAll('\n', ' '),
    message: 'a character was lost before the file was saved',
    hint: 'Write the character that belongs there instead of �',
    line: countLine(text, at),
  })
}

function countLine(text: string, at: number): number {
  return text.slice(0, at).split('\n').length
}
