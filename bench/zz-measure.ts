// usage: node measure.ts <contentDir> <databaseUrl> <instances>
import { mkdtempSync, writeFileSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openIndexReader } from '#lib/sync/thread/index-reader.ts'
const [, , contentDir = '', databaseUrl = '', count = '3', dir = '/tmp/pg4/inst'] = process.argv
const base = mkdtempSync(dir)
const open = (n: string, content = contentDir) => {
  const started = performance.now()
  const r = openIndexReader({ contentDir: content, dataDir: path.join(base, n), databaseUrl, log: (l) => console.log(n, l.slice(0, 200)) })
  return r.ready.then(() => { console.log(n, 'ready', Math.round(performance.now() - started), 'ms follower', r.index.isFollower, Number(r.index.database.prepare('select count(*) c from post').get()?.c)); return r })
}
const readers = [await open('writer')]
for (let n = 1; n < Number(count); n += 1) readers.push(await open('f' + n, n === 1 ? contentDir : '/nowhere'))
await wait(1000)
const times: number[][] = readers.map(() => [])
for (let n = 0; n < 30; n += 1) {
  const title = `Saved ${Date.now()} ${n}`
  const at = performance.now()
  writeFileSync(path.join(contentDir, 'posts', `zz-measure-${n % 5}.md`), `---\ntitle: ${title}\ndate: 2026-01-02T08:00:00Z\n---\n\nText ${title}.\n`)
  const left = new Set(readers.keys())
  while (left.size > 0 && performance.now() - at < 20000) {
    for (const k of left) {
      const row = readers[k]!.index.prepare('select data from post where file = ?').get(`posts/zz-measure-${n % 5}.md`)
      if (row !== undefined && String(row.data).includes(title)) { times[k]!.push(performance.now() - at); left.delete(k) }
    }
    await wait(2)
  }
  await wait(150)
}
for (const [k, list] of times.entries()) { list.sort((a, b) => a - b); console.log('saves', k, 'n', list.length, 'p50', Math.round(list[Math.floor(list.length / 2)] ?? 0), 'p95', Math.round(list[Math.floor(list.length * 0.95)] ?? 0), 'max', Math.round(list.at(-1) ?? 0)) }
// asked writes
const t: number[] = []
for (let n = 0; n < 20; n += 1) { const at = performance.now(); const ok = await readers.at(-1)!.index.write({ kind: 'meta', key: 'probe', value: String(n) }); t.push(performance.now() - at); if (!ok) console.log('write false') }
t.sort((a, b) => a - b); console.log('asked write p50', t[10]!.toFixed(1), 'max', t.at(-1)!.toFixed(1))
if (process.env.HOLD) await wait(Number(process.env.HOLD) * 1000)
for (const r of readers) await r.close()
process.exit(0)
