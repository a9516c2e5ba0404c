import { countryTyped } from '../countries.ts'
import { length, type Said, said } from './said.ts'

/** Where many who write are from: beside another country that one is meant. */
const homes = ['PL', 'UA']

/** A message with more words speaks of something else; the longest name of a country has fewer. */
const wordsAtMost = 12
const nameAtMost = 6

/** The country that a message names, alone or within a few words. */
export function countryNamed(whole: Said): string | undefined {
  const one = withoutAddresses(whole)
  const { text, reading, knowledge } = one
  if (length(one) > wordsAtMost) return undefined
  const isName = length(one) <= nameAtMost
  const typed = isName && countryTyped(text, knowledge.languages, knowledge.nicknames)
  if (typed) return typed
  const named = reading
    .advert()
    .flatMap(({ means }) => (means.kind === 'place' && means.country !== 'EU' ? means.country : []))
  return named.findLast((code) => !homes.includes(code)) ?? named.at(-1)
}

/** An address of mail or of a page. */
const address = /\S+@\S+|\S+\.\p{L}{2,4}(?:\/\S*)?(?!\p{L})/gu

/** Nobody asks about the country that a page is called after. */
function withoutAddresses(one: Said): Said {
  const text = one.text.replaceAll(address, ' ')
  return text === one.text ? one : said({ text, isTheirs: one.isTheirs }, one.knowledge)
}
