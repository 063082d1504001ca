import { type Agent, get } from 'node:http'

/** The body of an answer as it came over the wire, on a connection of its own or one of the agent's. */
export function fetchBytes(url: string, encoding: string, agent: Agent | false = false): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent, headers: { 'Accept-Encoding': encoding } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve(Buffer.concat(chunks)))
      response.on('error', reject)
    })
    request.on('error', reject)
  })
}

/** Asks until the best compression is in the quick one's place. */
export async function warm(url: string, encoding: string): Promise<Buffer> {
  for (let i = 0; i < 5; i += 1) await fetchBytes(url, encoding)
  await new Promise((resolve) => setTimeout(resolve, 500))
  return fetchBytes(url, encoding)
}
