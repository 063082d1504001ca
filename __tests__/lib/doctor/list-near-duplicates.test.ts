import { listNearDuplicates } from '#lib/doctor/list-near-duplicates.ts'
import { createPaper, toPostText } from '../../support/paper.ts'

const FERRY =
  'The ferry timetable changes as the terminal closes for dredging and the quay is rebuilt this spring by the company. ' +
  'Passengers board from a pontoon at the old fish market, where tickets are sold from a van until the hall is ready. ' +
  'The first boat leaves at six and the last one at nine, and bicycles travel free on all but two of them.'
const ARABIC =
  'تغير جدول العبارات بعد إغلاق المحطة لأعمال التجريف ويعاد بناء الرصيف هذا الربيع على يد الشركة ويصعد الركاب من منصة عائمة ' +
  'عند سوق السمك القديم حيث تباع التذاكر من شاحنة صغيرة حتى تجهز القاعة الجديدة ويغادر أول قارب في السادسة صباحا'

const paper = createPaper({
  'posts/a.md': toPostText({ title: 'Ferry terminal closes' }, `${FERRY}\n`),
  'posts/b.md': toPostText(
    { title: 'Terminal closes', date: '2025-05-05' },
    `${FERRY.replace('six', 'seven')}\n\nUpdated.\n`,
  ),
  'posts/c.md': toPostText({ title: 'From the port' }, `**Port.** ${FERRY}\n`),
  'posts/other.md': toPostText(
    { title: 'Bakers meet' },
    `${'Bakers and tailors met in the hall about prices and rents. '.repeat(4)}\n`,
  ),
  'posts/one.md': toPostText({ title: 'واحد', language: 'ar' }, `${ARABIC}\n`),
  'posts/two.md': toPostText({ title: 'اثنان', language: 'ar' }, `${ARABIC} تحديث\n`),
  'posts/short.md': toPostText({ title: 'Short' }, 'Closed today.\n'),
  'posts/shorter.md': toPostText({ title: 'Shorter' }, 'Closed today.\n'),
})

afterAll(() => paper.close())

it('groups stories that are the same but for some words', async () => {
  expect(await listNearDuplicates(paper.contentDir, () => {})).toEqual([
    ['posts/a.md', 'posts/b.md', 'posts/c.md'],
    ['posts/one.md', 'posts/two.md'],
  ])
})
