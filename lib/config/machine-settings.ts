import { z } from 'zod'

/** YAML scalars reach us as text, inside a setting too. */
const countSchema = z.union([z.int(), z.string().regex(/^\d+$/).transform(Number)])
const urlSchema = z.url({ protocol: /^https?$/ })

/** An address of the site's own or a full one. */
export const addressSchema = z.union([
  z.string().regex(/^\/(?!\/)/, 'a path such as /about, or a full address'),
  urlSchema,
])

/**
 * `partners` are the news apps that get whole stories at `/feeds/<partner>.xml`, whatever `content` says. `items` is how
 * many stories a feed shows before its next page; `content` is all of each, or its standfirst.
 */
export const feedsSchema = z
  .strictObject({
    content: z.enum(['full', 'standfirst']).default('full'),
    partners: z.array(z.enum(['smartnews', 'flipboard', 'msn'])).default([]),
    items: countSchema.pipe(z.int().min(1).max(200)).default(50),
  })
  .prefault({})

const answerSchema = z.enum(['allow', 'refuse'])

/** What AI companies' crawlers fetch pages for: to train on, to answer searches from, or because a person asked. */
const aiSchema = z.strictObject({
  training: answerSchema.default('allow'),
  search: answerSchema.default('allow'),
  people: answerSchema.default('allow'),
})

/**
 * `ai` is one answer for all AI crawlers or one for each purpose; `groups` are further rules, for crawlers by name;
 * `license` is the address of the terms of use, or of RSL of the paper's own (`.xml`); `indexing: false` keeps every crawler out: a staging site.
 */
export const robotsSchema = z
  .strictObject({
    indexing: z.boolean().default(true),
    ai: z
      .union([
        answerSchema.transform((answer) => ({ training: answer, search: answer, people: answer })),
        aiSchema,
      ])
      .prefault({}),
    groups: z
      .array(
        z.strictObject({
          agents: z.array(z.string().regex(/^[^\s:#][^\r\n:#]*$/, 'the name of a crawler')).min(1),
          allow: z.array(z.string().regex(/^\/\S*$/, 'a path that begins with /')).default([]),
          disallow: z.array(z.string().regex(/^\/\S*$/, 'a path that begins with /')).default([]),
        }),
      )
      .default([]),
    license: addressSchema.optional(),
    /** Whether robots.txt names the terms of use: Lighthouse and other validators do not know its line yet. */
    licenseLine: z.boolean().default(true),
  })
  .prefault({})

/** Where the paper says how it works, by schema.org's names: paths of standing pages or full addresses. */
export const policiesSchema = z
  .strictObject({
    publishingPrinciples: addressSchema.optional(),
    ethicsPolicy: addressSchema.optional(),
    correctionsPolicy: addressSchema.optional(),
    diversityPolicy: addressSchema.optional(),
    masthead: addressSchema.optional(),
    missionCoveragePrioritiesPolicy: addressSchema.optional(),
    ownershipFundingInfo: addressSchema.optional(),
    unnamedSourcesPolicy: addressSchema.optional(),
    verificationFactCheckingPolicy: addressSchema.optional(),
    actionableFeedbackPolicy: addressSchema.optional(),
  })
  .prefault({})

/** Tells search engines of changes. `endpoint` is any of theirs: they share what they are told. */
export const indexNowSchema = z.strictObject({
  key: z.string().regex(/^[a-zA-Z0-9-]{8,128}$/, '8 to 128 letters, digits and hyphens'),
  endpoint: urlSchema.default('https://api.indexnow.org/indexnow'),
})

/** The hub feed readers subscribe at. */
export const webSubSchema = z.strictObject({ hub: urlSchema })
