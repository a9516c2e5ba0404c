import { numberId } from '../../src/core/firm/firm.ts'
import type { Knowledge } from '../../src/core/knowledge/knowledge.ts'
import { readMoney } from '../../src/core/scan/money.ts'
import { read } from '../../src/core/scan/read.ts'
import { scan } from '../../src/core/scan/scan.ts'
import { readNumbers } from '../../src/registers/numbers/read.ts'

/** So many there are, and so many of them came through. */
export interface Share {
  of: number
  right: number
}

/** What came of a picture beside what stands in it. */
export interface Judged {
  words: Share
  signs: Share
  figures: Share
  /** Amounts with a currency and a period, as the scan reads them. */
  pay: Share
  lostWords: string[]
  /** Signs that only the clean text has, with the words that raise them. */
  lostSigns: string[]
  /** Signs that only the picture has: a warning that the advert gives no reason for. */
  inventedSigns: string[]
  /** Amounts, numbers of firms and other figures that stand nowhere in the picture: worse than none. */
  others: string[]
}

interface Texts {
  /** The advert as it was written. */
  clean: string
  /** The same with the words of the app around it. */
  visible: string
  /** What a reader made of the picture. */
  text: string
}

export function judge({ clean, visible, text }: Texts, content: Knowledge): Judged {
  const words = compare(wordsIn(clean), wordsIn(text))
  const figures = compare(figuresIn(clean), figuresIn(text))
  const pay = compare(amountsIn(clean, content), amountsIn(text, content))
  const [wanted, found] = [scan(clean, content).hits, scan(text, content).hits]
  const lost = wanted.filter(({ sign }) => !found.some((one) => one.sign === sign))
  const invented = found.filter(({ sign }) => !wanted.some((one) => one.sign === sign))
  const isOther = (values: (of: string) => string[]) => compare(values(text), values(visible)).lost
  return {
    words,
    figures,
    pay,
    signs: { of: wanted.length, right: wanted.length - lost.length },
    lostWords: words.lost,
    lostSigns: lost.map(quoted),
    inventedSigns: invented.map(quoted),
    others: [
      ...isOther((of) => amountsIn(of, content)),
      ...isOther(firmsIn),
      ...isOther(figuresIn),
    ],
  }
}

function quoted({ sign, words }: { sign: string; words: string }) {
  return `${sign} (${words})`
}

/** Each as often as it stands there. */
function compare(wanted: string[], found: string[]): Share & { lost: string[] } {
  const left = new Map<string, number>()
  for (const one of found) left.set(one, (left.get(one) ?? 0) + 1)
  const lost = wanted.filter((one) => {
    const count = left.get(one) ?? 0
    left.set(one, count - 1)
    return count <= 0
  })
  return { of: wanted.length, right: wanted.length - lost.length, lost }
}

function wordsIn(text: string): string[] {
  return text.match(/\p{L}[\p{L}\p{M}]+/gu) ?? []
}

/** `16,50`, `18`, `9606`: hours, prices and the parts of telephone numbers. */
function figuresIn(text: string): string[] {
  return text.match(/\d+(?:[.,:]\d+)*/g) ?? []
}

function amountsIn(text: string, content: Knowledge): string[] {
  const { words, advert } = read(text, content)
  return readMoney(words, advert()).map(
    ({ low, high, currency, per, isNet }) =>
      `${low}-${high} ${currency} a ${per}${isNet ? ' net' : ''}`,
  )
}

/** One that cannot be right is asked about; it is no other firm. */
function firmsIn(text: string): string[] {
  return readNumbers(text)
    .filter(({ fault }) => fault === undefined)
    .map(numberId)
}
