import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PictureCache } from '#lib/pictures/derive/picture-cache.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-pictures-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const bytes = (size: number) => Buffer.alloc(size, 1)
const countBytes = () =>
  readdirSync(folder).reduce(
    (sum, name) => sum + (statSync(path.join(folder, name), { throwIfNoEntry: false })?.size ?? 0),
    0,
  )

describe('PictureCache', () => {
  it('gives back what was put into it', async () => {
    const cache = new PictureCache(folder, 1000)
    await cache.put('a.avif', Buffer.from('picture'))
    expect(String(await cache.get('a.avif'))).toBe('picture')
    expect(await cache.get('b.avif')).toBeNull()
  })

  it('lets the least recently used go first', async () => {
    const cache = new PictureCache(folder, 1000)
    await cache.put('a', bytes(400))
    await cache.put('b', bytes(400))
    await cache.get('a')
    await cache.put('c', bytes(400))
    expect(readdirSync(folder).sort()).toEqual(['a', 'c'])
    expect(cache.bytes).toBe(800)
  })

  it('never exceeds its limit, even while many write at once', async () => {
    const cache = new PictureCache(folder, 10_000)
    let most = 0
    const writes = Array.from({ length: 100 }, async (_, place) => {
      await cache.put(`p${place}`, bytes(700))
      most = Math.max(most, countBytes())
    })
    await Promise.all(writes)
    expect(most).toBeLessThanOrEqual(10_700)
    expect(countBytes()).toBeLessThanOrEqual(10_000)
  })

  it('stays within its limit whatever is read and written at once', async () => {
    const cache = new PictureCache(folder, 5_000)
    const work = Array.from({ length: 300 }, async (_, place) => {
      await cache.put(`p${place % 17}`, bytes(300 + ((place * 37) % 700)))
      await cache.get(`p${(place * 5) % 17}`)
    })
    await Promise.all(work)
    expect(cache.bytes).toBe(countBytes())
    expect(countBytes()).toBeLessThanOrEqual(5_000)
  })

  it('keeps nothing larger than itself', async () => {
    const cache = new PictureCache(folder, 100)
    await cache.put('large', bytes(101))
    expect(await cache.get('large')).toBeNull()
    expect(readdirSync(folder)).toEqual([])
  })

  it('knows what an earlier process left, in the order of its use', async () => {
    for (const [place, name] of ['old', 'new'].entries()) {
      writeFileSync(path.join(folder, name), bytes(400))
      utimesSync(path.join(folder, name), place + 1, place + 1)
    }
    const cache = new PictureCache(folder, 1000)
    expect(cache.bytes).toBe(800)
    await cache.put('another', bytes(400))
    expect(readdirSync(folder).sort()).toEqual(['another', 'new'])
  })

  it('clears away what was left half written, and obeys a lower limit', () => {
    writeFileSync(path.join(folder, 'a.avif.1-1.part'), bytes(10))
    utimesSync(path.join(folder, 'a.avif.1-1.part'), 1, 1)
    writeFileSync(path.join(folder, 'b'), bytes(500))
    new PictureCache(folder, 400)
    expect(readdirSync(folder)).toEqual([])
  })

  it('goes on where somebody else deleted its folder', async () => {
    const cache = new PictureCache(folder, 1000)
    await cache.put('a', bytes(10))
    rmSync(folder, { recursive: true })
    expect(await cache.get('a')).toBeNull()
    await cache.put('b', bytes(10))
    expect(await cache.get('b')).toEqual(bytes(10))
  })

  it('does without a file somebody else deleted', async () => {
    const cache = new PictureCache(folder, 1000)
    await cache.put('a', bytes(10))
    rmSync(path.join(folder, 'a'))
    expect(await cache.get('a')).toBeNull()
    expect(cache.bytes).toBe(0)
    expect(existsSync(path.join(folder, 'a'))).toBe(false)
  })
})
