const ofCountry = 'country-'

/** Tips about a country are a theme of their own: `country-NL`. */
export function themeOf(country: string): string {
  return ofCountry + country
}

/** `NL` for `country-NL`; undefined for any other theme. */
export function countryOfTheme(theme: string): string | undefined {
  return /^country-([A-Z]{2})$/.exec(theme)?.[1]
}
