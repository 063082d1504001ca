import { createRequire } from 'node:module'
import { z } from 'zod'

/** Loads the package when the first formula comes: it costs more than most texts do. */
const load = createRequire(import.meta.url)

type RenderTex = (tex: string, options: object) => string

const temmlSchema = z.object({
  renderToString: z.custom<RenderTex>((value) => typeof value === 'function'),
})

let render: RenderTex | null = null

/** TeX → MathML. Macros that write each other without end are stopped. @throws when it is no TeX */
export function renderTex(tex: string, isBlock: boolean): string {
  render ??= temmlSchema.parse(load(/* turbopackIgnore: true */ 'temml')).renderToString
  return render(tex, {
    displayMode: isBlock,
    throwOnError: true,
    trust: false,
    maxExpand: 200,
    maxSize: [20, 20],
  })
}
