/** Bodies of stories that cost a parser far more than they look like, by name. */
export const HOSTILE_BODIES: Record<string, string> = {
  'attributes-of-a-heading': `## Tides {${'.a'.repeat(45)}`,
  'dot-leader': `## Name {${'.'.repeat(45)}} (print)`,
  'spaces-in-a-heading': `## a${' '.repeat(40_000)}y`,
  'attribute-list': `{: x ${' '.repeat(40_000)}`,
  quotations: '> a\n'.repeat(6_250),
  'wide-table': `|${'a|'.repeat(3_000)}\n|${'-|'.repeat(3_000)}\n${'|a|\n'.repeat(3_100)}`,
  'nested-pictures': '!['.repeat(5_000),
  'nested-lists': `${'> - '.repeat(400)}a`,
  'closing-brackets': ']('.repeat(20_000),
  'open-comments': '<!--'.repeat(20_000),
  'open-tags': '<div>'.repeat(20_000),
  footnotes: Array.from({ length: 3_000 }, (_, n) => `a[^${n}]\n\n[^${n}]: b`).join('\n\n'),
  definitions: Array.from({ length: 5_000 }, (_, n) => `[a${n}]: /b${n}\n[a${n}]`).join('\n'),
  emphasis: '*a **b '.repeat(10_000),
  'prose-of-1-mb': `${'The ferry came in at *dusk* and left again. '.repeat(12)}\n\n`.repeat(2_000),
  'prose-of-5-mb': `${'The ferry came in at *dusk* and left again. '.repeat(12)}\n\n`.repeat(9_300),
}

/** A paper of these stories, and a short one to ask for meanwhile. */
export function listHostileFiles(): Record<string, string> {
  const stories = Object.entries({ ...HOSTILE_BODIES, short: 'The ferry came in.' })
  return Object.fromEntries(
    stories.map(([name, body]) => [
      `posts/${name}.md`,
      `---\ntitle: ${name}\ndate: 2026-01-02T08:00:00Z\n---\n\n${body}\n`,
    ]),
  )
}
