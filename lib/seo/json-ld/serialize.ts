import type { Graph } from 'schema-dts'

/** What would end the script, or a line of it, where an old parser reads it. */
const ESCAPES: Record<string, string> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
}

/** A graph as the text of a `<script>`: whatever the words in it are, they cannot end it. */
export function serializeJsonLd(graph: Graph): string {
  const json = JSON.stringify(graph, (_key, value: unknown) =>
    typeof value === 'string' ? value.toWellFormed() : value,
  )
  return json.replace(/[<>&\u2028\u2029]/g, (character) => ESCAPES[character] ?? '')
}
