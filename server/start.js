import module from 'node:module'
import v8 from 'node:v8'

// The door of `npm start`: plain JavaScript, so that a Node too old for the rest can still say what is wrong.
const OLDEST_NODE = 24
const major = Number(process.versions.node.split('.')[0])

if (major < OLDEST_NODE) {
  console.error(
    `Broadsheet needs Node ${OLDEST_NODE} or newer; this is Node ${process.versions.node}. ` +
      'Start it with `npm start`, which brings its own, or install Node from https://nodejs.org/.',
  )
  process.exit(1)
}

// A third of a start is reading the same source again.
module.enableCompileCache?.()
const compileCache = module.getCompileCacheDir?.()
// Worker threads find the same cache by this.
if (compileCache !== undefined) Object.assign(process.env, { NODE_COMPILE_CACHE: compileCache })
Object.assign(process.env, { NODE_ENV: process.env.NODE_ENV ?? 'production' })
// The command line's room for new objects is meant for this thread alone: each other thread says what it needs.
v8.setFlagsFromString('--max-semi-space-size=0')
await import('./main.ts')
