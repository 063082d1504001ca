import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { PictureError, rejectPicture } from '../derive/picture-error.ts'
import { isLoopbackAddress, isPublicAddress } from './public-address.ts'

/** All addresses of a host name. */
export type HostLookup = (hostname: string) => Promise<string[]>

export type HostRules = {
  /** Empty: every host. Else these and their subdomains. */
  allowHosts: readonly string[]
  /** For tests alone: pictures of this very machine. */
  allowLoopback: boolean
  lookupHost?: HostLookup
}

/**
 * The one address to connect to for a URL: every address its name has now is checked, and nobody asks again before the
 * connection is made, so an answer that changes finds nothing to change.
 *
 * @throws {PictureError} when the host is not allowed, unknown, or has an address that is not public
 */
export async function resolveHost(url: URL, rules: HostRules): Promise<string> {
  const hostname = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  requireAllowed(hostname, rules.allowHosts)
  const addresses = isIP(hostname) === 0 ? await findAddresses(hostname, rules) : [hostname]
  for (const address of addresses) {
    const isAllowed = isPublicAddress(address) || (rules.allowLoopback && isLoopbackAddress(address))
    if (!isAllowed) throw rejectPicture(`${hostname} is not on the public internet`)
  }
  const [first] = addresses
  if (first === undefined) throw new PictureError(`${hostname} has no address`, { lasting: false })
  return first
}

function requireAllowed(hostname: string, allowHosts: readonly string[]): void {
  if (allowHosts.length === 0) return
  const isAllowed = allowHosts.some((host) => hostname === host || hostname.endsWith(`.${host}`))
  if (!isAllowed) throw rejectPicture(`${hostname} is not among images.allowHosts of site.yaml`)
}

async function findAddresses(hostname: string, { lookupHost = lookupAll }: HostRules): Promise<string[]> {
  try {
    return await lookupHost(hostname)
  } catch {
    throw new PictureError(`${hostname} cannot be found`, { lasting: false })
  }
}

async function lookupAll(hostname: string): Promise<string[]> {
  const found = await lookup(hostname, { all: true })
  return found.map(({ address }) => address)
}
