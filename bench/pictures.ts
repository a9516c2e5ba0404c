import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import prices from '../infra/prices.json' with { type: 'json' }
import { loadOrThrow } from '../src/content/load.ts'
import { type Debian, installed, openDebian } from './pictures/debian.ts'
import { judge, type Share } from './pictures/judge.ts'
import { toOptions } from './pictures/options.ts'
import { openOurs } from './pictures/ours.ts'
import { type Painted, paint } from './pictures/paint.ts'
import { type Row, table } from './pictures/table.ts'
import type { Took } from './pictures/took.ts'

/** Shares of the signs of the clean text that must come through, and dollars that a picture may cost. */
const goals = { screenshots: 0.97, hard: 0.85, dollars: 0.0002 }

/** What the reader's function has, and how it is billed: by the clock. */
const gigabytes = 2

const { content } = loadOrThrow(join(import.meta.dirname, '..'))

/**
 * `npm run bench pictures [-- --only=pl,poster --sample=12 --save=FOLDER --all]`: adverts painted as people send them, read by the
 * reader of the bot and by Debian's tesseract, one after the other.
 */
async function main() {
  const options = toOptions(process.argv.slice(3))
  const { rows, notes } = await readAll(await paint(options.pictures), options.save)
  for (const one of rows) if (options.all || !one.picture.advert.isHeldOut) tell(one)
  for (const line of table(rows)) console.log(line)
  for (const note of notes) console.log(note)
  return reached(rows)
}

async function readAll(painted: Painted[], folder: string | undefined) {
  const [first] = painted
  if (!first) throw new Error('no picture is called so')
  const debian = openDebian()
  const ours = await openOurs(first.bytes)
  const rows: Row[] = []
  try {
    for (const one of painted) {
      const row = await readBoth(one, ours, debian)
      rows.push(row)
      if (folder) save(folder, one, row)
    }
  } finally {
    await ours.close()
    debian?.close()
  }
  const notes = [
    `memory: at most ${ours.megabytes().toFixed(0)} MB above before`,
    `opening: ${ours.opening.toFixed(0)} ms with the first picture`,
    ...(debian ? [] : [`Debian's tesseract is not here: ${installed}`]),
  ]
  return { rows, notes }
}

async function readBoth(
  { picture, bytes, visible }: Painted,
  ours: { read: (bytes: Uint8Array) => Promise<Took> },
  debian: Debian,
): Promise<Row> {
  const judged = (took: Took) => ({
    took,
    judged: judge({ clean: picture.advert.text, visible, text: took.text }, content),
  })
  const read = judged(await ours.read(bytes))
  return { picture, ours: read, ...(debian && { debian: judged(debian.read(bytes)) }) }
}

function save(folder: string, { picture, bytes }: Painted, { ours }: Row) {
  mkdirSync(folder, { recursive: true })
  const end = bytes[0] === 0xff ? 'jpg' : 'png'
  writeFileSync(join(folder, `${picture.name}.${end}`), bytes)
  writeFileSync(join(folder, `${picture.name}.txt`), ours.took.text)
}

/** A picture of which less is read is told of, even where no sign was lost with it. */
const mostlyRead = 0.9

/** What went wrong with a picture. */
function tell({ picture, ours: { took, judged } }: Row) {
  const { lostSigns, inventedSigns, others, lostWords } = judged
  const wrong = { lost: lostSigns, invented: inventedSigns, 'read otherwise': others }
  const lines = Object.entries(wrong).filter(([, what]) => what.length > 0)
  if (took.fault) lines.unshift(['fault', [took.fault]])
  const isPoor = judged.words.right < mostlyRead * judged.words.of
  if (lines.length === 0 && !isPoor) return
  console.log(picture.name)
  for (const [name, what] of lines) console.log(`  ${name}: ${what.join(', ')}`)
  if (lostWords.length > 0) console.log(`  words: ${lostWords.slice(0, 12).join(' ')}`)
}

/** Prints each goal with what was reached; what there was none of misses nothing. */
function reached(rows: Row[]): boolean {
  const [screenshots, hard, cost] = [signsRead(rows, false), signsRead(rows, true), dollars(rows)]
  const all = [
    { name: 'signs of screenshots', is: screenshots, goal: goals.screenshots },
    { name: 'signs of hard ones', is: hard, goal: goals.hard },
    { name: 'dollars a picture', is: cost, goal: goals.dollars, isMost: true },
  ]
  const missed = all.filter(({ is, goal, isMost }) => (isMost ? is > goal : is < goal))
  for (const one of all.filter(({ is }) => !Number.isNaN(is))) {
    const word = missed.includes(one) ? 'missed' : 'reached'
    console.log(`${word}: ${one.name} ${one.is.toPrecision(3)} (goal ${one.goal})`)
  }
  return missed.length === 0
}

function signsRead(rows: Row[], isHard: boolean): number {
  const signs = rows.flatMap(({ picture, ours }) =>
    picture.isHard === isHard ? ours.judged.signs : [],
  )
  const sum = (of: keyof Share) => signs.reduce((all, one) => all + one[of], 0)
  return sum('right') / sum('of')
}

/** A function of Lambda has a processor of its own there and is paid by the clock. */
function dollars(rows: Row[]): number {
  const price = prices.regions['eu-central-1']
  const ms = rows.reduce((all, { ours }) => all + ours.took.clock, 0) / rows.length
  return (ms / 1000) * gigabytes * price.lambdaGigabyteSecond + price.lambdaRequest
}

if (!(await main())) process.exitCode = 1
