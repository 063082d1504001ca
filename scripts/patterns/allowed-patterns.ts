// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the patterns are kept as their source files write them
/** Patterns that never meet a writer's text or a reader's request, by file and pattern as written. */
export const ALLOWED_PATTERNS: { file: string; source: string; reason: string }[] = [
  {
    file: 'server/pages/strip/inline-css.ts',
    source: String.raw`url\((["']?)(?!data:|https?:|\/|#)([^"')]+)\1\)`,
    reason: 'meets the style sheets of our own build',
  },
  {
    file: 'server/pages/strip/inline-css.ts',
    source: '@charset [^;]*;',
    reason: 'meets the style sheets of our own build',
  },
  {
    file: 'server/pages/make-page.ts',
    source: String.raw`,\s*(?=<)`,
    reason: 'meets the Link lines of our own answers',
  },
  {
    file: 'server/next/build-entries.ts',
    source: 'regex',
    reason: 'written by Next for each route: one path segment is one [^/]+? between slashes',
  },
  {
    file: 'lib/content/dates/date-patterns.ts',
    source: '`^${pattern}$`',
    reason: 'meets at most 80 characters: MAX_LENGTH',
  },
]

/** Patterns put together while the program runs, as written, and one that is put together so: that one is checked. */
export const BUILT_PATTERNS: { file: string; source: string; examples: string[] }[] = [
  {
    file: 'lib/markdown/template-tags/template-tags.ts',
    source: '`,?${word}(\\\\d+)z,?`',
    examples: [',?qtagq(\\d+)z,?'],
  },
  {
    file: 'lib/text/yaml-locations.ts',
    source: "`^[\"']?${RegExp.escape(String(path[0] ?? ''))}[\"']?[ \\\\t]*:`",
    examples: [`^["']?title["']?[ \\t]*:`],
  },
  {
    file: 'lib/content/decode/decode.ts',
    source: '`[${toRange(0, 8)}${toRange(14, 31)}\\\\ufffe\\\\uffff]`',
    examples: ['[\\u0000-\\u0008\\u000e-\\u001f\\ufffe\\uffff]'],
  },
  {
    file: 'lib/content/front-matter/fences.ts',
    source: '`^[ \\\\t]{0,${indent}}(?:---|\\\\.\\\\.\\\\.)[ \\\\t\\\\u00a0]*$`',
    examples: ['^[ \\t]{0,4}(?:---|\\.\\.\\.)[ \\t\\u00a0]*$'],
  },
  {
    file: 'lib/content/clean/boilerplate.ts',
    source: '`^[ \\\\t\\\\u00a0>]*[*_]{0,3}${toChoice(spellings)}[*_]{0,3}[ \\\\t\\\\u00a0]*$`',
    examples: ['^[ \\t\\u00a0>]*[*_]{0,3}(?:Read more|READ MORE)[*_]{0,3}[ \\t\\u00a0]*$'],
  },
  {
    file: 'lib/content/clean/boilerplate.ts',
    source: '`(?<![\\\\p{L}\\\\p{N}])${toChoice(words)}(?=["“‘«]?\\\\p{Lu})`',
    examples: ['(?:Advertisement|Read more)(?=["“‘«]?\\p{Lu})'],
  },
  {
    file: 'lib/content/front-matter/front-matter.ts',
    source: '`^[ \\\\t{,]*["\']?${RegExp.escape(key)}["\']?[ \\\\t]*[:=]`',
    examples: [`^[ \\t{,]*["']?title["']?[ \\t]*[:=]`],
  },
  {
    file: 'lib/content/decode/mojibake.ts',
    source: '`${SEQUENCE}+`',
    examples: ['(?:[Â-ß][\\u0080-\\u00bf€]|[à-ï][\\u0080-\\u00bf€]{2}|[ðñòóô][\\u0080-\\u00bf€]{3})+'],
  },
  { file: 'lib/content/decode/mojibake.ts', source: '`[Â-ô]${TAIL}`', examples: ['[Â-ô][\\u0080-\\u00bf€]'] },
]
