/** Whose page it is, as people know it: without `www.`. */
export function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '')
}
