import { getHealth } from '#lib/queries/health.ts'

export const dynamic = 'force-dynamic'

export function GET(): Response {
  const health = getHealth(new Date())
  return Response.json(health, {
    status: health.status === 'starting' ? 503 : 200,
    headers: { 'Cache-Control': 'no-store' },
  })
}
