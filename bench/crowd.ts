import { spawn } from 'node:child_process'
import { answers, besideTelegram, until } from './beside.ts'

/** So many people press Start at once, and so many other processes want the machine for themselves. */
const people = 100
const busy = Number(process.argv[3] ?? 0)

const others = Array.from({ length: busy }, () => spawn(process.execPath, ['-e', 'for (;;);']))

/** How long until all have their answer, and who has it twice. */
await besideTelegram(async (telegram) => {
  const all = Array.from({ length: people }, () => telegram.person({ language: 'en' }))
  const began = performance.now()
  for (const person of all) person.send('/start')
  const ms = await until(() => all.every((person) => answers(person) > 0), began)
  await telegram.settled()
  const doubled = all.filter((person) => answers(person) > 1).length
  console.log(`${people} people press Start at once, beside ${busy} busy processes`)
  console.log(`  all are answered after ${ms} ms, ${doubled} of them twice`)
}).finally(() => {
  for (const other of others) other.kill('SIGKILL')
})
