const BENCHES = {
  index: () => import('./index-bench.ts'),
  serve: () => import('./serve-bench.ts'),
  live: () => import('./live-bench.ts'),
  'live-blog': () => import('./live-blog-bench.ts'),
  machines: () => import('./machines-bench.ts'),
  pictures: () => import('./pictures-bench.ts'),
  hostile: () => import('./hostile-bench.ts'),
  search: () => import('./search-bench.ts'),
  import: () => import('./import-bench.ts'),
  fleet: () => import('./fleet-bench.ts'),
  git: () => import('./git-bench.ts'),
  purge: () => import('./purge-bench.ts'),
  scale: () => import('./scale-bench.ts'),
}

/** `npm run bench -- index`: each bench prints its own table and leaves nothing behind. */
async function main(name: string | undefined): Promise<void> {
  const load = Object.entries(BENCHES).find(([known]) => known === name)?.[1]
  if (load === undefined) throw new Error(`Say which: npm run bench -- ${Object.keys(BENCHES).join(' | ')}`)
  const { runBench } = await load()
  await runBench()
}

main(process.argv[2]).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
