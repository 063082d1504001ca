import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { eventually } from './eventually.ts'
import { knock } from './knock.ts'
import { findFreePort } from './site-server.ts'

const NGINX = '/usr/sbin/nginx'

/** Whether nginx is installed here. */
export const hasNginx = existsSync(NGINX)

/** nginx as a reverse proxy of `upstreams` (ports of this machine), with `lines` in its only location. */
export async function startNginx(
  upstreams: readonly number[],
  lines: readonly string[],
): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-nginx-'))
  const port = await findFreePort()
  const file = path.join(folder, 'nginx.conf')
  writeFileSync(file, formatConfiguration(folder, port, upstreams, lines))
  const child = spawn(NGINX, ['-c', file, '-p', folder, '-e', 'error.log', '-g', 'daemon off;'], {
    stdio: 'ignore',
  })
  await eventually(() => knock(port))
  return { url: `http://127.0.0.1:${port}`, stop: () => stop(child, folder) }
}

function formatConfiguration(
  folder: string,
  port: number,
  upstreams: readonly number[],
  lines: readonly string[],
): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  return `
pid ${folder}/nginx.pid;
events {}
http {
  access_log off;
  ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join('\n  ')}
  map $http_upgrade $connection_upgrade { default upgrade; '' close; }
  upstream paper { ${upstreams.map((upstream) => `server 127.0.0.1:${upstream};`).join(' ')} }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://paper;
      ${lines.join('\n      ')}
    }
  }
}
`
}

async function stop(child: ChildProcess, folder: string): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
  rmSync(folder, { recursive: true, force: true })
}
