import { defaultSite } from '#lib/config/site.ts'
import { prepareFile } from '#lib/sync/prepare/prepare-file.ts'
import { createPaper, toPostText } from '../../support/paper.ts'

it.each(['posts/a.md', 'pages/a.md', 'authors/a.md'])('says of %s what no parser foresaw', (file) => {
  const paper = createPaper({ [file]: toPostText({ title: 'A', name: 'A' }) })
  const broken = {
    ...defaultSite,
    get language(): string {
      throw new RangeError('Maximum call stack size exceeded')
    },
    get timeZone(): string {
      throw new RangeError('Maximum call stack size exceeded')
    },
  }
  const found = { path: file, stamp: '1', isTranslated: false }
  expect(prepareFile({ contentDir: paper.contentDir, site: broken }, found, null)).toMatchObject({
    fault: 'reading it failed: Maximum call stack size exceeded',
  })
  expect(prepareFile({ contentDir: paper.contentDir, site: defaultSite }, found, null)).toMatchObject({
    content: { problems: [] },
  })
  paper.close()
})
