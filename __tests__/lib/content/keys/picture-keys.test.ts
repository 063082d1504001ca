import { defaultSite } from '#lib/config/site.ts'
import { parsePost } from '#lib/content/parse-post.ts'

function parse(keys: string) {
  const text = `---\ntitle: Tides\ndate: 2026-11-20\n${keys}\n---\nThe tide is out.`
  return parsePost({ path: 'posts/a.md', bytes: Buffer.from(text) }, defaultSite)
}

describe('any key named like a picture that holds the path of one', () => {
  it.each([
    ['cover_photo: /img/a.jpg', '/img/a.jpg'],
    ['main_image: /img/a.jpg', '/img/a.jpg'],
    ['image_feature: img/a.png', 'img/a.png'],
    ['excerpt_image: /img/a.webp', '/img/a.webp'],
    ['preview: { cover: /img/a.jpg }', '/img/a.jpg'],
    ['header: { image: /img/a.jpg, caption: Dusk }', '/img/a.jpg'],
    ['header: { overlay_color: "#000", teaser: /img/a.jpg }', '/img/a.jpg'],
    ['images: [/img/a.jpg, /img/b.jpg]', '/img/a.jpg'],
    ['images: [{ src: /img/a.jpg, alt: Quay }]', '/img/a.jpg'],
    ['leadPhoto: { url: https://quay.example/a.jpg, alt: Quay }', 'https://quay.example/a.jpg'],
    ['resources: [{ name: cover, src: a.jpg }]', 'a.jpg'],
    ['bannerImg: a.jpg?w=400', 'a.jpg?w=400'],
    ['titelbild: x\nbild: a.jpg', 'a.jpg'],
    ['teaser: /img/a.jpg', '/img/a.jpg'],
    ['social_image: /img/b.jpg\ncover_photo: /img/a.jpg', '/img/a.jpg'],
    ['image: /img/own.jpg\ncover_photo: /img/a.jpg', '/img/own.jpg'],
    ['media_order: "a.jpg,b.jpg"', 'a.jpg'],
    ['hero_image: assets::img/a.jpg', '/img/a.jpg'],
    ['cover: "[[quay.jpg|300]]"', 'quay.jpg'],
    ['banner: "![[quay.jpg]]"', 'quay.jpg'],
    [`image: '<img class="x" src="/img/a.jpg" alt="Quay">'`, '/img/a.jpg'],
    ['image: "{{ site.baseurl }}/img/a.jpg"', '/img/a.jpg'],
    ['extra: { og_preview_img: a.jpg }', 'a.jpg'],
    ['yoast: { opengraph-image: https://quay.example/a.jpg }', 'https://quay.example/a.jpg'],
    ['photo: https://images.quay.example/photo-15?w=200', 'https://images.quay.example/photo-15?w=200'],
    ['photo: https://quay.example/15?auto=format', 'https://quay.example/15?auto=format'],
    ['previewimage: /img/a.jpg', '/img/a.jpg'],
    ['beitragsbild: a.jpg', 'a.jpg'],
    ['omslagsbild: a.jpg', 'a.jpg'],
    ['afbeelding: a.jpg', 'a.jpg'],
    ['изображение: a.jpg', 'a.jpg'],
    ['封面: a.jpg', 'a.jpg'],
    ['アイキャッチ: a.jpg', 'a.jpg'],
    ['이미지: a.jpg', 'a.jpg'],
    ['صورة: a.jpg', 'a.jpg'],
    ['carousel: [{ image: a.jpg }]', 'a.jpg'],
    ['featuredImage: a.jpg', 'a.jpg'],
  ])('%j', (keys, src) => {
    expect(parse(keys)).toMatchObject({ post: { image: { src } }, problems: [] })
  })

  it.each([
    'author_image: /a.jpg',
    'logo: /a.png',
    'avatar: a.png',
    'photo: none',
    'photo: https://quay.example/albums/15',
    'cover_color: blue',
    'banner: true',
  ])('%j is none', (keys) => {
    expect(parse(keys)).toMatchObject({ post: { image: null }, problems: [] })
  })

  it('its words come with it', () => {
    expect(parse('lead_photo: { src: /a.jpg, alt: Quay, caption: Dusk. }').post?.image).toMatchObject({
      alt: 'Quay',
      caption: 'Dusk.',
    })
  })
})

describe('words of a picture beside it', () => {
  it.each([
    ['image: /a.jpg\nimage-alt: Quay\nimage-caption: Dusk', { alt: 'Quay', caption: 'Dusk' }],
    ['cover_photo: /a.jpg\ncoverPhotoAlt: x\ncover_photo_alt: Quay', { alt: 'Quay' }],
    ['image: { url: /a.jpg, altText: Quay, credits: Desk }', { alt: 'Quay', credit: 'Desk' }],
    ['hero: /a.jpg\nimage_alt: Quay\nhero_photographer: A. Lens', { alt: 'Quay', credit: 'A. Lens' }],
  ])('%j', (keys, words) => {
    expect(parse(keys).post?.image).toMatchObject(words)
  })
})

it('a teaser is the standfirst, unless it is a picture', () => {
  expect(parse('teaser: The quay at dusk.').post?.standfirst).toBe('The quay at dusk.')
  expect(parse('teaser: /img/a.jpg').post?.standfirst).toBe('')
})

describe('bylines', () => {
  it.each([
    ['author_name: Ada Quill', ['Ada Quill'], 0],
    ['author: A. Writer, Harbour Executive Director', ['A. Writer'], 1],
    ['author: Ada Quill, editor-in-chief', ['Ada Quill'], 1],
    ['authors: ["Ada Quill, Professor of Tides", Ben Lens]', ['Ada Quill', 'Ben Lens'], 1],
    ['author: Ada Quill, Ben Lens', ['Ada Quill', 'Ben Lens'], 0],
    ['author: Department of Food and Rural Affairs', ['Department of Food and Rural Affairs'], 0],
    ['author: first_last', ['first_last'], 1],
    ['author: Ada Quill — Harbour Editor', ['Ada Quill'], 1],
    ['author: Ada Quill | Staff Writer', ['Ada Quill'], 1],
    ['author: Ada Quill (Fotografin)', ['Ada Quill'], 1],
    ['author: Ada Quill, The Harbour Gazette', ['Ada Quill'], 1],
    ['author: Ada Quill, Chefredakteurin', ['Ada Quill'], 1],
    ['author: Иван Причал, корреспондент', ['Иван Причал'], 1],
    ['author: 山田太郎（記者）', ['山田太郎'], 1],
    ['author: 김부두 기자', ['김부두'], 1],
    ['author: Ada Quill, Editor; Ben Lens, Photographer', ['Ada Quill', 'Ben Lens'], 1],
    ['author: By Ada Quill and Ben Lens / Harbour Desk', ['Ada Quill', 'Ben Lens'], 1],
    ['author: Ada Quill, Ben Lens, and Cy Head', ['Ada Quill', 'Ben Lens', 'Cy Head'], 0],
    ['author: Ada Quill, Jr.', ['Ada Quill, Jr.'], 0],
    ['author: adaQuill', ['adaQuill'], 1],
    ['author: 17', ['17'], 1],
    ['section: END_USERS', [], 1],
    ['section: endUsers', [], 1],
    ['section: iPhone', [], 0],
    ['section: end_users', [], 1],
    ['section: End Users', [], 0],
  ])('%j', (keys, names, warnings) => {
    const { post, problems } = parse(keys)
    expect(post?.authors.map(({ name }) => name)).toEqual(names)
    expect(problems.map(({ severity }) => severity)).toEqual(Array(warnings).fill('warning'))
  })
})
