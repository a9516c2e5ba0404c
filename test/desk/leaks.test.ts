import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDatabase } from '../../src/entry/embedded.ts'
import type { Sample } from '../../src/simulator/people/samples.ts'
import { createStore } from '../../src/store/store.ts'
import type { Table } from '../../src/store/table.ts'
import { type Engine, newTable, scan } from '../store/engines.ts'
import { type CaseScene, newCase } from './new-case.ts'

/** Whoever writes, and a word that they write. */
const theirs = { name: 'Kanaryja', lastName: 'Piorkowska', username: 'kanaryja_lot' }
const theirWord = 'szmaragdowiec'
const ours = { name: 'Zbigniewa', lastName: 'Turkusowska', username: 'zbigniewa_dyzur' }
const ourWord = 'turkusowiec'

const samples = [
  ...(['contact', 'location', 'venue', 'poll', 'checklist', 'voice', 'video'] as const),
  ...(['video_note', 'sticker', 'story', 'document', 'rich_message', 'external_reply'] as const),
] satisfies Sample[]

let engine: Engine
beforeAll(async () => {
  engine = await startDatabase()
})
afterAll(() => engine.stop())

/** A person and a desk that do whatever can be done, and whatever was kept meanwhile. */
async function newStory() {
  let table: Table | undefined
  const store = async (now: () => Date) => {
    table = await newTable(engine.endpoint, now)
    return createStore(table)
  }
  const talk = await newCase({ store }, theirs)
  const member = talk.bot.telegram.person({ ...ours, language: 'pl' })
  talk.desk.group.join(member)
  const kept: Record<string, unknown>[] = []
  const look = async () => {
    await talk.settled()
    if (table) kept.push(...(await scan(table)))
  }
  await look()
  talk.desk.lead.send('/start')
  await talk.desk.accepts(member)
  await deskDoes({ ...talk, member }, look)
  const heard = talk.person.bubbles().filter(({ text }) => text.includes(ourWord))
  await personDoes(talk, look)
  const read = talk.desk.fromBot(talk.thread).filter((text) => text.includes(theirWord))
  await talk.person.says('/forget')
  await look()
  const { bot, jobs, person, desk } = talk
  const about = (chat: number) =>
    bot.telegram.calls.flatMap(({ method, payload: { from_chat_id: _, ...payload } }) =>
      String(payload.chat_id) === String(chat) ? [JSON.stringify([method, payload])] : [],
    )
  return {
    person: person.id,
    member: member.id,
    heard,
    read,
    items: kept.map((item) => JSON.stringify(item)),
    elsewhere: kept
      .filter(({ sk }) => !/^(THREAD|case)#/.test(`${sk}`))
      .map((item) => JSON.stringify(item)),
    log: bot.lines,
    jobs: jobs.done.map((job) => JSON.stringify(job)),
    toGroup: about(desk.group.id),
    toPerson: about(person.id),
    toLead: about(desk.lead.id),
    answers: bot.asked('answerCallbackQuery').map(({ payload }) => JSON.stringify(payload)),
  }
}

type Look = () => Promise<void>

/** Every command, button and kind of message of a desk. */
async function deskDoes({ desk, member, thread, person, settled }: Desk, look: Look) {
  const words = [
    'desk',
    'report',
    'conduct',
    'next',
    'cases',
    'pause',
    'open',
    'help',
    'start',
    'connect x',
    'r',
  ]
  const notes = ['need', `plan 12.12 ${ourWord}`, `remind 3d ${ourWord}`, 'review', 'refer']
  const hours = ['hours', 'oncall on', 'oncall off', `transfer ${ourWord}`, 'take', 'handover']
  const parting = [`complaint ${ourWord}`, 'block', 'unblock']
  for (const word of [...words, 'sos', 'take', ...notes, ...hours, 'take', ...parting]) {
    for (const place of [undefined, thread]) await desk.says(member, `/${word}`, place)
    await look()
  }
  const said = [`${ourWord} dla Ciebie`, `// ${ourWord}`, `Tu ${ours.name}`, `@${ours.username}`]
  for (const text of said) await desk.says(member, text, thread)
  await desk.says(desk.lead, `${ourWord} ode mnie`, thread)
  for (const caption of [ourWord, `// ${ourWord}`]) desk.group.sendPhoto(member, caption, thread)
  const album = { media_group_id: '7', photo: picture }
  for (const caption of [`${ourWord} w albumie`, `Tu ${ours.name}`])
    desk.group.sendAny(member, { ...album, caption }, thread)
  const mistaken = await desk.says(member, `${ourWord}, pomyłka`, thread)
  for (const words of [`${ourWord}, poprawka`, `Tu ${ours.name}`]) {
    desk.group.edit(member, mistaken, words)
    await look()
  }
  await desk.says(member, '/delete', thread, mistaken)
  await look()
  for (const kind of samples) {
    const [message] = [person.phone.sendSample(kind)]
    await settled()
    const copy = desk.group.messages(thread).findLast(({ from }) => from === 'bot')
    await desk.says(member, `${ourWord} ${message}`, thread, copy?.id)
  }
  await look()
  for (const button of ['cancel', 'send-pl-documents']) {
    await desk.says(member, '/r documents', thread)
    await desk.presses(member, button, thread)
    await look()
  }
  await desk.says(member, '/who DE', thread)
  for (const button of ['DE-1', 'DE-0', 'show-pl-kcik', 'send-pl-pl-kcik']) {
    await desk.presses(member, button, thread)
    await look()
  }
  for (const button of ['urgent', 'transfer', 'take', 'urgent']) {
    await desk.presses(member, button, thread)
    await look()
  }
}
const picture = [{ file_id: 'p', file_unique_id: 'p', width: 9, height: 9, file_size: 9 }]
type Desk = CaseScene & { member: { id: number } }

/** Every command and kind of message of a person, to the last one. */
async function personDoes({ desk, person, thread }: CaseScene, look: Look) {
  const message = await person.says(`Dzień dobry, ${theirWord}`)
  await person.edits(message, `Dobry wieczór, ${theirWord}`)
  await person.sendsPicture(theirWord)
  await person.sends({ text: `Tak, ${theirWord}` }, { replyTo: message })
  await look()
  const mistaken = await person.says(`Pomyłka, ${theirWord}`)
  await person.sends({ text: '/delete' }, { replyTo: mistaken })
  await look()
  for (const text of [`Pomocy, on mnie bije, ${theirWord}`, '/menu', '/tips', '/mydata', '/talk']) {
    await person.says(text)
    await look()
  }
  await person.says('/complaint')
  await person.says(`Coś było nie tak, ${theirWord}`)
  await person.taps('done')
  await person.says('/hide')
  await desk.says(desk.lead, '/take', thread)
  await look()
  await person.says('/talk')
  await person.says(`Jestem, ${theirWord}`)
  await desk.says(desk.lead, '/close', thread)
  await look()
  for (const choice of ['show', 'partly']) await person.taps(choice)
  await person.says(`Dziękuję, ${theirWord}`)
  await look()
  for (const choice of ['again', 'reopen']) await person.taps(choice)
  await look()
  await desk.says(desk.lead, `/block ${ourWord}`, thread)
  await look()
}

/** All of these that stand in any of the lines. */
function found(lines: string[], secrets: (string | number)[]) {
  return secrets.filter((secret) =>
    lines.some((line) => line.toLowerCase().includes(String(secret).toLowerCase())),
  )
}

test('nothing of anybody leaks, whatever a person and a desk do', async () => {
  const { person, member, heard, read, ...all } = await newStory()
  const { items, elsewhere, log, jobs, toGroup, toPerson, toLead, answers } = all
  const names = [...Object.values(theirs), ...Object.values(ours)]
  expect({
    'words that came to the person': heard.length,
    'words that came to the desk': read.length,
    'in the table': found(items, [...names, theirWord, ourWord]),
    'the chat, in the table beside topics and what the clock brings': found(elsewhere, [person]),
    'in the log': found(log, [...names, theirWord, ourWord, person, member]),
    'in jobs': found(jobs, [...names, theirWord, ourWord]),
    'told to the group': found(toGroup, [...Object.values(theirs), theirWord, person]),
    'told to the person': found(toPerson, [...Object.values(ours), ourWord, member]),
    'told to the lead': found(toLead, [...names, ourWord, theirWord, person, member]),
    'told over a press': found(answers, [...names, theirWord, ourWord]),
  }).toEqual({
    'words that came to the person': 3 + samples.length,
    'words that came to the desk': 7,
    'in the table': [],
    'the chat, in the table beside topics and what the clock brings': [],
    'in the log': [],
    'in jobs': [],
    'told to the group': [],
    'told to the person': [],
    'told to the lead': [],
    'told over a press': [],
  })
})
