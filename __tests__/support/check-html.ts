import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { z } from 'zod'

const VNU = 'node_modules/vnu-jar/build/dist/vnu.jar'

const reportSchema = z.object({
  messages: z.array(
    z.object({
      url: z.string(),
      type: z.string(),
      subType: z.string().optional(),
      message: z.string(),
      extract: z.string().default(''),
    }),
  ),
})

/** What the checker does not know yet, and browsers do: by its message and the text about the place. */
const UNKNOWN_TO_CHECKER: { message: RegExp; extract: RegExp }[] = [
  // WebMCP, which Lighthouse asks of every form.
  { message: /^Attribute “tool(?:name|description)” not allowed on element “form”/, extract: /./ },
  { message: /^CSS: Unrecognized at-rule “@(?:view-transition|container)”/, extract: /./ },
  {
    message:
      /^CSS: “(?:container-type|rule-visibility-items|position-area|position-anchor|position-try-fallbacks)”: Property “[\w-]+” doesn't exist/,
    extract: /./,
  },
  // Container units, typed attr(), and what it gives up within: the end of a block that begins with these.
  {
    message: /^CSS: (?:“[\w-]+”: )?Parse Error/,
    extract: /cqi|type\(<color>\)|\}\}(?:@layer compo|<\/style>)/,
  },
]

/** Documents by name → `name: what is wrong` by the Nu HTML Checker, in one run of Java. */
export function checkHtml(documents: ReadonlyMap<string, string>): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-vnu-'))
  const names = [...documents.keys()]
  for (const [at, text] of [...documents.values()].entries()) {
    writeFileSync(path.join(folder, `${at}.${text.startsWith('<svg') ? 'svg' : 'html'}`), text)
  }
  const options = ['--format', 'json', '--exit-zero-always', '--also-check-svg', '--errors-only']
  const { stderr } = spawnSync('java', ['-jar', VNU, ...options, folder], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  rmSync(folder, { recursive: true })
  return reportSchema
    .parse(JSON.parse(stderr))
    .messages.filter((found) => !isUnknownToChecker(found))
    .map(
      ({ url, message, extract }) =>
        `${names[Number.parseInt(path.basename(url), 10)]}: ${message} ${extract}`,
    )
}

function isUnknownToChecker(found: { message: string; extract: string }): boolean {
  return UNKNOWN_TO_CHECKER.some(
    ({ message, extract }) => message.test(found.message) && extract.test(found.extract),
  )
}
