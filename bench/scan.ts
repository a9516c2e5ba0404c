import { loadOrThrow } from '../src/content/load.ts'
import { openPoints, toTold } from '../src/core/scan/answer.ts'
import { scan } from '../src/core/scan/scan.ts'
import { type Verdict, weigh } from '../src/core/verdict/verdict.ts'
import { type Advert, readAdverts } from './adverts.ts'
import { hostile } from './hostile.ts'

const { content } = loadOrThrow(process.cwd())

const verdicts: Verdict[] = ['danger', 'strong', 'careful', 'unclear', 'nothing']

/** What the scan says about one advert, beside what its writer meant. */
function judge(advert: Advert) {
  const found = scan(advert.text, content)
  const open = openPoints(toTold(found, []))
  const signs = found.hits.map(({ sign }) => sign)
  return {
    advert,
    open,
    verdict: weigh(
      found.hits.map(({ severity }) => severity),
      open.length,
    ),
    found: advert.signs.filter((sign) => signs.includes(sign)),
    missed: advert.signs.filter((sign) => !signs.includes(sign)),
    wrong: found.hits.filter(({ sign }) => !advert.signs.includes(sign)),
  }
}

const all = readAdverts().map(judge)
const details = process.argv.includes('--all')

console.log('signs          found  missed  false')
for (const language of new Set(all.map(({ advert }) => advert.language))) {
  const here = all.filter(({ advert }) => advert.language === language)
  const count = (name: 'found' | 'missed' | 'wrong') =>
    String(here.reduce((sum, one) => sum + one[name].length, 0)).padStart(6)
  console.log(`  ${language.padEnd(10)} ${count('found')} ${count('missed')}  ${count('wrong')}`)
}

for (const heldOut of [false, true]) {
  console.log(
    `\n${heldOut ? 'held out'.padEnd(12) : 'tuning'.padEnd(12)} ${verdicts.map((v) => v.padStart(8)).join('')}`,
  )
  for (const kind of ['honest', 'fraud']) {
    const here = all.filter(({ advert }) => advert.kind === kind && advert['held-out'] === heldOut)
    const counts = verdicts.map((one) => here.filter(({ verdict }) => verdict === one).length)
    console.log(`  ${kind.padEnd(10)} ${counts.map((count) => String(count).padStart(8)).join('')}`)
  }
}

if (details) {
  for (const { advert, verdict, open, missed, wrong } of all.filter(
    ({ advert }) => !advert['held-out'],
  )) {
    const more = wrong.map(({ sign, severity, words }) => `${sign}(${severity}: ${words})`)
    console.log(`${advert.id} ${verdict}; open ${open}; missed ${missed}; false ${more.join(', ')}`)
  }
}

/** The median of many runs: the machine has other things to do. */
function milliseconds(text: string) {
  const runs = Array.from({ length: 21 }, () => {
    const began = performance.now()
    scan(text, content)
    return performance.now() - began
  })
  return runs.sort((a, b) => a - b)[10] ?? 0
}

const times = Object.entries(hostile)
  .map(([name, text]) => ({ name, ms: milliseconds(text) }))
  .sort((a, b) => b.ms - a.ms)
console.log('\n4096 hostile characters, slowest first')
for (const { name, ms } of times.slice(0, 5))
  console.log(`  ${ms.toFixed(2).padStart(6)} ms  ${name}`)
