import { parseWebUrl } from '#lib/markdown/urls/web-url.ts'

describe('parseWebUrl', () => {
  it.each([
    ['', { kind: 'empty' }],
    [' \n ', { kind: 'empty' }],
    ['#part', { kind: 'fragment', href: '#part' }],
    ['/about?x#y', { kind: 'root', path: '/about', suffix: '?x#y' }],
    ['../a.md#y', { kind: 'relative', path: '../a.md', suffix: '#y' }],
    ['?page=2', { kind: 'relative', path: '', suffix: '?page=2' }],
    ['mailto:desk@quay.example', { kind: 'scheme', scheme: 'mailto', href: 'mailto:desk@quay.example' }],
    ['java\tscript:x', { kind: 'scheme', scheme: 'javascript', href: 'javascript:x' }],
    ['\u0001JavaScript:x', { kind: 'scheme', scheme: 'javascript', href: 'JavaScript:x' }],
    ['ferry:12', { kind: 'scheme', scheme: 'ferry', href: 'ferry:12' }],
    ['notes.md:12', { kind: 'scheme', scheme: 'notes.md', href: 'notes.md:12' }],
    ['quay.example:x', { kind: 'scheme', scheme: 'quay.example', href: 'quay.example:x' }],
    ['http://', { kind: 'scheme', scheme: 'http', href: 'http://' }],
  ])('sorts %j', (raw, expected) => {
    expect(parseWebUrl(raw)).toEqual(expected)
  })

  it.each([
    ['https://quay.example/a b', 'https://quay.example/a%20b'],
    ['//quay.example/x', 'https://quay.example/x'],
    ['\\\\quay.example/x', 'https://quay.example/x'],
    ['www.quay.example', 'https://www.quay.example'],
    ['quay.example:8080/x?y#z', 'http://quay.example:8080/x?y#z'],
    ['quay.example:8443', 'https://quay.example:8443'],
    ['localhost:1313/x', 'http://localhost:1313/x'],
    ['192.168.1.1:80/x', 'http://192.168.1.1:80/x'],
    ['[::1]:4000/x', 'http://[::1]:4000/x'],
  ])('takes %j for a web address', (raw, href) => {
    expect(parseWebUrl(raw)).toMatchObject({ kind: 'web', href })
  })
})
