import { defaultSite } from '#lib/config/site.ts'
import { buildPageMetadata } from '#lib/seo/page-metadata.ts'

const SITE = { ...defaultSite, name: 'The Packet', language: 'en-GB' }

describe('buildPageMetadata', () => {
  it('says everything once: the title with the paper’s name for tabs, without it for previews', () => {
    const facts = { title: 'About us', description: 'Who we are.', path: '/about' }
    const card = {
      url: expect.stringMatching(/^https:\/\/packet\.example\/media\/card\/all%3A\/[0-9a-f]{20}\.jpg$/),
      alt: 'The Packet: The Packet',
      width: 1200,
      height: 630,
      type: 'image/jpeg',
    }
    expect(buildPageMetadata(facts, SITE, 'https://packet.example')).toEqual({
      title: 'About us — The Packet',
      description: 'Who we are.',
      alternates: { canonical: 'https://packet.example/about' },
      robots: { 'max-image-preview': 'large' },
      openGraph: {
        type: 'website',
        title: 'About us',
        description: 'Who we are.',
        url: 'https://packet.example/about',
        siteName: 'The Packet',
        locale: 'en_GB',
        images: [card],
      },
      twitter: {
        card: 'summary_large_image',
        title: 'About us',
        description: 'Who we are.',
        images: [card],
      },
    })
  })

  it('leaves out a description nobody wrote', () => {
    const page = buildPageMetadata(
      { title: 'A', description: '', path: '/a' },
      SITE,
      'https://packet.example',
    )
    expect(page).not.toHaveProperty('description')
    expect(page.openGraph).not.toHaveProperty('description')
  })

  it('names the picture with what it shows', () => {
    const image = { url: '/media/pier.jpg', alt: 'The pier' }
    const page = buildPageMetadata(
      { title: 'A', description: '', path: '/a', image },
      SITE,
      'https://x.example',
    )
    const shown = { ...image, url: 'https://x.example/media/pier.jpg' }
    expect(page.openGraph.images).toEqual([shown])
    expect(page.twitter.images).toEqual([shown])
  })

  it.each([
    [['https://x.com/packet'], '@packet'],
    [['https://social.example/@packet', 'https://twitter.com/The_Packet/'], '@The_Packet'],
    [['https://x.com/packet/status/1'], undefined],
    [['https://notx.com/packet'], undefined],
  ])('knows the paper’s account among %j', (social, account) => {
    const facts = { title: 'A', description: '', path: '/a' }
    expect(buildPageMetadata(facts, { ...SITE, social }, 'https://x.example').twitter.site).toBe(account)
  })
})
