import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { SCHEMA_NAMES, toJsonSchema } from '#lib/schema/to-json-schema.ts'
import { type Command, EXIT, UsageError } from './command.ts'

const HELP = `broadsheet schema [${SCHEMA_NAMES.join(' | ')}] [options]

Prints the JSON Schema of site.yaml or of front matter, for editors that complete and check as one writes.

  --out DIR    writes all four there, as <name>.schema.json, and says which lines an editor needs

  npx broadsheet schema --out .schemas`

export const schema: Command = {
  summary: 'writes JSON Schemas of site.yaml and of front matter, for editors',
  help: HELP,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { out: { type: 'string' } },
    })
    const [asked, ...others] = positionals
    if (values.out !== undefined && asked === undefined) return writeAll(values.out)
    const name = SCHEMA_NAMES.find((known) => known === asked)
    if (name === undefined || others.length > 0 || values.out !== undefined) {
      throw new UsageError(`Write one of ${SCHEMA_NAMES.join(', ')}, or --out DIR for all.`)
    }
    console.log(JSON.stringify(toJsonSchema(name), null, 2))
    return EXIT.ok
  },
}

function writeAll(folder: string): 0 {
  mkdirSync(folder, { recursive: true })
  for (const name of SCHEMA_NAMES) {
    writeFileSync(
      path.join(folder, `${name}.schema.json`),
      `${JSON.stringify(toJsonSchema(name), null, 2)}\n`,
    )
  }
  const url = path.relative('.', folder).split(path.sep).join('/') || '.'
  console.log(`Written: ${SCHEMA_NAMES.map((name) => `${url}/${name}.schema.json`).join(', ')}

VS Code with the YAML extension (redhat.vscode-yaml), in .vscode/settings.json:

  "yaml.schemas": { "./${url}/site.schema.json": "content/site.yaml" }

Any editor with the YAML language server (Zed, Neovim, Helix, Emacs …): the first line of content/site.yaml

  # yaml-language-server: $schema=../${url}/site.schema.json

Front matter, in VS Code with an extension that checks it (such as the Front Matter Validator), and in command-line
checkers: ${url}/post.schema.json for content/posts, page.schema.json for content/pages, author.schema.json for content/authors.`)
  return EXIT.ok
}
