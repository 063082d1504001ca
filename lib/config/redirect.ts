import { z } from 'zod'
import { parseHostAddress } from '#lib/text/addresses/host-address.ts'

/** At the end of `from` it stands for whatever follows; at the end of `to`, for the same again. */
const REST = '*'

const STATUSES = new Set([301, 302, 307, 308])

const fromSchema = z
  .string()
  .max(2000)
  .overwrite(toLocal)
  .refine((from) => /^\/(?!\/)/.test(from), { message: 'a path such as /feed/, /?p=12 or /category/*' })
  .refine(
    (from) => !from.slice(0, -1).includes(REST) && (!from.endsWith(REST) || from.endsWith(`/${REST}`)),
    {
      message: 'has its * at the end and after a slash: /category/*',
    },
  )
  .refine((from) => !/\/:[a-z]/i.test(from), {
    message: 'is an address and no pattern; patterns of stories go under permalinks',
  })
  .refine((from) => from !== '/' && from !== `/${REST}`, { message: 'would redirect the front page' })

const toSchema = z
  .string()
  .max(2000)
  .refine((to) => /^\/(?![/\\])/.test(to) || isWebAddress(to), {
    message: 'a path such as /feed.xml, or an address with https://',
  })
  .refine((to) => !to.slice(0, -1).includes(REST) && (!to.endsWith(REST) || to.endsWith(`/${REST}`)), {
    message: 'has its * at the end and after a slash: /sections/*',
  })

/**
 * An address of old and where it leads: `{ from: /feed/, to: /feed.xml }`, `{ from: /category/*, to: /sections/* }`. `from`
 * may be a whole address, of which the path counts, and may have a query.
 */
export const redirectSchema = z
  .strictObject({
    from: fromSchema,
    to: toSchema,
    status: z.coerce
      .number()
      .refine((status) => STATUSES.has(status), { message: '301, 302, 307 or 308' })
      .default(308),
  })
  .refine(({ from, to }) => !to.endsWith(REST) || from.endsWith(REST), {
    path: ['to'],
    message: 'has a * and from has none',
  })
  .refine(({ from, to }) => !leadsToItself(from, to), { path: ['to'], message: 'leads back to from' })

export type Redirect = z.infer<typeof redirectSchema>

function toLocal(from: string): string {
  if (parseHostAddress(from) !== null) return toLocal(`http://${from}`)
  const url = /^https?:\/\//i.test(from) ? URL.parse(from) : null
  return url === null ? from : url.pathname + url.search
}

function isWebAddress(to: string): boolean {
  const url = /^https?:\/\//i.test(to) ? URL.parse(to) : null
  return url !== null && url.hostname !== '' && !url.hostname.includes(REST)
}

function leadsToItself(from: string, to: string): boolean {
  const toBase = (address: string) => address.replace(/\*$/, '').replace(/\/$/, '')
  if (toBase(from) === toBase(to)) return true
  return from.endsWith(REST) && to.endsWith(REST) && to.startsWith(from.slice(0, -1))
}
