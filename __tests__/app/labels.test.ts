import { getLabels } from '#lib/labels/get-labels.ts'

it.each([
  ['en-GB', 'Published', '1 story', '2 stories'],
  ['fr', 'Publié', '1 article', '2 articles'],
  ['de-AT', 'Veröffentlicht', '1 Artikel', '2 Artikel'],
  ['es-MX', 'Publicado', '1 noticia', '2 noticias'],
  ['ar', 'نُشر', 'مقال واحد', 'مقالان'],
  ['he', 'פורסם', 'כתבה אחת', 'שתי כתבות'],
  ['ja', '公開', '1本', '2本'],
  ['tlh', 'Published', '1 story', '2 stories'],
])('a paper in %s says %s, %s and %s', (language, published, one, two) => {
  const labels = getLabels(language)
  expect(labels.published).toBe(published)
  expect(labels.stories(1)).toBe(one)
  expect(labels.stories(2)).toBe(two)
})
