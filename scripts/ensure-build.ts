import { ensureBuild } from '../server/build.ts'

await ensureBuild()
