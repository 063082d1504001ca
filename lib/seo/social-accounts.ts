/** `https://x.com/packet` → `@packet`: the paper's account as `twitter:site` has it. Null where it has none. */
export function findXHandle(social: readonly string[]): string | null {
  const name = findPath(social, /(?:^|\.)(?:x|twitter)\.com$/)
  return name !== null && /^@?\w{1,15}$/.test(name) ? `@${name.replace('@', '')}` : null
}

/** The paper's page at Facebook, whose own `article:publisher` asks for it. */
export function findFacebookPage(social: readonly string[]): string | null {
  return social.find((address) => /(?:^|\.)facebook\.com$/.test(new URL(address).hostname)) ?? null
}

/** The one segment of the path of an account's address. */
function findPath(social: readonly string[], host: RegExp): string | null {
  const address = social.find((link) => host.test(new URL(link).hostname))
  if (address === undefined) return null
  const [name = '', ...rest] = new URL(address).pathname.split('/').filter((part) => part !== '')
  return rest.length === 0 && name !== '' ? name : null
}
