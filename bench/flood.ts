import { answers, besideTelegram, until } from './beside.ts'

/** So many messages come from one person at once. */
const messages = 1000

/** How long somebody else waits for an answer to /start, and the same person for help. */
await besideTelegram(async (telegram) => {
  const [person, other] = [telegram.person({ language: 'en' }), telegram.person({ language: 'en' })]
  const began = performance.now()
  for (let count = 0; count < messages; count++) person.send(`word ${count}`)
  person.send('/sos')
  other.send('/start')
  const isHelped = () => person.chat().some(({ text }) => text.includes('say where you are'))
  const [waited, helped] = await Promise.all([
    until(() => answers(other) > 0, began),
    until(isHelped, began),
  ])
  console.log(`${messages} messages of one person at once, then /sos, then /start of another`)
  console.log(`  /start is answered after ${waited} ms, /sos after ${helped} ms`)
})
