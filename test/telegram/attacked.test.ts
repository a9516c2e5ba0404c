import { expect, test } from 'vitest'
import { readNumbers } from '../../src/registers/numbers/read.ts'
import { type Bot, checksOffer, newBot, say } from '../bot.ts'

const advert =
  'Praca w Holandii przy sortowaniu, 15 € na godzinę, zakwaterowanie za darmo, wyjazd od zaraz.'
const cry = 'pomocy, on mnie bije'
const hidden = { type: 'hidden_user', date: 1, sender_user_name: 'Somebody' }

let lastUpdate = 5_000_000

/** A message or an edit as Telegram might bring it, past the simulator. */
function brings(
  bot: Bot,
  { id }: { id: number },
  more: object,
  kind: 'message' | 'edited_message' = 'message',
) {
  const update_id = ++lastUpdate
  const from = { id, is_bot: false, first_name: 'Ola', language_code: 'pl' }
  const about = { message_id: 100_000 + update_id, date: 1_795_348_800, from }
  const message = { ...about, chat: { id, type: 'private', first_name: 'Ola' }, ...more }
  return bot.receive({ update_id, [kind]: message })
}

/** Somebody's own earlier message, as it stands in a reply. */
function own({ id }: { id: number }, text: string) {
  const chat = { id, type: 'private' }
  return { message_id: 1, date: 1, chat, from: { id, is_bot: false, first_name: 'Ola' }, text }
}

const otherBot = {
  via_bot: { id: 5, is_bot: true, first_name: 'Jobs', username: 'praca_bot' },
  reply_markup: {
    inline_keyboard: [[{ text: 'Aplikuj', url: 'https://t.me/praca_bot?start=job_991' }]],
  },
}

test('a cry in a card of somebody else’s bot opens help, whatever its button opens there', async () => {
  const bot = await newBot()
  for (const start of ['job_991', 'offer']) {
    const person = await bot.reader()
    const url = `https://t.me/praca_bot?start=${start}`
    const reply_markup = { inline_keyboard: [[{ text: 'Aplikuj', url }]] }
    await brings(bot, person, { ...otherBot, text: cry, reply_markup })
    expect(['sos.now', 'relative.danger'], start).toContain(person.at())
  }
})

test('an advert in a card of somebody else’s bot is read, whatever its button opens there', async () => {
  const bot = await newBot()
  for (const start of ['job_991', 'offer', 'offer-77']) {
    const person = await bot.reader()
    const url = `https://t.me/praca_bot?start=${start}`
    const reply_markup = { inline_keyboard: [[{ text: 'Aplikuj', url }]] }
    await brings(bot, person, { ...otherBot, text: advert, reply_markup, forward_origin: hidden })
    expect(person.at(), start).toBe('offer.age-after')
  }
})

test('the card of the bot itself raises no sign, also without its button', async () => {
  const bot = await newBot()
  const person = await bot.reader({ language: 'en' })
  const offer = await person.phone.types('he beats me', 'friend')
  const text = String(offer?.results[0]?.content.text)
  await brings(bot, person, { text, forward_origin: hidden })
  expect(person.bubbles().some(({ text: shown }) => shown.includes('112. First'))).toBe(false)
})

test.each([
  ['entities', [{ type: 'bold', offset: 0 }]],
  ['entities', null],
  ['caption_entities', null],
  ['caption', null],
  ['edit_date', null],
  ['forward_origin', null],
])('a cry is heard beside a broken %s %j', async (field, broken) => {
  const bot = await newBot()
  const person = await bot.reader()
  await brings(bot, person, { text: cry, [field]: broken })
  expect(person.at()).toBe('sos.now')
})

test('a cry is heard from somebody whose language Telegram tells in another form', async () => {
  const bot = await newBot()
  const person = await bot.reader()
  const from = { id: person.id, is_bot: false, first_name: 'Ola', language_code: null }
  await brings(bot, person, { text: cry, from })
  expect(person.at()).toBe('sos.now')
})

test('a poll with a cry is heard though one of its fields is broken', async () => {
  const bot = await newBot()
  const person = await bot.reader()
  const poll = { question: 'Pomocy, zamknęli nas', description: null, options: [{ text: 'a' }] }
  await brings(bot, person, { poll })
  expect(person.at()).toBe('relative.danger')
})

test('a cry that is written into a rich message or a checklist by an edit opens help', async () => {
  const bot = await newBot()
  const rich = (text: string) => ({ rich_message: { blocks: [{ type: 'paragraph', text }] } })
  const list = (text: string) => ({ checklist: { title: text, tasks: [{ id: 1, text: 'x' }] } })
  for (const make of [rich, list]) {
    const person = await bot.reader()
    const about = { message_id: 200_000 }
    await brings(bot, person, { ...about, ...make('cześć') })
    await brings(bot, person, { ...about, ...make(cry), edit_date: 5 }, 'edited_message')
    expect(person.at()).toBe('sos.now')
  }
})

test('who corrects a typed answer answers the same question, not the next one', async () => {
  const bot = await newBot()
  const person = await checksOffer(bot, 'employer')
  const message = await person.says(say('offer:employer.yes'))
  expect(person.at()).toBe('offer.work')
  person.phone.edit(message, say('offer:employer.no'))
  await bot.telegram.settled()
  expect(person.at()).toBe('offer.work')
})

test('a corrected answer counts', async () => {
  const bot = await newBot()
  const person = await checksOffer(bot, 'fee')
  const message = await person.says(say('offer:fee.no'))
  person.phone.edit(message, say('offer:fee.yes'))
  await bot.telegram.settled()
  const talk = await bot.world.talks.load(person.id)
  const fee = talk?.state?.path.find(({ step }) => step === 'fee')
  expect(fee?.answer).toBe('yes')
})

test('who corrects the typed age to 17 is not taken for an adult', async () => {
  const bot = await newBot()
  const person = await bot.reader()
  await person.says('/start offer')
  const message = await person.says('71')
  expect(person.at()).toBe('offer.way')
  person.phone.edit(message, '17')
  await bot.telegram.settled()
  expect(person.at()).toBe('young.talk')
})

test('who corrects the typed country stays in the check', async () => {
  const bot = await newBot()
  const person = await checksOffer(bot, 'country')
  const message = await person.says('Niemcy')
  expect(person.at()).toBe('offer.found-through')
  person.phone.edit(message, 'Holandia')
  await bot.telegram.settled()
  expect(person.at()).toBe('offer.found-through')
})

test('a picture that takes the place of another one, or of words, is read', async () => {
  const bot = await newBot()
  const photo = (file_id: string) => ({ photo: [{ file_id, file_unique_id: file_id }] })
  for (const before of [photo('a'), { text: 'cześć' }]) {
    const person = await bot.reader()
    const about = { message_id: 300_000 }
    await brings(bot, person, { ...about, ...before })
    const count = person.bubbles().length
    await brings(bot, person, { ...about, ...photo('b'), edit_date: 5 }, 'edited_message')
    expect(person.bubbles().length).toBe(count + 1)
  }
})

test('a picture of another chat is read once, however often the words beside it change', async () => {
  const bot = await newBot()
  const person = await bot.reader()
  const photo = [{ file_id: 'a', file_unique_id: 'a', width: 1, height: 1 }]
  const about = { message_id: 400_000, external_reply: { origin: hidden, photo } }
  await brings(bot, person, { ...about, text: 'zobacz' })
  await brings(bot, person, { ...about, text: 'zobaczcie', edit_date: 5 }, 'edited_message')
  const reading = person.bubbles().filter(({ text }) => text.startsWith(say('picture:reading')))
  expect(reading.length).toBeLessThan(2)
})

test('who thanks in reply to their own advert is thanked, and it is not read anew', async () => {
  const bot = await newBot()
  const person = await bot.reader()
  await person.says(advert)
  await person.taps('adult')
  await brings(bot, person, { text: 'dzięki', reply_to_message: own(person, advert) })
  expect(person.last()?.text).toContain(say('common:thanks'))
})

test('a number in reply to their own advert is looked up', async () => {
  const bot = await newBot({ outside: { readNumbers } })
  const person = await bot.reader()
  await person.says(advert)
  await person.taps('adult')
  await person.says('/menu')
  await brings(bot, person, { text: 'NIP 7740001454', reply_to_message: own(person, advert) })
  expect(person.at()).toBe('employer.name')
})

test('an answer to the open question in reply to their own advert answers it', async () => {
  const bot = await newBot()
  const person = await checksOffer(bot, 'fee')
  const text = say('offer:fee.no')
  await brings(bot, person, { text, reply_to_message: own(person, advert) })
  expect(person.at()).toBe('offer.debt')
})

test('who says in reply to their own cry that it is about them is asked whether it happens now', async () => {
  const bot = await newBot()
  const person = await bot.reader()
  await brings(bot, person, { text: 'tak, to o mnie', reply_to_message: own(person, cry) })
  expect(person.at()).toBe('story.now')
})

test('who thanks in reply to their own cry is not sent to help for somebody else', async () => {
  const bot = await newBot()
  const person = await bot.reader()
  const text = 'dziękuję, już jestem bezpieczna'
  await brings(bot, person, { text, reply_to_message: own(person, cry) })
  expect(person.at()).not.toBe('relative.danger')
})

test('a card for who worries about somebody leads there, also where they are in danger', async () => {
  const bot = await newBot()
  const person = bot.person({ language: 'uk' })
  const offer = await person.phone.types('моя сестра в біді', 'friend')
  expect(offer?.button?.start_parameter).toBe('relative')
})

test('a country in an address of mail is no country that somebody asks about', async () => {
  const bot = await newBot()
  const person = await bot.reader()
  await person.says('napisali z biuro@praca-niemcy.pl czy to oszuści')
  expect(person.at()).not.toBe('country.what')
})

test('an edit that nobody sees is not answered, also of a message that was edited before', async () => {
  const bot = await newBot()
  const person = await bot.reader()
  const message = await person.says('Holandia')
  person.phone.edit(message, 'Niemcy')
  await bot.telegram.settled()
  const count = person.bubbles().length
  person.phone.touch(message)
  await bot.telegram.settled()
  expect(person.bubbles().length).toBe(count)
})

test('a cry that was edited once does not open help again by an edit that nobody sees', async () => {
  const bot = await newBot()
  const person = await bot.reader()
  const message = await person.says('pomcy')
  person.phone.edit(message, cry)
  await bot.telegram.settled()
  await person.taps('watched')
  const at = person.at()
  person.phone.touch(message)
  await bot.telegram.settled()
  expect(person.at()).toBe(at)
})

test('words below a picture that is read are not said to be not understood', async () => {
  const bot = await newBot()
  const person = await bot.reader()
  const words = 'to z Facebooka, co o tym myślicie?'
  const message = person.phone.sendPhoto(words)
  await bot.telegram.settled()
  const notUnderstood = () =>
    person.bubbles().some(({ text }) => text.startsWith(say('common:use-buttons').slice(0, 15)))
  expect(notUnderstood()).toBe(false)
  person.phone.edit(message, `${words}!`)
  await bot.telegram.settled()
  expect(notUnderstood()).toBe(false)
})

test('files that were sent as one are answered once, also to somebody new', async () => {
  const bot = await newBot()
  const person = bot.person()
  for (const name of ['a', 'b']) {
    const document = {
      file_id: name,
      file_unique_id: name,
      file_size: 9,
      file_name: name,
      mime_type: 'application/pdf',
    }
    person.phone.sendAny({ document, media_group_id: '7' })
  }
  await bot.telegram.settled()
  expect(person.bubbles().length).toBe(1)
})

test('a name that is typed in reply to somebody’s question in another chat is taken as the name', async () => {
  const bot = await newBot({ outside: { readNumbers } })
  const person = await bot.reader()
  await person.says('/start employer')
  for (const choice of ['name', 'PL']) await person.taps(choice)
  const quote = { text: 'Jak się nazywa firma?', position: 0 }
  const text = 'Jan-Trans sp. z o.o.'
  await brings(bot, person, { text, quote, external_reply: { origin: hidden } })
  expect(person.at()).toBe('employer.search')
})

test.each(['pl', 'en', 'uk', 'ru'])(
  'what cannot be read is said within 600 letters in %s',
  async (language) => {
    const bot = await newBot()
    for (const kind of ['voice', 'venue'] as const) {
      for (const where of ['/mydata', '/sos']) {
        const person = await bot.reader({ language })
        await person.says(where)
        person.phone.sendSample(kind)
        await bot.telegram.settled()
        const long = person.bubbles().filter(({ text }) => text.length > 600)
        expect(
          long.map(({ text }) => [text.length, text.slice(0, 30)]),
          `${kind} ${where}`,
        ).toEqual([])
      }
    }
  },
)
