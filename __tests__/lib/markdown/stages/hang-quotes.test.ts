import { renderPost } from '../render-post.ts'

it.each([
  ['> “No.”', '<blockquote>\n<p class="hung">“No.”</p>\n</blockquote>'],
  ['> *«Non.»*', '<blockquote>\n<p class="hung"><em>«Non.»</em></p>\n</blockquote>'],
  ['> No.', '<blockquote>\n<p>No.</p>\n</blockquote>'],
  ['“No.”', '<p>“No.”</p>'],
])('%s', (markdown, html) => {
  expect(renderPost(markdown).html).toBe(html)
})
