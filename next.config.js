import path from 'node:path'
import { getSourceHash } from './server/source-hash.ts'

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Metadata in <head> for every user agent: never streamed into the body.
  htmlLimitedBots: /.*/,
  // One byte-bounded store, asked at run time: a page prerendered last week cannot resurface.
  cacheHandler: path.join(import.meta.dirname, 'lib/cache/next-handler.ts'),
  cacheMaxMemorySize: 0,
  // Loads a native module by a name it makes up at run time.
  serverExternalPackages: ['@parcel/watcher', 'sharp', 'fontkit', 'bidi-js'],
  generateBuildId: () => getSourceHash(import.meta.dirname),
}

export default config
