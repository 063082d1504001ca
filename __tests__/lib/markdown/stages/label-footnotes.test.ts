import { renderPost } from '../render-post.ts'

describe('footnotes', () => {
  it('have ids of their own and a way back', () => {
    expect(renderPost('Tides[^1] turn.[^1]\n\n## fn 1\n\n[^1]: Twice a day.').html).toBe(
      '<p>Tides<sup><a href="#fn-1" id="fnref-1" data-footnote-ref="" aria-describedby="footnote-label">1</a></sup> turn.' +
        '<sup><a href="#fn-1" id="fnref-1-2" data-footnote-ref="" aria-describedby="footnote-label">1</a></sup></p>\n' +
        '<h2 id="fn-1-1">fn 1</h2>\n' +
        '<section data-footnotes="" class="footnotes"><h2 id="footnote-label">Footnotes</h2>\n<ol>\n<li id="fn-1">\n' +
        '<p>Twice a day. <a href="#fnref-1" data-footnote-backref="" aria-label="Back to reference 1">↩</a> ' +
        '<a href="#fnref-1-2" data-footnote-backref="" aria-label="Back to reference 1-2">↩<sup>2</sup></a></p>\n' +
        '</li>\n</ol>\n</section>',
    )
  })

  it('are not among the headings', () => {
    expect(renderPost('Tides[^1]\n\n[^1]: Twice a day.').headings).toEqual([])
  })

  it.each([
    ['en-GB', 'Footnotes', 'Back to reference 1'],
    ['fr', 'Notes', 'Retour à l’appel de note 1'],
    ['de-AT', 'Fußnoten', 'Zurück zum Verweis 1'],
    ['es', 'Notas', 'Volver a la referencia 1'],
    ['ar', 'الحواشي', 'العودة إلى المرجع 1'],
    ['he', 'הערות שוליים', 'חזרה להפניה 1'],
    ['ja', '脚注', '参照元 1 に戻る'],
    ['zh-Hans', '脚注', '返回引用 1'],
    ['kl', 'Footnotes', 'Back to reference 1'],
  ])('speak %s', (language, heading, label) => {
    const { html } = renderPost('Tides[^1]\n\n[^1]: Twice a day.', { language })
    expect(html).toContain(`<h2 id="footnote-label">${heading}</h2>`)
    expect(html).toContain(`aria-label="${label}"`)
  })
})
