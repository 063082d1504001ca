import { createHmac, timingSafeEqual } from 'node:crypto'
import { signStandardWebhook } from '#lib/http/standard-webhook.ts'

/** Headers in which GitHub, Forgejo, Gitea and Gogs send an HMAC-SHA256 of the body, in hexadecimal digits. */
const HEX_HEADERS = ['x-hub-signature-256', 'x-forgejo-signature', 'x-gitea-signature', 'x-gogs-signature']

const TOKEN_HEADER = 'x-gitlab-token'
const STANDARD_HEADERS = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const

/** Every header line that a message is verified by. */
export const HOOK_HEADERS: readonly string[] = [...HEX_HEADERS, TOKEN_HEADER, ...STANDARD_HEADERS]

/** So long a signed message is good: who records one may not send it again later. */
const MAX_AGE_S = 300

/**
 * Whether a message comes from who knows the secret: by an HMAC of its body, by one of Standard Webhooks, or by GitLab's token.
 *
 * @param now in milliseconds
 * @see https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries
 * @see https://github.com/standard-webhooks/standard-webhooks
 * @see https://docs.gitlab.com/user/project/integrations/webhooks/
 */
export function isFromGitHost(headers: Headers, body: string, secret: string, now: number): boolean {
  const expected = createHmac('sha256', secret).update(body).digest('hex')
  const isSigned = HEX_HEADERS.some((name) => {
    const sent = headers.get(name)?.replace(/^sha256=/, '')
    return sent !== undefined && isSame(sent.toLowerCase(), expected)
  })
  return isSigned || isSame(headers.get(TOKEN_HEADER) ?? '', secret) || isStandard(headers, body, secret, now)
}

function isStandard(headers: Headers, body: string, secret: string, now: number): boolean {
  const [id, timestamp, sent] = STANDARD_HEADERS.map((name) => headers.get(name) ?? '')
  if (!id || !timestamp || !sent) return false
  const age = Math.abs(now / 1000 - Number(timestamp))
  if (!(age <= MAX_AGE_S)) return false
  const expected = signStandardWebhook(secret, id, timestamp, body)
  return sent.split(' ').some((signature) => isSame(signature, expected))
}

/** In a time that says nothing of how much is the same. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
