import { formatCssRules, parseCssRules } from '../../../server/pages/strip/css-rules.ts'

const prune = (css: string, ...names: string[]) => formatCssRules(parseCssRules(css), new Set(names))

it.each([
  ['.a{color:red}', '.a{color:red}'],
  ['.b{color:red}', ''],
  ['p{margin:0}', 'p{margin:0}'],
  ['.b,.a{margin:0}', '.b,.a{margin:0}'],
  ['.a .b{margin:0}', ''],
  ['.a table{margin:0}', ''],
  ['.a>p+p{margin:0}', '.a>p+p{margin:0}'],
  ['.a:not(.b):before{content:"}"}', '.a:not(.b):before{content:"}"}'],
  ['.a :is(ul,ol){margin:0}', ''],
  ['.a :is(ul,p)[class~=".b"]{margin:0}', '.a :is(ul,p)[class~=".b"]{margin:0}'],
  [':is(.b,.c .a) p{margin:0}', ''],
  [':where(.b,.a>p):hover{margin:0}', ':where(.b,.a>p):hover{margin:0}'],
  ['p:has(>.b){margin:0}', ''],
  ['p:has(+.a:not(.b)){margin:0}', 'p:has(+.a:not(.b)){margin:0}'],
  ['p:not(:has(.b)){margin:0}', 'p:not(:has(.b)){margin:0}'],
  ['p:not(:is(.b,.c),.d){margin:0}', 'p:not(:is(.b,.c),.d){margin:0}'],
  [':is(:is(.b,.a),.c) .a{margin:0}', ':is(:is(.b,.a),.c) .a{margin:0}'],
  ['p:nth-child(2 of .b){margin:0}', 'p:nth-child(2 of .b){margin:0}'],
  [`p${':is(.b,.c,.d,.e)'.repeat(9)}{margin:0}`, ''],
  [`p${':is(.b,.a)'.repeat(9)}{margin:0}`, `p${':is(.b,.a)'.repeat(9)}{margin:0}`],
  ['[data-other] p{margin:0}', ''],
  ['[ data-known = "],.b" ] p{margin:0}', '[ data-known = "],.b" ] p{margin:0}'],
  ['p[open],.b{margin:0}', 'p[open],.b{margin:0}'],
  [':root{--x:1}', ':root{--x:1}'],
  ['*,:before{box-sizing:border-box}', '*,:before{box-sizing:border-box}'],
  ['[data-known] .a{display:block}', '[data-known] .a{display:block}'],
  ['.größe{margin:0}', '.größe{margin:0}'],
  ['P.a{margin:0}', 'P.a{margin:0}'],
  ['x-y{margin:0}', ''],
  ['.a\\.b{margin:0}', '.a\\.b{margin:0}'],
])('keeps of %s what a page of p and .a can use: %s', (css, kept) => {
  expect(prune(css, 'p', '.a', '[data-known]')).toBe(kept)
})

it.each([
  ['@media (width>=1rem){.a{margin:0}.b{margin:0}}', '@media (width>=1rem){.a{margin:0}}'],
  ['@layer x{@supports (a:b){.b{margin:0}}}', ''],
  [
    '@container (inline-size>=1rem){@media print{.a{margin:0}}}',
    '@container (inline-size>=1rem){@media print{.a{margin:0}}}',
  ],
])('looks into %s', (css, kept) => {
  expect(prune(css, '.a')).toBe(kept)
})

it.each([
  '@layer base,components,print;',
  '@font-face{font-family:X;src:url(/x.woff2)}',
  '@keyframes k{from{opacity:0}to{opacity:1}}',
  '@view-transition{navigation:auto}',
])('keeps %s on every page', (css) => {
  expect(prune(css)).toBe(css)
})

it.each(['.b{margin:0', '.b{content:"', '.b{/* }', '@media print{.b{margin:0}'])(
  'leaves a sheet that is not well formed as it is: %s',
  (css) => {
    expect(prune(css)).toBe(css)
  },
)

it('reads braces in strings and comments as what they are', () => {
  expect(prune('.b{content:"{"}/* { */.a{margin:0}', '.a')).toBe('/* { */.a{margin:0}')
})
