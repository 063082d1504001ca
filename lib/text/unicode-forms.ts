/** A name as it is written, and as systems may keep it: with letters and accents in one (NFC) or apart (NFD, on a Mac). */
export function listForms(name: string): string[] {
  return [...new Set([name, name.normalize('NFC'), name.normalize('NFD')])]
}
