import { expect, test } from 'vitest'
import { newWalk, trip } from '../small.ts'

const languages = ['pl', 'en', 'uk']
const content = trip(
  { language: { kind: 'language', next: 'end' }, end: { kind: 'say' } },
  { languages },
)

function newTraveller() {
  const walk = newWalk(content)
  walk.opens('trip')
  return walk
}

test('the question is asked in every language at once', () => {
  const items = newTraveller().shows()[0]?.text.vars?.items
  expect(items).toEqual(languages.map((language) => ({ key: 'trip:language.text', language })))
})

test('each button names its language in that language', () => {
  const labels = newTraveller()
    .shows()[0]
    ?.choices?.map(({ label }) => label)
  expect(labels).toEqual(languages.map((code) => ({ key: 'name:own-language', language: code })))
})

test('a choice sets the language and leads on', () => {
  const walk = newTraveller()
  walk.taps('uk')
  expect([walk.person.language, walk.at()]).toEqual(['uk', 'trip.end'])
})

test('a language that the bot does not speak cannot be forged', () => {
  const walk = newTraveller()
  walk.presses({ flow: 'trip', step: 'language' }, 'xx')
  expect([walk.person.language, ...walk.hints()]).toEqual(['pl', 'common:old-button'])
})
