import { languages, looks, type Picture, plan, variants } from './plan.ts'

export interface Options {
  pictures: Picture[]
  /** Where the pictures are put, to look at. */
  save: string | undefined
  /** Tells of held-out pictures too what went wrong. */
  all: boolean
}

/** `--only=pl,poster` (or how a name begins), `--sample=12`, `--save=FOLDER`, `--all` */
export function toOptions(words: string[]): Options {
  const value = (name: string) =>
    words.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3)
  const only = value('only')?.split(',') ?? []
  const pictures = plan().filter((picture) => isWanted(picture, only))
  const count = Math.min(Number(value('sample') ?? pictures.length), pictures.length)
  return {
    pictures: Array.from(
      { length: count },
      (_, index) => pictures[at(index, count, pictures)],
    ).filter((picture) => picture !== undefined),
    save: value('save'),
    all: words.includes('--all'),
  }
}

/** Spread over all of them. */
function at(index: number, count: number, pictures: Picture[]) {
  return Math.floor(((index + 0.5) * pictures.length) / count)
}

/** Of each sort that is named, one of those that are named: `pl,uk,poster` are the posters in Polish and Ukrainian. */
function isWanted({ advert, look, variant, name }: Picture, only: string[]) {
  const sorts = [looks, variants, languages]
  const begins = only.filter((word) => !sorts.some((sort) => sort.some((one) => one === word)))
  return (
    isOneOf(look, looks, only) &&
    isOneOf(variant, variants, only) &&
    isOneOf(advert.language, languages, only) &&
    (begins.length === 0 || begins.some((begin) => name.startsWith(begin)))
  )
}

function isOneOf(value: string, sort: readonly string[], only: string[]) {
  const named = only.filter((word) => sort.includes(word))
  return named.length === 0 || named.includes(value)
}
