import { buildPageMetadata } from '#lib/seo/page-metadata.ts'

const SITE = { name: 'The Packet', language: 'en-GB' }

describe('buildPageMetadata', () => {
  it('says everything once: the title with the paper’s name for tabs, without it for previews', () => {
    const facts = { title: 'About us', description: 'Who we are.', path: '/about' }
    expect(buildPageMetadata(facts, SITE, 'https://packet.example')).toEqual({
      metadataBase: new URL('https://packet.example/'),
      title: 'About us — The Packet',
      description: 'Who we are.',
      alternates: { canonical: '/about' },
      pagination: {},
      robots: { 'max-image-preview': 'large' },
      openGraph: {
        type: 'website',
        title: 'About us',
        description: 'Who we are.',
        url: '/about',
        siteName: 'The Packet',
        locale: 'en_GB',
      },
      twitter: { card: 'summary', title: 'About us', description: 'Who we are.' },
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
    expect(page.openGraph).toMatchObject({ images: [image] })
    expect(page.twitter).toMatchObject({ images: [image] })
  })
})
