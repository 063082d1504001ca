import { createHmac } from 'node:crypto'

/**
 * The signature of a message by Standard Webhooks, `v1,<base64>`.
 *
 * @param timestamp seconds since 1970
 * @see https://github.com/standard-webhooks/standard-webhooks
 */
export function signStandardWebhook(secret: string, id: string, timestamp: string, body: string): string {
  const key = secret.startsWith('whsec_') ? Buffer.from(secret.slice('whsec_'.length), 'base64') : secret
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
}
