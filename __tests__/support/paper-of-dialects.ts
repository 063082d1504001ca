import { openFullPaper } from './full-paper.ts'
import { HOSTILE_FILES } from './hostile-paper.ts'
import type { Paper } from './paper.ts'

/** Stories as other programs write them, each in its own front matter and marks. */
const DIALECTS: Record<string, string> = {
  'posts/2026-01-03-jekyll.md':
    '---\nlayout: post\ncategories: [Harbour, Walls]\nauthor: Ada Quill\nredirect_from: /old/jekyll/\n---\n\n{% raw %}The wall{% endraw %} holds.{: .lead}\n',
  'posts/hugo.md':
    '+++\ntitle = "Set in TOML"\ndate = 2026-01-04T08:00:00Z\ntags = ["walls"]\naliases = ["/hugo-of-old/"]\n+++\n\n{{< figure src="wall.jpg" caption="At noon" >}}\n\nSee [the plain one]({{< ref "plain.md" >}}).\n',
  'posts/json.md':
    '{\n  "title": "Set in JSON",\n  "date": "2026-01-05T08:00:00Z",\n  "tags": ["tides"]\n}\n\nThe tide came in.\n',
  'posts/component.mdx':
    "export const metadata = { title: 'Set in MDX', date: '2026-01-06' }\n\nimport Chart from './chart'\n\n<Chart data={[1, 2]}>Heights</Chart>\n\nThe tide **came in**.\n",
  'posts/ghost.md':
    '---\ntitle: Set by Ghost\npublished_at: 2026-01-07T08:00:00Z\nfeature_image: wall.jpg\nprimary_tag: Walls\ncustom_excerpt: Its own words.\n---\n\n<!--kg-card-begin: html--><p>As HTML.</p><!--kg-card-end: html-->\n',
  'posts/notes.md':
    '---\ntitle: Set in Obsidian\ndate: 2026-01-08\n---\n\nSee [[plain|the plain one]] and ![[wall.jpg]]. %%A remark.%% ==Marked==.\n',
  'posts/windows.md': '\ufeff---\r\ntitle: Written on Windows\r\ndate: 2026-01-09\r\n---\r\n\r\nLine.\r\n',
  'posts/broken.md': '---\ntitle: [never closed\ndate: 2026-01-10\n---\n\nWords.\n',
  'posts/undated.md': '---\ntitle: Without a date\n---\n\nWords.\n',
}

/** A paper with one of everything, with what breaks formats, and with what other programs wrote. */
export async function openPaperOfDialects(): Promise<Paper> {
  const paper = await openFullPaper()
  const { 'site.yaml': _settings, ...hostile } = HOSTILE_FILES
  for (const [file, text] of Object.entries({ ...hostile, ...DIALECTS })) paper.write(file, text)
  return paper
}
