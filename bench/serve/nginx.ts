import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fetchBytes } from './fetch-bytes.ts'
import { isInstalled, spawnServer } from './pin.ts'
import { findFreePort, type Server, waitFor } from './servers.ts'

const BROTLI = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so'

export const NGINX_MISSING = isInstalled('nginx')
  ? null
  : 'nginx is not installed: apt-get install nginx-light libnginx-mod-http-brotli-static'

/** What nginx here can serve precompressed. */
export const NGINX_ENCODING = existsSync(BROTLI) ? 'br' : 'gzip'

/** nginx with one worker, no log, and the very bytes that `page` sends, on disk in `folder`. */
export async function startNginx(folder: string, page: string): Promise<Server> {
  const port = await findFreePort()
  const root = path.join(folder, 'html')
  mkdirSync(root, { recursive: true })
  writeFileSync(path.join(root, 'page.html'), await fetchBytes(page, 'identity'))
  writeFileSync(path.join(root, 'page.html.gz'), await fetchBytes(page, 'gzip'))
  writeFileSync(path.join(root, 'page.html.br'), await fetchBytes(page, 'br'))
  const config = path.join(folder, 'nginx.conf')
  writeFileSync(config, formatConfig(folder, root, port))
  const child = spawnServer('nginx', ['-c', config, '-e', path.join(folder, 'error.log')])
  return waitFor(child, `http://127.0.0.1:${port}`, '/page.html')
}

function formatConfig(folder: string, root: string, port: number): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  )
  return `${NGINX_ENCODING === 'br' ? `load_module ${BROTLI};` : ''}
worker_processes 1; daemon off; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
events { worker_connections 4096; }
http {
  ${temporary.join(' ')}
  types { text/html html; } access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000;
  open_file_cache max=10; gzip_static on; ${NGINX_ENCODING === 'br' ? 'brotli_static on;' : ''}
  server { listen 127.0.0.1:${port}; root ${root}; }
}
`
}
