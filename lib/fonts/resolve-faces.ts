import type { Font } from 'fontkit'
import {
  type CustomFaces,
  FACE_ROLES,
  type FaceRole,
  type FaceSettings,
  type FontFile,
} from '#lib/config/custom-faces.ts'
import type { Problem } from '#lib/problems/problem.ts'
import { toPath } from '#lib/routes/paths.ts'
import { findYamlLine, type YamlPath } from '#lib/text/yaml-locations.ts'
import { explainFont, getTraits } from './check-font.ts'
import { countBytes, getRoom, MAX_PAGE_FONT_BYTES } from './font-budget.ts'
import type { FontFault, LoadedFont } from './load-fonts.ts'
import { measureFace } from './measure-face.ts'
import { openFont } from './open-font.ts'

/** The faces that can be used, and what is wrong with the others. */
export type ResolvedFaces = { faces: CustomFaces; problems: Problem[] }

export type ResolveOptions = Pick<FaceSettings, 'theme'> & {
  /** The paper's, a BCP 47 tag. */
  language: string
  /** The text of site.yaml, and its name: problems say the line. */
  text: string
  file: string
  /** Told which font is read; '' when none is. */
  onFile: (file: string) => void
  /** Whether reading a font ended a thread before. */
  isSkipped: (file: string, hash: string) => boolean
}

type Checked = { font: Font; file: FontFile } | { fault: FontFault }

/** Checks the fonts of each role. One that cannot be used holds back its role: the built-in face is shown. */
export function resolveFaces(fonts: readonly LoadedFont[], options: ResolveOptions): ResolvedFaces {
  const resolved: ResolvedFaces = { faces: {}, problems: [] }
  for (const role of FACE_ROLES) {
    const own = fonts.filter((font) => font.role === role)
    if (own.length > 0) resolveRole(role, own, options, resolved)
  }
  return resolved
}

function resolveRole(
  role: FaceRole,
  fonts: readonly LoadedFont[],
  options: ResolveOptions,
  { faces, problems }: ResolvedFaces,
): void {
  const checked = fonts.map((font) => checkFont(font, options))
  for (const [at, result] of checked.entries()) {
    const font = fonts[at]
    if ('fault' in result && font !== undefined) problems.push(report(font, result.fault, options))
  }
  const good = checked.filter((result) => 'font' in result)
  const [first] = fonts
  if (good.length < checked.length || first === undefined) return
  const files = good.map(({ file }) => file)
  const upright = good.find(({ file }) => file.style === 'normal')
  const room = getRoom(role, { theme: options.theme, faces })
  const fault = explainRole(files, countBytes(files, faces.text?.files), room)
  if (fault !== null) problems.push(report(first, fault, options))
  else if (upright !== undefined) faces[role] = { files, ...measureFace(upright.font) }
}

function explainRole(files: readonly FontFile[], bytes: number, room: number): FontFault | null {
  if (!files.some(({ style }) => style === 'normal'))
    return { message: 'there is no upright font among these', hint: 'Name one beside the italic' }
  if (bytes <= room) return null
  return {
    message: `these fonts have ${bytes} bytes, and there are ${room} for them: all fonts of a page may have ${MAX_PAGE_FONT_BYTES}`,
    hint: 'Name fewer of them, or cut them: npx broadsheet fonts --help',
  }
}

function checkFont(loaded: LoadedFont, options: ResolveOptions): Checked {
  if ('fault' in loaded) return loaded
  const { asked, bytes, hash } = loaded
  if (options.isSkipped(asked.file, hash))
    return { fault: { message: 'reading the font took too long', hint: 'Take another font' } }
  options.onFile(asked.file)
  const opened = openFont(bytes)
  if ('reason' in opened) {
    options.onFile('')
    return {
      fault: {
        message: `this is no font that can be read: ${opened.reason}`,
        hint: 'Save it again as WOFF2, TrueType or OpenType',
      },
    }
  }
  const { font, format } = opened
  const fault = explainFont(font, asked, options.language)
  const { weights, style } = getTraits(font)
  options.onFile('')
  if (fault !== null) return { fault }
  return {
    font,
    file: {
      file: asked.file,
      hash,
      url: toPath('font', `${hash.slice(0, 20)}.${ENDINGS[format]}`),
      format,
      bytes: bytes.length,
      weights: asked.weight === undefined ? weights : [asked.weight, asked.weight],
      style,
    },
  }
}

const ENDINGS = { woff2: 'woff2', truetype: 'ttf', opentype: 'otf' } as const satisfies Record<
  FontFile['format'],
  string
>

function report(
  { role, at, asked }: LoadedFont,
  { message, hint }: FontFault,
  options: ResolveOptions,
): Problem {
  const field: YamlPath = ['theme', 'fonts', role]
  return {
    severity: 'error',
    file: options.file,
    line: findYamlLine(options.text, [...field, at, 'file']),
    field: field.join('.'),
    found: asked.file,
    message,
    hint: `${hint}. Until then the built-in face is shown`,
  }
}
