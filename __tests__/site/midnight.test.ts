import { globSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describeWithProgram } from '../support/find-program.ts'
import { createPaper, toPostText } from '../support/paper.ts'
import { type SiteServer, startSite } from '../support/site-server.ts'

/** A server whose clock a test sets: libfaketime reads how far it is from ours, once a second. */
type ClockedSite = SiteServer & { setClock: (instant: Date) => Promise<void> }

async function startClocked(files: Record<string, string>, instant: Date): Promise<ClockedSite> {
  const paper = createPaper(files)
  const file = path.join(paper.contentDir, '..', 'clock')
  const put = (to: Date) => {
    const seconds = Math.round((to.getTime() - Date.now()) / 1000)
    writeFileSync(file, `${seconds < 0 ? '' : '+'}${seconds}`)
  }
  put(instant)
  const site = await startSite(paper, {
    LD_PRELOAD: globSync('/usr/lib/*/faketime/libfaketimeMT.so.1')[0] ?? '',
    FAKETIME_TIMESTAMP_FILE: file,
    FAKETIME_CACHE_DURATION: '1',
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    NO_FAKE_STAT: '1',
  })
  return {
    ...site,
    setClock: async (to) => {
      put(new Date(to.getTime() + 1_100))
      await wait(1_100)
    },
    stop: async () => {
      await site.stop()
      paper.close()
    },
  }
}

const readDate = (html: string) => /class="front-date"><time datetime="([^"]+)">([^<]+)/i.exec(html)?.slice(1)

describeWithProgram('faketime')('the day in the masthead', () => {
  it.each([
    {
      night: 'in a zone three quarters of an hour from the others',
      settings: 'timeZone: Pacific/Chatham\nlanguage: en-GB\n',
      before: '2026-03-09T10:14:52Z',
      dates: [
        ['2026-03-09', 'Monday, 9 March 2026'],
        ['2026-03-10', 'Tuesday, 10 March 2026'],
      ],
    },
    {
      night: 'at the end of a day of 25 hours',
      settings: 'timeZone: America/New_York\nlanguage: en-US\n',
      before: '2026-11-02T04:59:52Z',
      dates: [
        ['2026-11-01', 'Sunday, November 1, 2026'],
        ['2026-11-02', 'Monday, November 2, 2026'],
      ],
    },
    {
      night: 'at the end of a year',
      settings: 'timeZone: UTC\nlanguage: de\n',
      before: '2026-12-31T23:59:52Z',
      dates: [
        ['2026-12-31', 'Donnerstag, 31. Dezember 2026'],
        ['2027-01-01', 'Freitag, 1. Januar 2027'],
      ],
    },
  ])('is the next one from midnight on, $night', async ({ settings, before, dates: [today, tomorrow] }) => {
    const evening = new Date(before)
    const files = {
      'site.yaml': `name: The Packet\n${settings}`,
      'posts/a.md': toPostText({ date: '2026-02-01' }),
    }
    const site = await startClocked(files, new Date(evening.getTime() - 3 * 3_600_000))
    const read = async () => readDate(await (await site.get('/')).text())
    try {
      expect(await read()).toEqual(today)
      await site.setClock(evening)
      expect(await read()).toEqual(today)
      await wait(9_500)
      expect(await read()).toEqual(tomorrow)
    } finally {
      await site.stop()
    }
  })
})
