import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { eventually } from './eventually.ts'
import { knock } from './knock.ts'

/** A program that runs by a recipe of `deploy/`. */
export type RunningProgram = { output: () => string; stop: () => Promise<void> }

const SYSTEM_PATH = `${process.env.PATH}:/usr/local/sbin:/usr/sbin:/sbin`

/** The text of a recipe with the addresses and paths of a test in the place of its own; each must stand in it. */
export function adaptRecipe(file: string, replacements: Readonly<Record<string, string>>): string {
  let text = readFileSync(path.join('deploy', file), 'utf8')
  for (const [from, to] of Object.entries(replacements)) {
    if (!text.includes(from)) throw new Error(`deploy/${file} does not hold ${from}`)
    text = text.replaceAll(from, to)
  }
  return text
}

export function makeFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'broadsheet-recipe-'))
}

/** Runs a program to its end, and gives what it printed. */
export function runProgram(command: string, args: readonly string[]): string {
  return execFileSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PATH: SYSTEM_PATH },
  })
}

/** Starts a program, and waits until it listens on `port`. */
export async function startProgram(
  command: string,
  args: readonly string[],
  port: number,
  { env = {}, onStop = () => {} }: { env?: Record<string, string>; onStop?: () => void } = {},
): Promise<RunningProgram> {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PATH: SYSTEM_PATH, ...env },
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
  }
  const output = () => text
  await Promise.race([
    eventually(() => knock(port)),
    new Promise((_resolve, reject) => {
      child.once('exit', () => reject(new Error(`${command} ended:\n${text}`)))
      child.once('error', reject)
    }),
  ])
  return {
    output,
    stop: async () => {
      await end(child)
      onStop()
    },
  }
}

/** Varnish by its recipe, in front of the port `site`. */
export async function startVarnish(port: number, site: number): Promise<RunningProgram> {
  const folder = makeFolder()
  const file = path.join(folder, 'broadsheet.vcl')
  writeFileSync(file, adaptRecipe('varnish/broadsheet.vcl', { '"3000"': `"${site}"` }))
  const args = [
    ...['-F', '-j', 'none', '-n', path.join(folder, 'work'), '-a', `127.0.0.1:${port}`, '-f', file],
    ...['-s', 'malloc,64m', '-p', 'http_gzip_support=off'],
  ]
  return startProgram('varnishd', args, port, { onStop: () => remove(folder) })
}

/** nginx by its recipe, in front of the port `site`; `plain` is the port without TLS. */
export async function startNginxRecipe(ports: {
  tls: number
  plain: number
  site: number
}): Promise<RunningProgram> {
  const folder = makeFolder()
  const { certificate, key } = makeCertificate(folder)
  const recipe = adaptRecipe('nginx/broadsheet.conf', {
    '127.0.0.1:3000': `127.0.0.1:${ports.site}`,
    'listen 443': `listen 127.0.0.1:${ports.tls}`,
    'listen 80': `listen 127.0.0.1:${ports.plain}`,
    '    listen [::]:443 ssl http2;\n': '',
    '    listen [::]:80;\n': '',
    '/etc/ssl/broadsheet/fullchain.pem': certificate,
    '/etc/ssl/broadsheet/privkey.pem': key,
  })
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  const file = path.join(folder, 'nginx.conf')
  writeFileSync(
    file,
    `pid ${folder}/nginx.pid;\nevents {}\nhttp {\naccess_log off;\n${temporary
      .map((name) => `${name}_temp_path ${folder}/${name};`)
      .join('\n')}\n${recipe}\n}\n`,
  )
  runProgram('nginx', ['-t', '-q', '-c', file, '-p', folder, '-e', 'error.log'])
  const args = ['-c', file, '-p', folder, '-e', 'error.log', '-g', 'daemon off;']
  return startProgram('nginx', args, ports.tls, { onStop: () => remove(folder) })
}

/** Caddy by its recipe, without TLS on `port`, in front of the port `site`. */
export async function startCaddy(port: number, site: number): Promise<RunningProgram> {
  const folder = makeFolder()
  const file = path.join(folder, 'Caddyfile')
  const recipe = adaptRecipe('caddy/Caddyfile', {
    'paper.example {': `http://127.0.0.1:${port} {`,
    '127.0.0.1:3000': `127.0.0.1:${site}`,
  })
  writeFileSync(file, `{\n\tadmin off\n\tauto_https off\n}\n\n${recipe}`)
  const args = ['run', '--config', file, '--adapter', 'caddyfile']
  const env = { XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder }
  return startProgram('caddy', args, port, { env, onStop: () => remove(folder) })
}

/** HAProxy by its recipe, in front of Varnish and of the ports `sites`. */
export async function startHaproxy(ports: {
  tls: number
  plain: number
  inner: number
  varnish: number
  sites: readonly number[]
}): Promise<RunningProgram> {
  const folder = makeFolder()
  const { certificate, key } = makeCertificate(folder)
  const certificates = path.join(folder, 'certs')
  mkdirSync(certificates)
  writeFileSync(
    path.join(certificates, 'paper.pem'),
    readFileSync(certificate, 'utf8') + readFileSync(key, 'utf8'),
  )
  const servers = [3001, 3002, 3003].map((own, at) => [
    `server paper${at + 1} 127.0.0.1:${own}\n`,
    ports.sites[at] === undefined ? '# none\n' : `server paper${at + 1} 127.0.0.1:${ports.sites[at]}\n`,
  ])
  const file = path.join(folder, 'haproxy.cfg')
  writeFileSync(
    file,
    adaptRecipe('haproxy/haproxy.cfg', {
      'bind :80': `bind 127.0.0.1:${ports.plain}`,
      'bind :443': `bind 127.0.0.1:${ports.tls}`,
      '/etc/haproxy/certs/': `${certificates}/`,
      '127.0.0.1:6081': `127.0.0.1:${ports.varnish}`,
      '127.0.0.1:8081': `127.0.0.1:${ports.inner}`,
      ...Object.fromEntries(servers),
    }),
  )
  runProgram('haproxy', ['-c', '-f', file])
  return startProgram('haproxy', ['-f', file], ports.tls, { onStop: () => remove(folder) })
}

/** A certificate of a test's own for `paper.example`. */
export function makeCertificate(folder: string): { certificate: string; key: string } {
  const [certificate, key] = [path.join(folder, 'fullchain.pem'), path.join(folder, 'privkey.pem')]
  runProgram('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'],
    ...['-subj', '/CN=paper.example', '-keyout', key, '-out', certificate],
  ])
  return { certificate, key }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}
