import type { Site } from '#lib/config/site.ts'
import type { HostRules } from '#lib/pictures/fetch/resolve-host.ts'

/** Whom pictures may be fetched from, as the editor and the operator say. */
export function toHostRules({ images }: Pick<Site, 'images'>, allowLoopback: boolean): HostRules {
  return { allowHosts: images.allowHosts, allowLoopback }
}
