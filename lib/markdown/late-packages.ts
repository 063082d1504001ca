import { createRequire } from 'node:module'
import { z } from 'zod'

/** Loads packages that few texts need when the first of these comes: they cost more than most texts do. */
const load = createRequire(import.meta.url)

type RenderTex = (tex: string, options: object) => string

const emojiSchema = z.object({ nameToEmoji: z.record(z.string(), z.string()) })
const temmlSchema = z.object({
  renderToString: z.custom<RenderTex>((value) => typeof value === 'function'),
})

let names: ReadonlyMap<string, string> | null = null
let render: RenderTex | null = null

/** GitHub's name of an emoji → the emoji; null for what is none. */
export function findEmoji(name: string): string | null {
  names ??= new Map(Object.entries(emojiSchema.parse(load('gemoji')).nameToEmoji))
  return names.get(name) ?? null
}

/** TeX → MathML. Macros that write each other without end are stopped. @throws when it is no TeX */
export function renderTex(tex: string, isBlock: boolean): string {
  render ??= temmlSchema.parse(load('temml')).renderToString
  return render(tex, {
    displayMode: isBlock,
    throwOnError: true,
    trust: false,
    maxExpand: 200,
    maxSize: [20, 20],
  })
}
