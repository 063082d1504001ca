import { readFileSync } from 'node:fs'
import path from 'node:path'
import { sha256 } from '#lib/format/hash.ts'

/** The address of a script in public/scripts/; it changes with the script, so that the file may be kept for ever. */
function toScriptUrl(name: string): string {
  const file = path.join(process.cwd(), 'public/scripts', name)
  return `/scripts/${name}?v=${sha256(readFileSync(file)).slice(0, 8)}`
}

const URLS = { page: toScriptUrl('page.js'), story: toScriptUrl('story.js') } as const

/** A script of ours. Every page works without it. */
export function Script({ name }: { name: keyof typeof URLS }) {
  return <script type="module" src={URLS[name]} data-keep="" />
}
