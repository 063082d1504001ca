import { createIconRoute } from '../_machines/icon-route.ts'

export const dynamic = 'force-static'

export const GET = createIconRoute('icon-maskable-512.png')
