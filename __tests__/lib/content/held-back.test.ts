import { parseFixture } from './parse-fixture.ts'

describe('where it is not, the file is held back and the line named', () => {
  it.each([
    ['fences/code-js.md', 1, null, /code/],
    ['fences/code-coffee.md', 1, null, /code/],
    ['fences/code-javascript.md', 1, null, /code/],
    ['fences/unclosed.md', 2, null, /never closed/],
    ['yaml/bomb.md', 2, null, /more than 2000 values/],
    ['yaml/deep.md', 4, null, /nesting/],
    ['yaml/broken.md', 5, null, /cannot be read/],
    ['dates/undated.md', 1, null, /no date/],
    ['dates/boolean.md', 4, 'date', /not a date/],
    ['dates/garbage.md', 3, 'date', /not a date/],
    ['dates/ambiguous.md', 3, 'date', /change places/],
    ['bodies/whole-file-empty.md', 1, null, /empty/],
    ['bodies/whole-file-blank.md', 1, null, /empty/],
  ])('%s', (name, line, field, message) => {
    const { post, problems } = parseFixture(name)
    expect(post).toBeNull()
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ severity: 'error', line, field, file: `posts/${name}` })
    expect(problems[0]?.message).toMatch(message)
  })
})
