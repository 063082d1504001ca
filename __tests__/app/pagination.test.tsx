import { renderToStaticMarkup } from 'react-dom/server'
import { Pagination } from '../../app/_components/Pagination.tsx'

const render = (page: number, pages: number) =>
  renderToStaticMarkup(
    <Pagination list={{ kind: 'tag', slug: 'tides' }} language="en" stories={{ page, pages }} />,
  )

describe('Pagination', () => {
  it('is nothing for a list of one page', () => {
    expect(render(1, 1)).toBe('')
  })

  it('says where the reader is and leads both ways', () => {
    const html = render(2, 3)
    expect(html.replace(/<!-- -->/g, '')).toContain('Page 2 of 3')
    expect(html).toContain('rel="prev" href="/tags/tides"')
    expect(html).toContain('rel="next" href="/tags/tides/page/3"')
    expect(html).toContain('<a href="/tags/tides/page/2" aria-current="page">')
  })

  it('leads nowhere beyond either end', () => {
    expect(render(1, 2)).not.toContain('rel="prev"')
    expect(render(2, 2)).not.toContain('rel="next"')
  })
})
