import { readdirSync } from 'node:fs'
import path from 'node:path'
import { IMMUTABLE } from './lib/http/immutable.ts'
import { COMMON_POLICY, MEDIA_POLICY, SECURITY_HEADERS } from './lib/http/security-headers.ts'
import { listNextSources } from './lib/routes/route-properties.ts'
import { getSourceHash } from './server/next/source-hash.ts'

/** @type {import('next').NextConfig} */
const config = {
  adapterPath: path.join(import.meta.dirname, 'server/next/build-adapter.ts'),
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run check` checks types, in a third of the time; whoever starts the site need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // Metadata in <head> for every user agent: never streamed into the body.
  htmlLimitedBots: /.*/,
  // One byte-bounded store, asked at run time: a page prerendered last week cannot resurface.
  cacheHandler: path.join(import.meta.dirname, 'server/next/cache-handler.ts'),
  cacheMaxMemorySize: 0,
  // Preloads stand in the page: as header lines too, uncompressed, they set a phone to loading before it reads the page.
  // At 0 React warns of each page; no line fits into 1.
  reactMaxHeadersLength: 1,
  // Next's own optimizer would make any file of ours in whatever width somebody asks for: only the bench has it, to compare.
  images: { unoptimized: process.env.BENCH_NEXT_IMAGES !== '1' },
  serverExternalPackages: [
    // Load native modules by names they make up at run time, or are no modules a bundler understands.
    ...['sharp', 'fontkit', 'bidi-js'],
    // Once in memory, not once in here and once in `server/`; and half as slow again in a bundle, where each call of
    // another module's function, several for each letter of a text, goes by way of a getter.
    ...['remark', 'remark-definition-list', 'remark-gfm', 'remark-html', 'unified'],
    ...['rehype-parse', 'rehype-sanitize', 'rehype-stringify'],
    // Large, and wanted by nearly every route handler: each has a bundle of its own, and the text of all of them stays in memory.
    ...['decode-named-character-reference', 'gemoji', 'gray-matter', 'htmlparser2', 'js-yaml', 'zod'],
  ],
  // What `server/` sends with each page, as far as it can be said of all pages at once: for plain `next start`.
  headers: async () => [
    {
      source: '/:path*',
      headers: Object.entries({ ...SECURITY_HEADERS, 'Content-Security-Policy': COMMON_POLICY }).map(
        ([key, value]) => ({ key, value }),
      ),
    },
    // Their addresses change with their bytes. One by one: a font that is not there is not to be missing for a year.
    ...readdirSync('public/fonts').map((file) => ({
      source: `/fonts/${file}`,
      headers: [{ key: 'Cache-Control', value: IMMUTABLE }],
    })),
    ...listNextSources(({ name }) => name === 'media').map((source) => ({
      source,
      headers: [{ key: 'Content-Security-Policy', value: MEDIA_POLICY }],
    })),
    // A story is HTML or Markdown, as its reader accepts.
    ...listNextSources(({ markdown }) => markdown === true).map((source) => ({
      source,
      headers: [{ key: 'Vary', value: 'Accept' }],
    })),
  ],
  generateBuildId: () => getSourceHash(import.meta.dirname),
}

export default config
