import { z } from 'zod'

/** What a service gives to show whose site it is: the `content` of its tag, or the whole tag. */
const tokenSchema = z
  .string()
  .trim()
  .max(500)
  .overwrite((written) => /\bcontent=["']([^"']+)["']/i.exec(written)?.[1] ?? written)
  .regex(/^[\w.=+/-]{4,200}$/, 'the content of the tag that the service gives')

const tokensSchema = z.union([tokenSchema.transform((token) => [token]), z.array(tokenSchema).max(10)])

/** Services that look for a tag in the front page's head, and what the tag is called. */
export const VERIFICATION_TAGS = {
  google: 'google-site-verification',
  bing: 'msvalidate.01',
  yandex: 'yandex-verification',
  baidu: 'baidu-site-verification',
  naver: 'naver-site-verification',
  pinterest: 'p:domain_verify',
  facebook: 'facebook-domain-verification',
  ahrefs: 'ahrefs-site-verification',
} as const

/** Whose site it is, as search engines and networks want it said in the front page's head. */
export const verificationSchema = z
  .strictObject({
    google: tokensSchema.optional(),
    bing: tokensSchema.optional(),
    yandex: tokensSchema.optional(),
    baidu: tokensSchema.optional(),
    naver: tokensSchema.optional(),
    pinterest: tokensSchema.optional(),
    facebook: tokensSchema.optional(),
    ahrefs: tokensSchema.optional(),
  })
  .prefault({})
