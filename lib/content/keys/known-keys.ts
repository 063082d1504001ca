/**
 * Our fields, and the front matter keys they are written as in the dialects of Jigsaw, Jekyll, Hugo, Hexo, Eleventy,
 * Astro, Zola, Pelican, Ghost and WordPress exports. The first key with a value wins.
 */
export const FIELD_KEYS = {
  title: ['title', 'headline', 'name', 'newstitle'],
  description: [
    'description',
    'summary',
    'excerpt',
    'deck',
    'subtitle',
    'dek',
    'standfirst',
    'lead',
    'teaser',
  ],
  published: [
    'date',
    'published',
    'published_at',
    'publishedAt',
    'pubDate',
    'publishDate',
    'post_date',
    'publish_date',
    'date_published',
    'datePublished',
    'published_date',
    'publishedDate',
    'published_on',
    'publication_date',
    'publicationDate',
    'pub_date',
    'posted',
    'datetime',
    'timestamp',
    'created',
    'created_at',
    'createdAt',
    'created_date',
    'date_created',
    'dateCreated',
    'creation_date',
    'datum',
    'fecha',
    'päiväys',
    'дата',
    '日期',
    '日付',
    '날짜',
  ],
  updated: [
    'updated',
    'updated_at',
    'updatedAt',
    'modified',
    'lastmod',
    'last_modified_at',
    'updatedDate',
    'date_modified',
    'dateModified',
    'modified_date',
    'last_updated',
    'last_modified',
    'lastUpdated',
    'lastModified',
  ],
  expires: [
    'expires',
    'expiryDate',
    'expirydate',
    'unpublish',
    'unpublish_at',
    'unpublish_on',
    'unpublish_date',
    'expiry',
    'expiry_date',
    'expire',
    'expires_at',
    'expires_on',
    'expiration',
    'expiration_date',
    'expirationDate',
    'publish_down',
    'publish_until',
    'publish_end',
    'available_until',
    'visible_until',
    'take_down',
    'takedown_date',
  ],
  image: [
    'image',
    'cover',
    'cover_image',
    'coverImage',
    'featured_image',
    'feature_image',
    'featureImage',
    'hero',
    'heroImage',
    'og_image',
    'ogImage',
    'thumbnail',
    'socialImage',
    'primary_image',
  ],
  section: ['category', 'categories', 'section', 'topic'],
  tags: ['tags', 'tag', 'keywords', 'topics'],
  authors: ['author', 'authors', 'by', 'byline', 'creator', 'author_name', 'authorName', 'writer', 'writers'],
  slug: ['slug'],
  aliases: ['aliases', 'alias', 'redirect_from', 'permalink', 'old_urls', 'url', 'path'],
  language: ['lang', 'language', 'locale'],
  featured: ['featured'],
  weight: ['weight'],
  breaking: ['breaking'],
  breakingUntil: ['breaking_until', 'breakingUntil'],
  canonical: ['canonical', 'canonical_url', 'canonicalUrl'],
  corrections: ['corrections', 'correction'],
  translations: ['translations'],
  type: ['type'],
  coverage: ['coverage'],
  access: ['access'],
} as const satisfies Record<string, readonly string[]>

export type FieldName = keyof typeof FIELD_KEYS

/** Keys other generators and desks use for themselves: kept for templates, never taken for a slip of the pen. */
export const IGNORED_KEYS: ReadonlySet<string> = new Set(
  `asset_path album alt ampless archive audio authorbox banner body bundle caption captions cascade changefreq
  collection collections color colour comment comments communities content contributors copyright credit
  credits cta data deadline desk disqus duration email embargo event event_cop event_organizer event_platform
  event_type events excerpt_separator extends extra file files footer format formats galleries gallery genre
  guid guide guides header headers heading headless host icon id images index kicker label language_alternates last
  layout layouts level license link links linktitle list live location locations logo map markup math mathjax media
  menu menus meta metadata nav navigation next nolist noindex note notes number order outputs page pages pagination
  paginate params parent photo photos pin pinned place places podcast position postid prev previous price
  priority promote promoted publisher rating read_time reading_time redirect redirectto redirect_to related
  registration_url render resource resource_topics resources review role room rss score search section_id
  sections seo series share show sidebar site sitemap size sort source source_url sources spoiler state sticky street
  style styles subject subsection subheading subtitle_url taxonomies taxonomy template templates term text theme time
  timezone toc top trailer translation translationKey twitter types uid uniqueid update_date
  updates uuid venue venue_name version video videos views volume words year youtube_id
  youtube_title zip zone zoom end_date start_date city country address cms_date cop_events image_alt imageAlt
  image_caption image_credit published_by post_id post_name post_type leads titles dates covers heroes slugs`.split(
    /\s+/,
  ),
)
