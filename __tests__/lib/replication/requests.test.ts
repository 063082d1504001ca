import { parseNotification } from '#lib/replication/requests.ts'

it.each([
  ['changed', { kind: 'changed' }],
  ['snapshot', { kind: 'snapshot' }],
  ['request 7f1c', { kind: 'request', id: '7f1c' }],
  ['answer 7f1c true 12', { kind: 'answer', id: '7f1c', result: true, number: 12 }],
  ['answer 7f1c false 0', { kind: 'answer', id: '7f1c', result: false, number: 0 }],
  ['', null],
  ['something else', null],
])('reads what instances tell each other: %j', (payload, notification) => {
  expect(parseNotification(payload)).toEqual(notification)
})
