import { ensureBuild } from '../server/next/build.ts'

await ensureBuild()
