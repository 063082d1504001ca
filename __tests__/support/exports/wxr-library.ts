import { OLD_SITE, type WxrItemSpec } from './wxr.ts'

export const PICTURES = `${OLD_SITE}/wp-content/uploads/2014/06`

/** What items of a test's export refer to: pictures, reusable blocks, a guest author. */
export const library: WxrItemSpec[] = [
  {
    id: 901,
    type: 'attachment',
    status: 'inherit',
    attachment: `${PICTURES}/a.jpg`,
    excerpt: 'At dusk &amp; dawn',
    meta: [['_wp_attachment_image_alt', 'A crane']],
  },
  { id: 902, type: 'attachment', status: 'inherit', attachment: `${PICTURES}/b.jpg` },
  { id: 910, type: 'wp_block', content: '<!-- wp:paragraph --><p>Written once.</p><!-- /wp:paragraph -->' },
  {
    id: 911,
    type: 'wp_block',
    content: '<!-- wp:paragraph --><p>Round</p><!-- /wp:paragraph --><!-- wp:block {"ref":911} /-->',
  },
  {
    id: 912,
    type: 'guest-author',
    slug: 'cap-guest',
    meta: [
      ['cap-display_name', 'Gwen Guest'],
      ['cap-user_login', 'guest'],
    ],
  },
]
