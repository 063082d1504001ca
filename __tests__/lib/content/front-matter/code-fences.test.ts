import { parseStory } from '../parse-story.ts'

const YAML = 'title: The quay\npublished: false\n'
const TOML = 'title = "The quay"\ndraft = true\n'
const JSON_KEYS = '{"title": "The quay", "draft": true}\n'

it.each([
  `\`\`\`yaml\n${YAML}\`\`\`\n`,
  `\`\`\`yml\n${YAML}\`\`\`\n`,
  `\`\`\`\n${YAML}\`\`\`\n`,
  `\`\`\`yaml title="x"\n${YAML}\`\`\`\n`,
  `\`\`\`\n---\n${YAML}---\n\`\`\`\n`,
  `\`\`\`markdown\n+++\n${TOML}+++\n\`\`\`\n`,
  `~~~yaml\n${YAML}~~~\n`,
  `\`\`\`\`toml\n${TOML}\`\`\`\`\n`,
  `\`\`\`json\n${JSON_KEYS}\`\`\`\n`,
  `\ufeff\n\n\`\`\`yaml\n# Keys\n\n${YAML}\`\`\`\n`,
  `<!-- x -->\n\n\`\`\`yaml\n${YAML}\`\`\`\n`,
  `<!-- x -->\n${JSON_KEYS}`,
  `\ufeff\n+++\n# Keys\n${TOML}+++\n`,
  'export const frontmatter = { title: "The quay", draft: true }\n\n',
])('%j is front matter', (keys) => {
  const { post } = parseStory(`${keys}The quay is dry.\n`)
  expect(post).toMatchObject({ title: 'The quay', draft: true, body: 'The quay is dry.' })
})

it.each([
  '```yaml\nservices:\n  web: x\n```\n',
  '```js\ntitle: 1\n```\n',
  '```\nThe quay\n```\n',
  '```yaml\ntitle: never closed\n',
])('%j is a block of code', (block) => {
  expect(parseStory(`${block}\nThe quay is dry.\n`).post).toMatchObject({
    title: 'Quay',
    body: `${block}\nThe quay is dry.`,
  })
})

it.each([
  'published: false\n\n',
  ':title: The quay\n:draft: true\n\n',
  '#+TITLE: The quay\n#+DRAFT: true\n\n',
])('what %j says of who may see the story is heeded', (keys) => {
  const { post, problems } = parseStory(`${keys}The quay is dry.\n`)
  expect(post?.draft).toBe(true)
  expect(problems).not.toEqual([])
})

it.each(['// x\n---\ntitle: The quay\n---\n', 'x\n\n+++\ntitle = "The quay"\n+++\n'])(
  '%j stands too late, which is reported',
  (text) => {
    const { problems } = parseStory(`${text}The quay is dry.\n`)
    expect(problems).toMatchObject([
      { severity: 'warning', message: expect.stringContaining('other text stands above it') },
    ])
  },
)
