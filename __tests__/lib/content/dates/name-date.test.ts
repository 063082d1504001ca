import { findPathDate } from '#lib/content/dates/name-date.ts'
import { parseFileName } from '#lib/content/fields/file-name.ts'

describe('the day in a file name, which is no part of the address', () => {
  it.each([
    ['20180523 Creating random passwords.md', '2018-05-23', 'creating-random-passwords'],
    ['2018.05.23 Low water.md', '2018-05-23', 'low-water'],
    ['2018_05_23_low-water.md', '2018-05-23', 'low-water'],
    ['2018 05 23 Low water.md', '2018-05-23', 'low-water'],
    ['20180523-low-water.md', '2018-05-23', 'low-water'],
    ['201805231915 Low water.md', '2018-05-23', 'low-water'],
    ['20180523T191500-low-water.md', '2018-05-23', 'low-water'],
    ['23.05.2018 Niedrigwasser.md', '2018-05-23', 'Niedrigwasser'],
    ['04.05.2018 Niedrigwasser.md', '2018-05-04', 'Niedrigwasser'],
    ['2018年5月23日 港の朝.md', '2018-05-23', '港の朝'],
    ['2018-05-23港の朝.md', '2018-05-23', '港の朝'],
    ['20180523/low-water.md', '2018-05-23', 'low-water'],
    ['2018-05-23/low-water.md', '2018-05-23', 'low-water'],
    ['2018/05/23-low-water.md', '2018-05-23', '23-low-water'],
    ['2018/05/23/low-water.md', '2018-05-23', 'low-water'],
    ['2018.05.23 Low water/index.md', '2018-05-23', 'low-water'],
    ['low-water-2018-05-23.md', '2018-05-23', 'low-water-2018-05-23'],
    ['20180523.md', '2018-05-23', '20180523'],
    ['[2018-05-23] Low water.md', '2018-05-23', 'low-water'],
    ['(2018-05-23) Low water.md', '2018-05-23', 'low-water'],
    ['2018-05-23T1030-low-water.md', '2018-05-23', 'low-water'],
    ['2018-05-23 – Low water.md', '2018-05-23', 'low-water'],
    ['٢٠١٨-٠٥-٢٣-low-water.md', '2018-05-23', 'low-water'],
  ])('%s', (name, date, slug) => {
    expect(parseFileName(`posts/${name}`)).toMatchObject({ date, slug })
  })
})

describe('numbers that are no day stay in the address', () => {
  it.each([
    ['20181399 things.md', '20181399-things'],
    ['2018 in review.md', '2018-in-review'],
    ['04-05-2018-low-water.md', '04-05-2018-low-water'],
    ['12345678-cans.md', '12345678-cans'],
    ['1-2-3-go.md', '1-2-3-go'],
  ])('%s', (name, slug) => {
    expect(parseFileName(`posts/${name}`)).toMatchObject({ date: null, slug })
  })
})

it.each([
  ['2022/02/24/Some-Post', '2022-02-24'],
  ['/blog/2022/2/4/some-post.html', '2022-02-04'],
  ['/archives/20220224.html', '2022-02-24'],
  ['/news/2022-02-24-some-post/', '2022-02-24'],
  ['/2022/02/some-post', null],
  ['/story/202202241', null],
])('the day in the address %s', (path, date) => {
  expect(findPathDate(path)).toBe(date)
})
