/** Those that a phone of the page can have. */
export const LANGUAGES: [value: string, label: string][] = [
  ['pl', 'polski (pl)'],
  ['en', 'English (en)'],
  ['uk', 'українська (uk)'],
  ['ru', 'русский (ru)'],
]
