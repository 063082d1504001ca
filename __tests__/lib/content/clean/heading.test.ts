import { dropRepeatedTitle, takeHeading } from '#lib/content/clean/heading.ts'

it.each([
  ['# The bell\n\nText', 'The bell', '\n\nText'],
  ['Text\n\n# The *bell* #\n\nMore', 'The bell', 'Text\n\n\n\nMore'],
  ['The bell\n===\nText', 'The bell', '\n\nText'],
  ['<h1 class="x">The bell</h1>\nText', 'The bell', '\nText'],
])('%j has the heading %j', (body, heading, rest) => {
  expect(takeHeading(body)).toEqual({ heading, rest })
})

it.each(['## Second level', '#hashtag', 'Text', '```\n# comment\n```', ''])('%j has none', (body) => {
  expect(takeHeading(body)).toBeNull()
})

it.each([
  ['# The Bell\nText', 'The bell', '\nText'],
  ['# Another\nText', 'The bell', '# Another\nText'],
  ['Text\n\n# The bell', 'The bell', 'Text\n\n# The bell'],
])('%j below the title %j', (body, title, expected) => {
  expect(dropRepeatedTitle(body, title)).toBe(expected)
})

it('does not hang on long lines', () => {
  expect(takeHeading('a\n'.repeat(200_000).concat('=='))?.heading).toBe('a')
  expect(takeHeading('<h1'.repeat(100_000))).toBeNull()
})
