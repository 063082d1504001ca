import { PictureError, rejectPicture } from '../derive/picture-error.ts'
import { fetchBytes } from './fetch-bytes.ts'
import { type HostRules, resolveHost } from './resolve-host.ts'

export type FetchLimits = { redirects: number; bytes: number; milliseconds: number }

export const FETCH_LIMITS: FetchLimits = { redirects: 5, bytes: 15_000_000, milliseconds: 15_000 }

/** What is at an address now, and what to ask with whether it still is: its ETag or Last-Modified, '' for neither. */
export type FetchedPicture = { bytes: Uint8Array; validator: string }

/**
 * The bytes at a picture's address, whatever they are: `checkPicture` says whether they are a picture. Every hop is
 * resolved and checked by itself, and connected to at the address that was checked.
 *
 * @throws {PictureError} when there are none to be had, or the address may not be asked
 */
export async function fetchPicture(
  address: string,
  rules: HostRules,
  limits: FetchLimits = FETCH_LIMITS,
): Promise<FetchedPicture> {
  const fetched = await fetchChangedPicture(address, rules, '', limits)
  if (fetched === null) throw new PictureError('the server answered 304', { lasting: false })
  return fetched
}

/** The same, but null when it is still what had `validator`. */
export async function fetchChangedPicture(
  address: string,
  rules: HostRules,
  validator: string,
  limits: FetchLimits = FETCH_LIMITS,
): Promise<FetchedPicture | null> {
  const deadline = AbortSignal.timeout(limits.milliseconds)
  let url = toWebUrl(address)
  for (let hop = 0; hop <= limits.redirects; hop += 1) {
    const host = await beforeDeadline(resolveHost(url, rules), deadline)
    const answer = await fetchBytes(url, host, {
      signal: deadline,
      mostBytes: limits.bytes,
      validator,
    })
    if (answer.kind === 'unchanged') return null
    if (answer.kind === 'bytes') return answer
    url = toWebUrl(answer.location, url)
  }
  throw rejectPicture(`it is redirected more than ${limits.redirects} times`)
}

function toWebUrl(address: string, base?: URL): URL {
  const url = URL.parse(address, base)
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    throw rejectPicture('its address is not one of the web (http or https)')
  }
  if (url.username !== '' || url.password !== '') throw rejectPicture('its address holds a password')
  if (url.port !== '' && Number(url.port) < 1024)
    throw rejectPicture('its address names the port of another service')
  return url
}

/** A name server that never answers is no reason to wait for ever. */
function beforeDeadline<Result>(work: Promise<Result>, deadline: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new PictureError('the server took too long', { lasting: false }))
    if (deadline.aborted) return late()
    deadline.addEventListener('abort', late, { once: true })
    work.then(resolve, reject).finally(() => deadline.removeEventListener('abort', late))
  })
}
