import type { Judged, Share } from './judge.ts'
import { languages, looks, type Picture, variants } from './plan.ts'
import type { Took } from './took.ts'

interface Read {
  took: Took
  judged: Judged
}

/** One picture, read by the bot's reader and, where there is one, by Debian's. */
export interface Row {
  picture: Picture
  ours: Read
  debian?: Read
}

const names = [
  'pictures',
  'words',
  'signs',
  'of',
  'invented',
  'pay',
  'figures',
  'others',
  'ms',
  'p95',
  'cpu',
]
const beside = ['words', 'signs', 'ms', 'cpu', 'time']

/** `cpu` is the processor's time, which wanders less than the clock where others use the machine; `time` is ours by Debian's. */
const columns = `${''.padEnd(22)}${names.map(cell).join('')} | Debian${beside.map(cell).join('')}`

type Group = [name: string, has: (picture: Picture) => boolean]

const groups: Group[][] = [
  variants.map((variant): Group => [variant, (one) => one.variant === variant]),
  looks.map((look): Group => [look, (one) => one.look === look]),
  languages.map((language): Group => [language, ({ advert }) => advert.language === language]),
  sorts('screenshots', false),
  sorts('hard', true),
  [['all', () => true]],
]

function sorts(name: string, isHard: boolean): Group[] {
  return [
    [`${name}, tuned`, (one) => one.isHard === isHard && !one.advert.isHeldOut],
    [`${name}, held out`, (one) => one.isHard === isHard && one.advert.isHeldOut],
    [name, (one) => one.isHard === isHard],
  ]
}

/** The lines of a table: by what happened to a picture, by look, by language, and in sum. */
export function table(rows: Row[]): string[] {
  const lines = groups.map((group) =>
    group.flatMap(([name, has]) => {
      const some = rows.filter(({ picture }) => has(picture))
      return some.length > 0 ? row(name, some) : []
    }),
  )
  return [columns, ...lines.flatMap((some) => ['', ...some])]
}

/** The figures of some pictures. */
function row(name: string, rows: Row[]): string {
  const ours = rows.map((one) => one.ours)
  const debian = rows.flatMap((one) => one.debian ?? [])
  const count = (of: (judged: Judged) => unknown[]) =>
    ours.reduce((all, { judged }) => all + of(judged).length, 0)
  const figures = [
    rows.length,
    share(ours, 'words'),
    share(ours, 'signs'),
    ours.reduce((all, { judged }) => all + judged.signs.of, 0),
    count(({ inventedSigns }) => inventedSigns),
    share(ours, 'pay'),
    share(ours, 'figures'),
    count(({ others }) => others),
    Math.round(at(ours, 'clock', 0.5)),
    Math.round(at(ours, 'clock', 0.95)),
    Math.round(at(ours, 'processor', 0.5)),
  ]
  const others = debian.length > 0 ? figuresBeside(ours, debian) : beside.map(() => '–')
  return `${name.padEnd(22)}${figures.map(cell).join('')} |       ${others.map(cell).join('')}`
}

function figuresBeside(ours: Read[], debian: Read[]) {
  const all = (reads: Read[]) => reads.reduce((sum, { took }) => sum + took.processor, 0)
  return [
    share(debian, 'words'),
    share(debian, 'signs'),
    Math.round(at(debian, 'clock', 0.5)),
    Math.round(at(debian, 'processor', 0.5)),
    `x${(all(ours) / all(debian)).toFixed(2)}`,
  ]
}

function share(reads: Read[], what: 'words' | 'signs' | 'pay' | 'figures'): string {
  const all = (of: keyof Share) => reads.reduce((sum, { judged }) => sum + judged[what][of], 0)
  return all('of') > 0 ? (all('right') / all('of')).toFixed(3) : '–'
}

/** The value below which so large a part lies. */
function at(reads: Read[], what: 'clock' | 'processor', part: number): number {
  const values = reads.map(({ took }) => took[what]).sort((a, b) => a - b)
  return values[Math.ceil(values.length * part) - 1] ?? 0
}

function cell(value: string | number): string {
  return String(value).padStart(9)
}
