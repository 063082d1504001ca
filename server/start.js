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

/**
 * glibc gives each thread that asks at a busy moment an arena of its own and keeps what is freed there; with blocks it has once seen
 * freed it does so up to 32 MB. Settings of its own are only read at a program's start. Other C libraries know none of them.
 *
 * @see https://www.gnu.org/software/libc/manual/html_node/Memory-Allocation-Tunables.html
 */
const ALLOCATOR = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '1048576',
  MALLOC_TRIM_THRESHOLD_: '8388608',
}

// The process that takes this one's place has its number and its output, but not a socket that systemd handed over (there the
// unit has these settings), nor a channel to a program of Node's that started it.
const isSet = Object.keys(ALLOCATOR).some((name) => name in process.env)
const isHanded = process.env.LISTEN_FDS !== undefined || process.send !== undefined
if (process.platform === 'linux' && process.execve !== undefined && !isSet && !isHanded) {
  const args = [process.execPath, ...process.execArgv, ...process.argv.slice(1)]
  process.execve(process.execPath, args, { ...process.env, ...ALLOCATOR })
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
