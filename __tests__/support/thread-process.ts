import { openIndexReader } from '#lib/sync/thread/index-reader.ts'

/** A process that keeps an index up with its files and prints what it knows, for tests that take rights or its life from it. */
const [, , contentDir = '', dataDir = '', databaseUrl = null] = process.argv
const lines: string[] = []
const { index, close } = openIndexReader({
  contentDir,
  dataDir,
  databaseUrl,
  log: (line) => lines.push(line),
})

function print(): void {
  const rows = index.prepare('SELECT data FROM post ORDER BY file').all()
  const titles = rows.map((row) => String(JSON.parse(String(row.data)).title))
  console.log(
    JSON.stringify({
      status: index.status,
      isFollower: index.isFollower,
      faults: [...index.faults.keys()].sort(),
      titles,
      lines,
    }),
  )
}

const timer = setInterval(print, 100)
process.once('SIGTERM', () => {
  clearInterval(timer)
  close().finally(() => process.exit(0))
})
