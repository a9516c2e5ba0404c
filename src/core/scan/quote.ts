import { cut } from '../cut.ts'

const wordsAtMost = 60

/**
 * Words of an advert as the bot may repeat them: short, in one line, and without what could be called or opened.
 * The bot shows no number from a text, and no link.
 */
export function quote(words: string): string {
  const read = cut(words, 4 * wordsAtMost).split(/\s+/)
  const harmless = read.map((word) => (/@|:\/\/|\.me\//.test(word) ? '…' : word)).join(' ')
  const line = harmless.replaceAll(/\d[\d ./()-]{5,}/g, hidePhone).trim()
  return cut(line, wordsAtMost)
}

/** Seven digits or more can be dialled; `300-500 €` and `20 000` cannot. */
function hidePhone(digits: string) {
  return digits.replaceAll(/\D/g, '').length < 7 ? digits : '… '
}
