import { GET } from '../../app/%5Ffeed/[...feed]/route.ts'

/** What the route of all feeds answers for the path of one, percent-encoded. */
export function fetchFeed(path: string): Promise<Response> {
  const feed = path.slice(1).split('/')
  return GET(new Request(`https://paper.example${path}`), { params: Promise.resolve({ feed }) })
}
