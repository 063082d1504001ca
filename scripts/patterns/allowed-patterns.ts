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
    file: 'lib/markdown/block-boundaries.ts',
    source: '`^ {0,3}${key}${key.charAt(0)}*[ \\\\t]*$`',
    examples: ['^ {0,3}````*[ \\t]*$'],
  },
  {
    file: 'lib/markdown/drop-hidden.ts',
    source: "`<!--|<(?:${DROPPED_ELEMENTS.join('|')})(?=[\\\\s/>])`",
    examples: ['<!--|<(?:script|style|template)(?=[\\s/>])'],
  },
  {
    file: 'lib/text/yaml-locations.ts',
    source: "`^[\"']?${RegExp.escape(String(path[0] ?? ''))}[\"']?[ \\\\t]*:`",
    examples: [`^["']?title["']?[ \\t]*:`],
  },
  {
    file: 'lib/import/xml/decode-text.ts',
    source: '`[${toRange(0, 8)}${toRange(11, 12)}${toRange(14, 31)}\\\\ufffe\\\\uffff]`',
    examples: ['[\\u0000-\\u0008\\u000b-\\u000c\\u000e-\\u001f\\ufffe\\uffff]'],
  },
  {
    file: 'lib/content/decode/decode.ts',
    source: '`[${toRange(0, 8)}${toRange(14, 31)}\\\\ufffe\\\\uffff]`',
    examples: ['[\\u0000-\\u0008\\u000e-\\u001f\\ufffe\\uffff]'],
  },
  {
    file: 'lib/content/front-matter/fences.ts',
    source: '`^[ \\\\t]{0,${indent}}(?:-{3,}|\\\\.\\\\.\\\\.)[ \\\\t\\\\u00a0]*$`',
    examples: ['^[ \\t]{0,4}(?:-{3,}|\\.\\.\\.)[ \\t\\u00a0]*$'],
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
  {
    file: 'lib/content/clean/asides.ts',
    source:
      '`^(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|[Aa]v|[Aa]f|(?:[Tt]ext|[Ww]ords|[Pp]hotos?|[Ss]tory|[Ww]ritten|[Rr]eported|[Pp]osted|[Pp]ublished) by) ${NAME}(?:[ ,/|]+${NAME}){0,12}$`',
    examples: [
      "^(?:[Bb]y|[Vv]on) (?:[\\p{Lu}\\p{Lo}@][\\p{L}\\p{M}\\p{N}'’.@_-]*|and|de|der)(?:[ ,/|]+(?:[\\p{Lu}\\p{Lo}@][\\p{L}\\p{M}\\p{N}'’.@_-]*|and|de|der)){0,12}$",
    ],
  },
  {
    file: 'lib/content/clean/first-paragraph.ts',
    source: '`</${name}\\\\s*>`',
    examples: ['</figure\\s*>'],
  },
  {
    file: 'lib/content/clean/first-paragraph.ts',
    source: '`\\\\{%-?\\\\s*end${name}`',
    examples: ['\\{%-?\\s*endcomment'],
  },
  {
    file: 'lib/content/clean/first-paragraph.ts',
    source: '`<(${SKIPPED_ELEMENTS})(?=[\\\\s>])`',
    examples: ['<(script|style|h[1-6]|pre)(?=[\\s>])'],
  },
  {
    file: 'lib/content/dates/foreign-dates.ts',
    source: "`(?<!\\\\p{L})(?:${names.join('|')})(?!\\\\p{L})`",
    examples: ['(?:september|sept|мая|de mayo)(?!\\p{L})'],
  },
  {
    file: 'lib/content/dates/name-date.ts',
    source:
      'String.raw`^(?<year>(?:19|20)\\d{2})(?<month>\\d{2})(?<day>\\d{2})(?:T?\\d{4}(?:\\d{2})?Z?)?${BREAK}`',
    examples: [
      '^(?<year>(?:19|20)\\d{2})(?<month>\\d{2})(?<day>\\d{2})(?:T?\\d{4}(?:\\d{2})?Z?)?(?:[-_. \\u2010-\\u2015]+|$|(?=\\p{Lo}))',
    ],
  },
  {
    file: 'lib/content/dates/name-date.ts',
    source:
      'String.raw`^(?<first>\\d{1,2})(?<mark>[-_.])(?<second>\\d{1,2})\\k<mark>(?<year>(?:19|20)\\d{2})${BREAK}`',
    examples: [
      '^(?<first>\\d{1,2})(?<mark>[-_.])(?<second>\\d{1,2})\\k<mark>(?<year>(?:19|20)\\d{2})(?:[-_. \\u2010-\\u2015]+|$|(?=\\p{Lo}))',
    ],
  },
  {
    file: 'lib/content/dates/name-date.ts',
    source:
      'String.raw`^(?<year>\\d{4})(?<mark>[-_. ])(?<month>\\d{1,2})\\k<mark>(?<day>\\d{1,2})${CLOCK}${BREAK}`',
    examples: [
      '^(?<year>\\d{4})(?<mark>[-_. ])(?<month>\\d{1,2})\\k<mark>(?<day>\\d{1,2})(?:T\\d{2}[-:.h]?\\d{2}(?:[-:.]?\\d{2})?Z?)?(?:[-_. \\u2010-\\u2015]+|$|(?=\\p{Lo}))',
    ],
  },
  {
    file: 'lib/content/inline/markup-tags.ts',
    source: '`<(/?)${name}(?=[\\\\s>/])[^<>]*>`',
    examples: ['<(/?)table(?=[\\s>/])[^<>]*>'],
  },
  {
    file: 'lib/content/inline/markup-tags.ts',
    source: '`\\\\{[{%][<%]?-?\\\\s*(?:end${name}|/\\\\s*${name})\\\\s*-?[>%]?[%}]\\\\}`',
    examples: ['\\{[{%][<%]?-?\\s*(?:endcode|/\\s*code)\\s*-?[>%]?[%}]\\}'],
  },
  {
    file: 'lib/content/inline/markup-tags.ts',
    source: '`^(?:${SKIPPED_ELEMENTS})$`',
    examples: ['^(?:script|style|h[1-6]|pre)$'],
  },
  {
    file: 'lib/search/words/tokenize.ts',
    source: '`([${PAIRED}]+)|([${SEGMENTED}]+)|[^${PAIRED}${SEGMENTED}]+`',
    examples: [
      '([\\p{Script_Extensions=Han}\\p{Script_Extensions=Hiragana}]+)|([\\p{Script=Thai}\\p{Script=Lao}]+)|[^\\p{Script_Extensions=Han}\\p{Script_Extensions=Hiragana}\\p{Script=Thai}\\p{Script=Lao}]+',
    ],
  },
  {
    file: 'lib/search/words/tokenize.ts',
    source: '`^[${PAIRED}]$`',
    examples: ['^[\\p{Script_Extensions=Han}\\p{Script_Extensions=Hiragana}]$'],
  },
  {
    file: 'lib/search/words/tokenize.ts',
    source: '`^[${PAIRED}]+$`',
    examples: ['^[\\p{Script_Extensions=Han}\\p{Script_Extensions=Hiragana}]+$'],
  },
  {
    file: 'lib/search/words/tokenize.ts',
    source: '`[${SEGMENTED}]`',
    examples: ['[\\p{Script=Thai}\\p{Script=Lao}]'],
  },
  {
    file: 'lib/search/words/fold-word.ts',
    source: "`[${[...FOLDED.keys()].join('')}]`",
    examples: ['[ßæœ]'],
  },
]
