import { type Advert, readAdverts } from './adverts.ts'

export const languages = ['pl', 'en', 'uk', 'ru']

export const looks = ['post', 'chat', 'poster', 'leaflet'] as const
export type Look = (typeof looks)[number]

/** What has happened to a picture before it is sent, as they follow each other; most are sent as they are. */
const round = [
  'light',
  'skewed',
  'dark',
  'jpeg',
  'half',
  'turned',
  'light',
  'double',
  'columns',
  'dark',
  'screen',
  'jpeg',
] as const
export type Variant = (typeof round)[number]
export const variants: Variant[] = [...new Set(round)]

export interface Picture {
  /** `pl-chat-1-chat-dark` */
  name: string
  advert: Advert
  look: Look
  variant: Variant
  /** A photo, or what a reader meets askew or side by side; the others are plain screenshots. */
  isHard: boolean
  /** Counts the pictures of a look: colours and angles change with it. */
  count: number
}

/** Of each advert so many pictures a look. */
const each = 3

/** Two adverts a language in each of the four looks: a printed one is a poster and a leaflet. */
export function plan(): Picture[] {
  const adverts = readAdverts()
  return looks.flatMap((look) =>
    adverts
      .filter(({ shape }) => shape === (look === 'post' || look === 'chat' ? look : 'paper'))
      .flatMap((advert) => Array.from({ length: each }, () => advert))
      .map((advert, count) => toPicture(advert, look, count)),
  )
}

/** The second round begins elsewhere, so that a variant meets other languages there. */
function toPicture(advert: Advert, look: Look, count: number): Picture {
  const at = count + Math.floor(count / round.length) * 3 + looks.indexOf(look) * 2
  const variant = round[at % round.length] ?? 'light'
  const name = `${advert.id}-${look}-${variant}`
  return { name, advert, look, variant, isHard: isHard(look, variant), count }
}

/** Half of a poster is still larger than the small type of an app at its full size. */
function isHard(look: Look, variant: Variant) {
  if (look === 'leaflet') return true
  if (variant === 'half') return look !== 'poster'
  return ['screen', 'skewed', 'turned', 'columns'].includes(variant)
}
