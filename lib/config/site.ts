import { z } from 'zod'
import { isKnownLanguage, toLanguageTag } from '#lib/text/language.ts'
import { breakingSchema } from './breaking.ts'
import type { CustomFaces } from './custom-faces.ts'
import {
  addressSchema,
  feedsSchema,
  indexNowSchema,
  policiesSchema,
  robotsSchema,
  webSubSchema,
} from './machine-settings.ts'
import { permalinkSchema } from './permalink.ts'
import { purgeSchema } from './purge-settings.ts'
import { redirectSchema } from './redirect.ts'
import { searchSchema } from './search-settings.ts'
import { themeSchema } from './theme.ts'
import { explainTimeZone, isTimeZone, toZoneName } from './time-zone.ts'
import { verificationSchema } from './verification.ts'

const urlSchema = z.url({ protocol: /^https?$/ })

/** A section or a topic as the editors describe it. `slug` defaults to the name made URL-safe. */
const termSchema = z.strictObject({
  name: z.string().min(1).max(200),
  slug: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'lower-case letters, digits and hyphens')
    .optional(),
  description: z.string().max(2_000).default(''),
})

/** `layout` is how the front page shows the section: with a lead and pictures, or by writer and without pictures. */
const sectionSchema = termSchema.extend({ layout: z.enum(['news', 'opinion']).default('news') })

const imagesSchema = z.strictObject({
  /** Hosts that pictures may be fetched from, with their subdomains; none named: any on the public internet. */
  allowHosts: z.array(z.string().regex(/^[a-z0-9.-]+$/, 'a host name such as pictures.example')).default([]),
  /** The most disk that fetched and derived pictures may take. */
  cacheMegabytes: z.coerce.number().int().min(1).max(1_000_000).default(512),
})

/** `content/site.yaml`: everything an editor can say about the paper as a whole. Each setting has a default. */
export const siteSchema = z.strictObject({
  name: z.string().min(1).max(200).default('Broadsheet'),
  tagline: z.string().max(500).default(''),
  description: z.string().max(160).default(''),
  /** BCP 47; `pt_BR.UTF-8` is read as `pt-BR`. */
  language: z
    .string()
    .overwrite(toLanguageTag)
    .refine(isKnownLanguage, 'this is no language; write its tag, such as en or pt-BR')
    .default('en'),
  timeZone: z
    .string()
    .overwrite(toZoneName)
    .refine(isTimeZone, { error: ({ input }) => explainTimeZone(input) })
    .default('UTC'),
  publisher: z.strictObject({ name: z.string().min(1), url: urlSchema.optional() }).optional(),
  /** Square picture for machines, a path under `content/media` or an absolute URL. */
  logo: z.string().min(1).optional(),
  /** In the editors' order. */
  sections: z.array(sectionSchema).max(1_000).default([]),
  tags: z.array(termSchema).max(5_000).default([]),
  /** Addresses of the paper's own accounts. */
  social: z.array(urlSchema).max(100).default([]),
  email: z.email().optional(),
  /** Where readers become subscribers: named where the free part of a story ends. */
  subscribe: addressSchema.optional(),
  /** Whether pages link to where readers make the paper a preferred source of Google's. */
  preferredSource: z.boolean().default(false),
  /** The paper's record at standard.site. @see https://standard.site/docs/verification/ */
  standardSite: z
    .string()
    .regex(
      /^at:\/\/did:[a-z]+:[\w.:-]+\/site\.standard\.publication\/[\w.~:-]+$/,
      'at://did:plc:…/site.standard.publication/…',
    )
    .optional(),
  copyright: z.string().max(1_000).default(''),
  /** Lines dropped from bodies, and words cut from the start of descriptions: scraped page furniture. */
  boilerplate: z.array(z.string().min(1).max(1_000)).max(1_000).default(['Advertisement']),
  /** Whether lines indented by four spaces are code. */
  indentedCode: z.boolean().default(true),
  /** Patterns of addresses that stories had before: `/:year/:month/:day/:title/`. */
  permalinks: z.array(permalinkSchema).max(20).default([]),
  /** Other addresses of old, and where they lead. */
  redirects: z.array(redirectSchema).max(20_000).default([]),
  /** How the paper looks, where that differs from its own look. */
  theme: themeSchema.default(themeSchema.parse({})),
  /** A line above the front page, until a time. */
  breaking: breakingSchema.optional(),
  images: imagesSchema.prefault({}),
  pageSize: z.int().min(1).max(100).default(20),
  /** For so many minutes, a tenth of all stories that is gone at once stays. */
  removalGraceMinutes: z.int().min(0).max(10_080).default(10),
  feeds: feedsSchema,
  /** How the paper is searched, or that it is not. */
  search: searchSchema,
  /** Shows search engines and networks whose site it is. */
  verification: verificationSchema,
  robots: robotsSchema,
  policies: policiesSchema,
  indexNow: indexNowSchema.optional(),
  webSub: webSubSchema.optional(),
  /** Caches in front of the site that are told what changed. */
  purge: purgeSchema,
  /** How many of the newest stories `next build` renders; the rest render when first asked for. */
  prerender: z.int().min(0).max(10_000).default(200),
})

/** The settings, and the publisher's font files that can be used: none where they are left out. */
export type Site = z.infer<typeof siteSchema> & { faces?: CustomFaces }

/** What `site.yaml` is when there is none. */
export const defaultSite: Site = siteSchema.parse({})
