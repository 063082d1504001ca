import type { Site } from '#lib/config/site.ts'

type Settings = Pick<Site, 'indexNow' | 'webSub'>

/** IndexNow's batch of addresses that changed. @see https://www.indexnow.org/documentation */
export function toIndexNowRequest(
  { indexNow }: Settings,
  paths: readonly string[],
  siteUrl: string,
): Request | null {
  if (indexNow === undefined) return null
  const { key, endpoint } = indexNow
  const body = {
    host: new URL(siteUrl).host,
    key,
    keyLocation: `${siteUrl}/${key}.txt`,
    urlList: paths.map((path) => siteUrl + path),
  }
  return new Request(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
  })
}

/** What a publisher tells its hub. @see https://www.w3.org/TR/websub/#publishing */
export function toWebSubRequest(
  { webSub }: Settings,
  paths: readonly string[],
  siteUrl: string,
): Request | null {
  if (webSub === undefined) return null
  const body = new URLSearchParams({ 'hub.mode': 'publish' })
  for (const path of paths) body.append('hub.url', siteUrl + path)
  return new Request(webSub.hub, { method: 'POST', body })
}
