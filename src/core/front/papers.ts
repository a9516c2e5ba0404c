export function withoutPapers(text: string): { text: string; isPaper: boolean } {
  return { text, isPaper: false }
}
