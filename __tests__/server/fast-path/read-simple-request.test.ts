import { readSimpleRequest } from '../../../server/fast-path/read-simple-request.ts'

const toText = (...lines: string[]) => ['GET /posts/tide HTTP/1.1', 'Host: x', ...lines, '', ''].join('\r\n')
const read = (text: string) => readSimpleRequest(Buffer.from(text, 'latin1'))

it('reads what a browser sends', () => {
  const text = toText(
    'User-Agent: Mozilla/5.0',
    'accept: text/html, */*;q=0.8',
    'Accept-Encoding:br',
    'Cookie:  a=b; c=d \t',
    'X-Empty:',
    'X-Name: Zo\xeb',
    'Connection: Keep-Alive',
  )
  expect(read(text)).toEqual({
    method: 'GET',
    url: '/posts/tide',
    headers: {
      host: 'x',
      'user-agent': 'Mozilla/5.0',
      accept: 'text/html, */*;q=0.8',
      'accept-encoding': 'br',
      cookie: 'a=b; c=d',
      'x-empty': '',
      'x-name': 'Zo\xeb',
      connection: 'Keep-Alive',
    },
  })
})

it.each([
  ['HEAD / HTTP/1.1\r\nHost: x\r\n\r\n', 'HEAD', '/'],
  ['GET /a%20b?q=%00&r=[1] HTTP/1.1\r\nHost: x\r\n\r\n', 'GET', '/a%20b?q=%00&r=[1]'],
  ['GET //x/../y HTTP/1.1\r\nHost: x\r\n\r\n', 'GET', '//x/../y'],
  [`GET / HTTP/1.1\r\nHost: x\r\nA: ${'x'.repeat(16_344)}\r\n\r\n`, 'GET', '/'],
])('takes %.40j', (text, method, url) => {
  expect(read(text)).toMatchObject({ method, url })
})

it.each([
  ['nothing', ''],
  ['an empty Host', 'GET / HTTP/1.1\r\nHost:\r\n\r\n'],
  ['a Host that names none', 'GET / HTTP/1.1\r\nHost: a/b\r\n\r\n'],
  ['another method', 'POST / HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['a method in lower case', 'get / HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['an absolute target', 'GET http://x/ HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['no path', 'GET * HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['a fragment', 'GET /#a HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['a space in the target', 'GET /a b HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['two spaces', 'GET  / HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['a target beyond ASCII', 'GET /\xe9 HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['NUL in the target', 'GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['HTTP/1.0', 'GET / HTTP/1.0\r\nHost: x\r\n\r\n'],
  ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['no version', 'GET /\r\nHost: x\r\n\r\n'],
  ['an empty line before', '\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['no header', 'GET / HTTP/1.1\r\n\r\n'],
  ['no Host', 'GET / HTTP/1.1\r\nAccept: */*\r\n\r\n'],
  ['two Hosts', toText('Host: x')],
  ['two of another', toText('Accept: a', 'accept: b')],
  ['a bare line feed', toText().replace('x\r\n', 'x\n')],
  ['bare line feeds', 'GET / HTTP/1.1\nHost: x\n\n'],
  ['a bare carriage return', toText('A: b\rc')],
  ['a folded line', toText('A: b', ' c')],
  ['a space before the colon', toText('A : b')],
  ['a space before the name', toText(' A: b')],
  ['no colon', toText('A')],
  ['no name', toText(': b')],
  ['a name that is no token', toText('A(b): c')],
  ['a name beyond ASCII', toText('\xc9: c')],
  ['NUL in a value', toText('A: b\0')],
  ['DEL in a value', toText('A: \x7f')],
  ['an object’s own words', toText('__proto__: a')],
  ['an end that is missing', toText().slice(0, -2)],
  ['a body', `${toText()}a`],
  ['a second request', toText() + toText()],
  ['more than 16 KB', toText(`A: ${'x'.repeat(16_400)}`)],
  ...[
    'Content-Length: 0',
    'Transfer-Encoding: chunked',
    'transfer-ENCODING: chunked',
    'Expect: 100-continue',
    'Upgrade: h2c',
    'HTTP2-Settings: AAMAAABkAAQAAP__',
    'TE: trailers',
    'Trailer: A',
    'Connection: close',
    'Connection: keep-alive, upgrade',
    'Connection:',
    'Proxy-Connection: close',
    'Range: bytes=0-1',
    'If-Range: "a"',
    'Set-Cookie: a=b',
  ].map((line) => [line, toText(line)]),
])('leaves to node:http: %s', (_name, text) => {
  expect(read(text)).toBeNull()
})
