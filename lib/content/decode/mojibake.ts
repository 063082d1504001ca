/** What Windows-1252 shows for the bytes 0x80 to 0x9F; its five holes come out as C1 controls. */
const SHOWN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const TAIL = `[\\u0080-\\u00bf${SHOWN}]`
const SEQUENCE = `(?:[Â-ß]${TAIL}|[à-ï]${TAIL}{2}|[ðñòóô]${TAIL}{3})`
const RUN = new RegExp(`${SEQUENCE}+`, 'g')
const SUSPICIOUS = new RegExp(`[Â-ô]${TAIL}`)

/** What may honestly stand after a capital at the end of a word: `SPÖ“`, `É»`, `PÅ…`. */
const CLOSING = /[\u00a0»’“”›…–—™®]$/

/** Characters that are wrongly decoded now and then one at a time, between honest letters. */
const LATIN =
  /^[\u00a0-\u017fƒƠơƯưȘșȚț˘-˝\u1e80-\u1eff\u2010-\u27bf\u2900-\u2bffﬁﬂ\ufeff\ufffd\u{1f000}-\u{1faff}\u2000-\u200f\u2026-\u203a]$/u

/** Scripts whose every letter is wrong at once; a single one is more likely honest: `está»`, `3×–`, `café »`. */
const FOREIGN =
  /^[\u0300-\u074f\u0900-\u0fff\u10a0-\u10ff\u1780-\u17ff\u1f00-\u1fff\u3000-\u9fff\uac00-\ud7a3\uff00-\uffef\u{1d400}-\u{1d7ff}\u{20000}-\u{2ffff}]$/u

const MAX_ROUNDS = 3
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Mends UTF-8 that was once read as Windows-1252 and saved again (`Â£500`, `donâ€™t`), once or twice over. Works run
 * by run, as honest and broken text share a file, and only where a run is valid UTF-8 that makes a likely character:
 * `Âge`, `naïve`, `SPÖ“` and French quotation marks stay as they are.
 */
export function repairMojibake(text: string): string {
  let repaired = text
  for (let round = 0; round < MAX_ROUNDS && SUSPICIOUS.test(repaired); round++) {
    const next = repaired.replace(RUN, repairRun)
    if (next === repaired) break
    repaired = next
  }
  return repaired
}

function repairRun(run: string, offset: number, text: string): string {
  const decoded = decodeRun(run)
  if (decoded === null) return run
  const characters = [...decoded]
  const [only = ''] = characters
  if (characters.length > 1) return isLikelyRun(characters) ? decoded : run
  if (LATIN.test(only)) return isHonestEnding(run, offset, text) ? run : decoded
  return FOREIGN.test(only) && isBesideAnother(run, offset, text) ? decoded : run
}

function decodeRun(run: string): string | null {
  const bytes = Uint8Array.from(run, (character) => {
    const position = SHOWN.indexOf(character)
    return position === -1 ? character.charCodeAt(0) : 0x80 + position
  })
  try {
    return decoder.decode(bytes)
  } catch {
    return null
  }
}

/** C1 controls count as likely here: a closing quotation mark encoded twice passes through one. */
function isLikelyRun(characters: string[]): boolean {
  return characters.every((one) => LATIN.test(one) || FOREIGN.test(one) || /^[\u0081-\u009d]$/.test(one))
}

function isHonestEnding(run: string, offset: number, text: string): boolean {
  if (run.length !== 2 && !/^á/.test(run)) return false
  if (run.startsWith('Â') || !CLOSING.test(run)) return false
  const before = text.slice(Math.max(0, offset - 1), offset)
  const after = text.slice(offset + run.length, offset + run.length + 1)
  if (/\p{Ll}/u.test(before) && !run.startsWith('á')) return false
  // A word of its own, `à`: no sentence has a lone Ã before a space.
  if (run === 'Ã\u00a0' && !/\p{Lu}/u.test(before)) return false
  return /\p{Lu}/u.test(before) ? !/\p{Lu}/u.test(after) : !/\p{L}/u.test(after)
}

/** A one-letter word among others of its script: `Ð¸` in a line of wrongly decoded Russian. */
function isBesideAnother(run: string, offset: number, text: string): boolean {
  const end = offset + run.length
  const neighbours = [text.slice(Math.max(0, offset - 3), offset - 1), text.slice(end + 1, end + 3)]
  const isApart = /^[ -@]?$/.test(text.slice(Math.max(0, offset - 1), offset))
  return run.length === 2 && isApart && neighbours.some((pair) => FOREIGN.test(decodeRun(pair) ?? ''))
}
