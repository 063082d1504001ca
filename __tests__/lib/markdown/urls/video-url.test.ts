import { formatVideoUrl, parseVideoUrl } from '#lib/markdown/urls/video-url.ts'

describe('parseVideoUrl and formatVideoUrl', () => {
  it.each([
    ['https://www.youtube.com/watch?v=Tides_2026a', 'https://www.youtube.com/watch?v=Tides_2026a'],
    [
      'http://youtube.com/watch?feature=x&v=Tides_2026a&t=90',
      'https://www.youtube.com/watch?v=Tides_2026a&t=90',
    ],
    ['https://youtu.be/Tides_2026a?t=1m30s', 'https://www.youtube.com/watch?v=Tides_2026a&t=90'],
    ['https://m.youtube.com/shorts/Tides_2026a', 'https://www.youtube.com/watch?v=Tides_2026a'],
    [
      '//www.youtube-nocookie.com/embed/Tides_2026a?start=5',
      'https://www.youtube.com/watch?v=Tides_2026a&t=5',
    ],
    ['https://www.youtube.com/live/Tides_2026a#t=1h', 'https://www.youtube.com/watch?v=Tides_2026a&t=3600'],
    ['https://vimeo.com/76979871', 'https://vimeo.com/76979871'],
    [
      'https://player.vimeo.com/video/76979871?h=8272103f6e#t=20s',
      'https://vimeo.com/76979871/8272103f6e#t=20s',
    ],
    ['https://vimeo.com/channels/quay/76979871', 'https://vimeo.com/76979871'],
  ])('%s leads to %s', (href, watchPage) => {
    const video = parseVideoUrl(href)
    expect(video && formatVideoUrl(video)).toBe(watchPage)
  })

  it.each([
    'https://www.youtube.com/@quay',
    'https://www.youtube.com/embed/videoseries?list=PL1',
    'https://www.youtube.com/watch?v="><script>',
    'https://youtube.com.evil.example/watch?v=Tides_2026a',
    'https://vimeo.com/about',
    'javascript:alert("youtube.com/watch?v=Tides_2026a")',
    'not a url',
  ])('%s is no film', (href) => {
    expect(parseVideoUrl(href)).toBeNull()
  })
})
