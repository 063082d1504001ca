import { cutText } from '#lib/text/cut-text.ts'
import { isOneEditAway } from '#lib/text/edit-distance.ts'
import { decodeEntities } from '#lib/text/entities.ts'
import { findYamlLine } from '#lib/text/yaml-locations.ts'

describe('cutText', () => {
  it.each([
    ['Short enough.', 20, 'Short enough.'],
    ['One sentence here. Another that is long.', 25, 'One sentence here.'],
    ['Too short. Then a longer one follows here.', 30, 'Too short. Then a longer one…'],
    ['Mr. Quill met Dr. Marsh at the quay today.', 20, 'Mr. Quill met Dr.…'],
    ['The harbour bell rang, and then it stopped', 23, 'The harbour bell rang…'],
    ['unbreakable'.repeat(5), 20, 'unbreakableunbreaka…'],
    ['港の朝は早い船が出る前に', 8, '港の朝は早い船…'],
    ['港の朝は早い。船が出る前に。', 8, '港の朝は早い。'],
    ['👩\u200d🚒👩\u200d🚒👩\u200d🚒', 8, '👩\u200d🚒…'],
    ['e\u0301'.repeat(10), 6, 'e\u0301e\u0301…'],
  ])('%j in %i', (text, max, expected) => {
    expect(cutText(text, max)).toBe(expected)
  })
})

it.each([
  ['U&#46;S&#46;', 'U.S.'],
  ['&amp;amp;', '&amp;'],
  ['&eacute;&hellip;&#x2014;', 'é…—'],
  ['&nosuchthing; & &copy', '&nosuchthing; & &copy'],
  ['&#0;&#8;&#xD800;&#99999999;', '&#0;&#8;&#xD800;&#99999999;'],
])('decodeEntities %j', (text, expected) => {
  expect(decodeEntities(text)).toBe(expected)
})

it.each([
  ['descrition', 'description', true],
  ['layput', 'layout', true],
  ['tilte', 'title', true],
  ['titlle', 'title', true],
  ['title', 'title', false],
  ['slug', 'tags', false],
  ['', 'a', true],
])('%s and %s one edit apart: %s', (written, known, expected) => {
  expect(isOneEditAway(written, known)).toBe(expected)
})

describe('findYamlLine', () => {
  const text = 'name: x\nsections:\n  - name: A\n\n  - name: B\n    slug: b\n"quoted": y\n'
  it.each([
    [['name'], 1],
    [['sections'], 2],
    [['sections', 0], 3],
    [['sections', 1, 'slug'], 6],
    [['sections', 1, 'absent'], 5],
    [['quoted'], 7],
    [['absent'], 1],
  ])('%j on line %i', (path, line) => {
    expect(findYamlLine(text, path)).toBe(line)
  })
})
