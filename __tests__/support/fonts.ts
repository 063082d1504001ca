import { readFileSync } from 'node:fs'

/**
 * A font of a package of @fontsource (SIL Open Font License), by its file's name without the ending:
 * `noto-serif-latin-700-normal`.
 */
export function readFontPackage(name: string): Buffer {
  const family = /^.+?(?=-(?:latin|latin-ext|greek|cyrillic|arabic|hebrew|vietnamese)-)/.exec(name)?.[0] ?? ''
  const scope = name.includes('-wght-') ? '@fontsource-variable' : '@fontsource'
  return readFileSync(`node_modules/${scope}/${family}/files/${name}.woff2`)
}
