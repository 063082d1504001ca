import { renderToStaticMarkup } from 'react-dom/server'
import Missing from '../../app/%5Fmissing/page.tsx'

jest.mock('#lib/queries/queries.ts', () => ({
  getSite: () => Promise.reject(new Error('The index is gone.')),
  listLatest: () => Promise.reject(new Error('The index is gone.')),
}))

it('is still printed when the index is not there, and says so in the log', async () => {
  const log = jest.spyOn(console, 'error').mockImplementation(() => {})
  expect(renderToStaticMarkup(await Missing({ searchParams: Promise.resolve({}) }))).toContain(
    '<h1>Not in this paper</h1>',
  )
  expect(log).toHaveBeenCalledTimes(1)
  log.mockRestore()
})
