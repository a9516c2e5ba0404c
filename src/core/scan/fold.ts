/** A text as it is compared: lower case, without accents, emoji and invisible signs. */
export interface Folded {
  text: string
  /** For each character of `text` its place in the original, and where the original one ends. */
  from: number[]
  to: number[]
  /** Places of invisible signs inside a word or against the reading order: nobody types them by accident. */
  hidden: { from: number; to: number }[]
}

/** A ligature stands for a few letters; no honest sign for more. */
const lettersAtMost = 3

/** Accents, emoji and width aside. One pass, so that no text takes longer than its length. */
export function fold(original: string): Folded {
  const folded: Folded = { text: '', from: [], to: [], hidden: [] }
  const known = new Map<string, string>()
  let place = 0
  for (const sign of original) {
    const from = place
    place += sign.length
    if (isHiding(sign, original, from)) folded.hidden.push({ from, to: place })
    const plain = known.get(sign) ?? plainSign(sign)
    known.set(sign, plain)
    for (const letter of plain) {
      folded.text += letter
      for (let unit = 0; unit < letter.length; unit++) {
        folded.from.push(from)
        folded.to.push(place)
      }
    }
  }
  return folded
}

/** What a sign is without its decoration; nothing for what cannot be seen. */
function plainSign(sign: string): string {
  if (/^[\p{M}\p{Cf}\p{Variation_Selector}'’ʼ`´]$/u.test(sign)) return ''
  const parts = sign.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const letters = [...parts].slice(0, lettersAtMost)
  return letters.map((letter) => unaccented[letter] ?? letter).join('')
}

/** Letters that Unicode knows no parts of, and the one emoji that is a word. */
const unaccented: Record<string, string> = {
  ł: 'l',
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  '🆘': ' sos ',
}

/** Zero width between two letters, or a sign that turns the reading order; emoji and copied text hold others. */
function isHiding(sign: string, original: string, at: number) {
  if (/[\u202D\u202E]/.test(sign)) return true
  if (!/[\u200B\u2060\uFEFF]/.test(sign)) return false
  return /\p{L}/u.test(original.charAt(at - 1)) && /\p{L}/u.test(original.charAt(at + 1))
}
