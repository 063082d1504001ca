const PAGES = ['/posts/ferry-returns', '/', '/posts/gallery-month', '/sections/harbour', '/sections/culture']

/** Addresses of derived pictures, as pages print them, each once. */
export async function listOutputs(url: string): Promise<string[]> {
  const found = new Set<string>()
  for (const page of PAGES) {
    const html = await (await fetch(url + page)).text()
    for (const [address] of html.matchAll(/\/media\/p\/[0-9a-f]{20}\/[0-9a-z-]+\.avif/g)) found.add(address)
  }
  return [...found]
}
