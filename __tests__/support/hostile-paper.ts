/**
 * What breaks formats: their own ends, what XML forbids, half a character, marks that turn text round, no end of text.
 * `title` is what a title keeps of it, as markup, controls and stray marks are no words; `head` is as much of that as
 * stands in a page's head.
 */
export const HOSTILE: { name: string; text: string; title: string; head?: string }[] = [
  { name: 'the end of CDATA', text: ']]>', title: ']]>' },
  { name: 'the end of a script', text: '</script><script>alert(1)</script>', title: 'alert(1)' },
  {
    name: 'the end of a title',
    text: 'One</title><meta name="robots" content="none">',
    title: 'One</title><meta name="robots" content="none">',
  },
  {
    name: 'the end of an attribute',
    text: 'Two"><meta name="robots" content="none"><x y="',
    title: 'Two"><meta name="robots" content="none"><x y="',
  },
  { name: 'comments and references', text: '<!-- & --> &amp; &#0; &bogus;', title: '& &#0; &bogus;' },
  { name: 'controls', text: 'A\u0000\u0001\u0008\u000b\u000c\u001f\u007f\u0085\ufffe\uffffB', title: 'A B' },
  { name: 'half characters', text: '\ud800 and \udc00', title: '\ufffd and \ufffd' },
  { name: 'marks of direction', text: '\u202egnp.exe\u202c\u2066\u2069\u200f', title: 'gnp.exe' },
  {
    name: '10,000 characters',
    text: `${'Long '.repeat(2_000)}\u{1f984}`,
    title: `${'Long '.repeat(2_000)}\u{1f984}`,
    head: `${'Long '.repeat(39)}Long…`,
  },
  {
    name: '10,000 characters to be escaped',
    text: 'Say "&" '.repeat(1_250),
    title: 'Say "&" '.repeat(1_250).trim(),
    head: `${'Say "&" '.repeat(24)}Say "&…`,
  },
  {
    name: 'front matter',
    text: '"quotes" and \'more\' \\ ---\n---\n# [x](y)',
    title: '"quotes" and \'more\' \\ --- --- # x',
  },
]

/** A paper may be called anything. */
export const HOSTILE_NAME = ']]></script></title>"><meta name="robots" content="none">'

const yesterday = new Date(Date.now() - 3_600_000).toISOString()

/** The month the hostile stories are of: `2026-11`. */
export const HOSTILE_MONTH = yesterday.slice(0, 7)

/** The same text in every field a writer can fill, of a story and of its writer; and a story like any other. */
export const HOSTILE_FILES: Record<string, string> = {
  'site.yaml': ['name', 'tagline', 'description', 'copyright']
    .map((key) => `${key}: ${JSON.stringify(HOSTILE_NAME)}\n`)
    .join(''),
  ...Object.fromEntries(
    [...HOSTILE.map(({ text }) => text), 'Plain'].flatMap((text, number) => [
      [`posts/hostile-${number}.md`, toPostFile(text, number)],
      [`authors/writer-${number}.md`, toAuthorFile(text)],
    ]),
  ),
}

function toPostFile(text: string, number: number): string {
  const fields = {
    title: text,
    description: text,
    section: text,
    tags: [`tag ${text}`],
    authors: [`writer-${number}`, `Pen ${text}`],
    image: { src: '/media/a.jpg', alt: text, caption: text, credit: text },
    corrections: [{ date: yesterday, text }],
    date: yesterday,
  }
  return `---json\n${JSON.stringify(fields)}\n---\n\n${text}\n\n\`\`\`\n${text}\n\`\`\`\n`
}

function toAuthorFile(text: string): string {
  const fields = {
    name: text,
    role: text,
    description: text,
    links: [`https://social.example/@${text}`, 'https://social.example/@a', text],
  }
  return `---json\n${JSON.stringify(fields)}\n---\n\n${text}\n`
}
