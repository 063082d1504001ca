import { describeOutcome } from '../../support/exports/describe-outcome.ts'
import { runImport } from '../../support/exports/run-import.ts'

describe('an export of Movable Type', () => {
  const entry = (title: string, fields: string[], sections: string) =>
    `AUTHOR: Ada Quill\nTITLE: ${title}\n${fields.join('\n')}\nDATE: 06/30/2014 10:00:25 PM\n-----\n${sections}\n--------\n`
  const entries = [
    entry(
      'Ferry',
      [
        'BASENAME: chain_ferry',
        'STATUS: Publish',
        'CONVERT BREAKS: 1',
        'PRIMARY CATEGORY: Harbour',
        'CATEGORY: Ferry',
        'CATEGORY: Harbour',
        'TAGS: "chain ferry",tides',
      ],
      'BODY:\nOne\ntwo\n\nthree\n-----\nEXTENDED BODY:\nRest\n-----\nEXCERPT:\nIn short\n-----\nCOMMENT:\nAUTHOR: Cy\nnice\n-----\nPING:\nTITLE: x\n-----',
    ),
    entry('Not yet', ['STATUS: Draft'], 'BODY:\nx\n-----'),
    entry('Future', ['STATUS: Future'], 'BODY:\nx\n-----'),
    entry('HTML', ['STATUS: publish', 'CONVERT BREAKS: 0'], 'BODY:\n<p>a\nb</p>\n-----'),
    entry('Rich', ['CONVERT BREAKS: richtext'], 'BODY:\n<p>a</p>\n-----'),
    entry('Markdown', ['CONVERT BREAKS: markdown'], 'BODY:\n**a**\n\n- b\n-----'),
    entry('Textile', ['CONVERT BREAKS: textile_2'], 'BODY:\nh2. a\n-----'),
    entry('TypePad', ['UNIQUE URL: https://old.example/2014/06/typepad.html'], 'BODY:\nx\n-----'),
    entry('', [], 'BODY:\nx\n-----\nKEYWORDS:\nsalt, sand\n-----'),
    entry(
      'Rules',
      ['CONVERT BREAKS: markdown'],
      'BODY:\nOne\n\n-----\n\nTwo\n\n--------\n\nThree\n-----\nEXCERPT:\nShort\n-----\nFIELDS:\nmood: grey\n-----',
    ),
    entry(
      '港の朝',
      ['BASENAME: 2014/06/30/100025', 'IMAGE: https://old.example/a.png', 'CONVERT BREAKS: 0'],
      'BODY:\n<p>x</p>\n-----',
    ),
    'TITLE: Year first\nDATE: 2014-06-30 10:00:25\n-----\nBODY:\nx\n-----\n--------\n',
    'TITLE: No date\nDATE: 99/99/2014 10:00\n-----\nBODY:\nx\n-----\n--------\n',
  ]
  const lines = entries.map((_, index) => entries.slice(0, index).join('').split('\n').length)
  const at = (index: number) => `line ${lines[index]}`
  const dated = (slug: string) => `posts/2014/2014-06-30-${slug}.md`
  describeOutcome(
    [
      [
        'an entry',
        at(0),
        dated('chain-ferry'),
        [
          "date: '2014-06-30 22:00:25'",
          'section: Harbour',
          '- chain ferry\n  - tides\n  - Ferry',
          'description: In short',
          'One\\\ntwo\n\nthree\n\n<!-- more -->\n\nRest',
        ],
        '2 comments and trackbacks',
      ],
      ['a draft', at(1), dated('not-yet'), ['draft: true'], 'its status was "draft"'],
      ['a scheduled entry', at(2), dated('future'), []],
      ['HTML', at(3), dated('html'), ['\na b\n']],
      ['rich text', at(4), dated('rich'), ['\na\n']],
      ['Markdown', at(5), dated('markdown'), ['**a**\n\n- b']],
      ['Textile', at(6), dated('textile'), ['h2. a'], 'written in Textile'],
      ['the address TypePad gives', at(7), dated('typepad'), ['- /2014/06/typepad.html']],
      [
        'no title, and keywords',
        at(8),
        dated(`post-line-${lines[8]}`),
        ['- salt\n  - sand'],
        'it has no title',
      ],
      [
        'lines of hyphens in a text',
        at(9),
        dated('rules'),
        ['description: Short', 'One\n\n-----\n\nTwo\n\n--------\n\nThree\n'],
        'sections were left out: FIELDS',
      ],
      [
        'the path and the picture Hatena gives',
        at(10),
        dated('港の朝'),
        ['- /entry/2014/06/30/100025', 'src: https://old.example/a.png'],
      ],
      ['a date with its year first', at(11), dated('year-first'), []],
      [
        'no date',
        at(12),
        /no-date\.md$/,
        ['draft: true'].slice(1),
        'its date cannot be read: 99/99/2014 10:00',
      ],
    ],
    () => runImport('export.txt', entries.join('')),
  )
})

it.each(['shift_jis', 'euc-jp'])('reads an export in %s', async (encoding) => {
  const bytes = {
    shift_jis:
      '5449544c453a208d6082cc92a90a444154453a2030362f33302f323031342031303a30303a32350a2d2d2d2d2d0a424f44593a0a92aa82aa88f882a282bd81420a2d2d2d2d2d0a',
    'euc-jp':
      '5449544c453a20b9c1a4cec4ab0a444154453a2030362f33302f323031342031303a30303a32350a2d2d2d2d2d0a424f44593a0ac4aca4acb0faa4a4a4bfa1a30a2d2d2d2d2d0a',
  }[encoding]
  const { files } = await runImport('export.txt', Buffer.from(bytes ?? '', 'hex'))
  expect([...files.values()].join('')).toContain('潮が引いた。')
})
