import { createHash } from 'node:crypto'

/** A repository that the folder of words is taken from. `shown` is its address without names and passwords, for people. */
export type GitSource = { url: string; branch: string | null; shown: string }

const CONTROL = /[\0-\x20\x7f]/

/**
 * `https://git.example/paper.git#main`; without a branch, the repository's own.
 *
 * @throws {Error} naming the setting
 */
export function parseGitSource(value: string | undefined): GitSource | null {
  if (value === undefined || value === '') return null
  const [url = '', branch = '', ...more] = value.split('#')
  const shown = hideCredentials(url)
  if (url === '' || url.startsWith('-') || CONTROL.test(url) || /^[a-z]+::/i.test(url) || more.length > 0)
    throw new Error(
      `CONTENT_GIT must be the address of a repository and a branch, such as https://git.example/paper.git#main, not "${shown}".`,
    )
  if (branch.startsWith('-') || CONTROL.test(branch) || branch.includes('..'))
    throw new Error(`CONTENT_GIT names no branch after the #: "${branch}".`)
  return { url, branch: branch === '' ? null : branch, shown }
}

/** Takes out what stands before the host, and what a query may hold. */
export function hideCredentials(text: string): string {
  return text.replace(/:\/\/[^\s/]*@/g, '://').replace(/\?[^\s'"]*/g, '')
}

/** The name of the folder that a repository is cloned into: another one for another address or branch. */
export function toCloneName({ url, branch }: GitSource): string {
  return createHash('sha256')
    .update(`${url}#${branch ?? ''}`)
    .digest('hex')
    .slice(0, 16)
}
