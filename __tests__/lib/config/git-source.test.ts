import { hideCredentials } from '#lib/config/git-source.ts'

it.each([
  ['https://desk:s3cret@git.example/paper.git', 'https://git.example/paper.git'],
  ['https://desk:s3@cret@git.example/paper.git', 'https://git.example/paper.git'],
  ['https://token@git.example/paper.git?private_token=abc', 'https://git.example/paper.git'],
  [
    "fatal: unable to access 'https://a:b@git.example/x.git/': no",
    "fatal: unable to access 'https://git.example/x.git/': no",
  ],
  ['git@git.example:paper.git', 'git@git.example:paper.git'],
  ['/srv/paper.git', '/srv/paper.git'],
])('%s is shown as %s', (written, shown) => {
  expect(hideCredentials(written)).toBe(shown)
})
