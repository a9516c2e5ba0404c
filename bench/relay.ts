import { isPerfect, judge } from './relay/judge.ts'
import { newOurs } from './relay/ours.ts'
import { peer } from './relay/peer.ts'
import { play } from './relay/play.ts'
import { whole } from './relay/script.ts'
import { table } from './relay/table.ts'

/** What a relay between people and desks loses, doubles and misplaces when much is written and much goes wrong; in virtual time. */
const rows = []
for (const contender of [newOurs(), peer]) {
  const played = await play(contender, whole)
  rows.push({ contender, played, verdict: judge(played) })
}

for (const line of table(rows, whole)) console.log(line)
const [ours] = rows
if (!ours || !isPerfect(ours.verdict)) process.exitCode = 1
