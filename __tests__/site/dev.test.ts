import { startNext } from '../support/next-process.ts'
import { createPaper, toPostText } from '../support/paper.ts'

jest.setTimeout(300_000)

it('npm run dev shows a page without a warning of React or Next', async () => {
  const paper = createPaper({ 'posts/tide.md': toPostText({ title: 'High water' }) })
  const next = await startNext('dev', paper, 240_000)
  try {
    const response = await fetch(`${next.url}/posts/tide`)
    expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('High water')])
    expect(next.output()).not.toMatch(/React|maxHeadersLength|warn/i)
  } finally {
    await next.stop()
    paper.close()
  }
})
