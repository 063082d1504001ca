import { readdirSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { FACE_ROLES, type FaceRole, type FaceSettings } from '#lib/config/custom-faces.ts'
import type { AskedFont } from '#lib/config/theme.ts'
import { isCode, isMissing, toFault } from '#lib/files/path-errors.ts'
import { readRegularFile } from '#lib/files/read-file.ts'
import { sha256 } from '#lib/text/hash.ts'
import { listForms } from '#lib/text/unicode-forms.ts'
import { MAX_PAGE_FONT_BYTES } from './font-budget.ts'

/** What is wrong with a font, and how to mend it. */
export type FontFault = { message: string; hint: string }

/** A font file that site.yaml names, as it is on disk now. `at` is where among the files of its role it is named. */
export type LoadedFont = {
  role: FaceRole
  at: number
  asked: AskedFont
} & ({ bytes: Buffer; hash: string } | { fault: FontFault })

/** Reads the font files that the theme names. None where it names none: most papers. */
export function loadFonts(contentDir: string, { theme }: FaceSettings): LoadedFont[] {
  return FACE_ROLES.flatMap((role) => {
    const asked = theme.fonts[role]
    return typeof asked === 'string'
      ? []
      : asked.map((font, at) => ({ role, at, asked: font, ...loadFont(contentDir, font.file) }))
  })
}

/** Stands for the bytes of all fonts, and for why one cannot be read. */
export function toFontsVersion(fonts: readonly LoadedFont[]): string {
  return fonts.map((font) => ('hash' in font ? font.hash : font.fault.message)).join(' ')
}

function loadFont(contentDir: string, file: string): { bytes: Buffer; hash: string } | { fault: FontFault } {
  try {
    const found = findFontFile(contentDir, file)
    if (found === null) return { fault: explainMissing(contentDir, file) }
    const { size } = statSync(/* turbopackIgnore: true */ found)
    if (size > MAX_PAGE_FONT_BYTES) return { fault: explainSize(file, size) }
    const bytes = readRegularFile(found)
    return { bytes, hash: sha256(bytes) }
  } catch (error) {
    return {
      fault: {
        message: `the file cannot be read (${toFault(error)})`,
        hint: 'Let the site’s user read it',
      },
    }
  }
}

/**
 * Where a font file really is. Null for a path that leads to no file, or out of the content folder, links followed.
 *
 * @throws the system's error, when it cannot be seen
 */
export function findFontFile(contentDir: string, file: string): string | null {
  for (const form of listForms(file)) {
    try {
      const root = realpathSync(/* turbopackIgnore: true */ contentDir)
      const real = realpathSync(/* turbopackIgnore: true */ path.join(root, form))
      return real.startsWith(root + path.sep) && statSync(/* turbopackIgnore: true */ real).isFile()
        ? real
        : null
    } catch (error) {
      if (!isMissing(error) && !isCode(error, 'ELOOP')) throw error
    }
  }
  return null
}

function explainMissing(contentDir: string, file: string): FontFault {
  const folder = path.posix.dirname(path.posix.normalize(file))
  const names = folder.startsWith('..') ? [] : listFontNames(path.join(contentDir, folder))
  const there = names.length === 0 ? '' : `; in ${folder}/ there is ${names.join(', ')}`
  return {
    message: 'there is no such file in the content folder',
    hint: `Write its path from the content folder, such as fonts/example.woff2${there}`,
  }
}

const MAX_NAMED = 8

function listFontNames(folder: string): string[] {
  try {
    const names = readdirSync(folder).filter((name) => /\.(?:woff2|ttf|otf)$/i.test(name))
    return names.sort().slice(0, MAX_NAMED)
  } catch {
    return []
  }
}

function explainSize(file: string, size: number): FontFault {
  return {
    message: `the file has ${size} bytes, and all fonts of a page may have ${MAX_PAGE_FONT_BYTES}`,
    hint: `Cut it to the letters of the paper: npx broadsheet fonts ${file}`,
  }
}
