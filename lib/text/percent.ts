/** `%e2%80%8a` → the character it stands for; text with a % that encodes nothing stays as it is. */
export function decodePercent(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
