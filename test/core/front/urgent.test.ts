import { describe, expect, test } from 'vitest'
import { urgent } from '../../../src/core/front/urgent.ts'
import { advert, doors, says } from './words.ts'

function leads(text: string, isTheirs = false) {
  const place = urgent(says(text, isTheirs), doors)
  return place && `${place.flow}.${place.step}`
}

const long = 'and so on and so forth '.repeat(10)

describe('danger to the writer opens help', () => {
  test.each([
    ['a word alone', 'help'],
    ['a word said again and again', 'help help help'],
    ['a word drawn out', 'heeeelp'],
    ['with politeness around it', 'please, help, please!'],
    ['a sign for it', '🆘'],
    ['the number that one calls', '112'],
    ['inside a sentence', 'good day, my boss beats me every week'],
    ['a letter wrong in a long word', 'im imprisomed'],
    ['two letters swapped', 'im impirsoned'],
    ['a word that alarms and the writer', 'there is a knife and im alone'],
    ['a word that alarms alone', 'a knife'],
    ['two words that alarm beside a question', 'screaming, a knife, which agency'],
    ['danger to somebody else too', 'he beats me, sister imprisoned'],
    ['several words that worry', 'im afraid, the door'],
    ['after a no', 'not, beats me'],
    ['a third person beside the writer', 'he beats me and my sister'],
  ])('%s', (_how, text) => {
    expect(leads(text)).toBe('sos.now')
  })
})

describe('it is no danger to the writer', () => {
  test.each([
    ['taken back by the word before', 'he does not beats me', undefined],
    ['one word that worries', 'im afraid', undefined],
    ['words that worry and nobody', 'a night, a door', undefined],
    ['a word that alarms beside a question', 'a knife at work, which agency', undefined],
    ['a phrase that a longer one means otherwise', 'knife, may take money, agency', undefined],
    ['inside an advert', advert.replace('Apply now', 'Nobody beats us'), undefined],
    ['the number inside other words', 'room 112 at ten', undefined],
    ['somebody else', 'a sister is imprisoned, screaming', 'relative.danger'],
    [
      'somebody else, where the writer asks for help',
      'help me, sister imprisoned, knife',
      'relative.danger',
    ],
    ['passed on', 'my boss beats me', 'relative.passed', true],
    ['an advert that is passed on', advert, undefined, true],
  ])('%s', (_how, text, place, isTheirs = false) => {
    expect(leads(text, isTheirs)).toBe(place)
  })
})

describe('body and soul', () => {
  test.each([
    ['illness', 'I have a fever', 'health.ill'],
    ['a pregnancy', 'pregnant, what now', 'health.pregnant'],
    ['words that stand apart', 'my daughter went out yesterday and is missing', 'relative.child'],
    ['danger comes before it', 'a fever, and he beats me', 'sos.now'],
    ['the longer phrase counts', 'pregnant, and I need a doctor', 'health.ill'],
  ])('%s', (_what, text, place) => {
    expect(leads(text)).toBe(place)
  })

  test('an age alone is nobody’s trouble', () => {
    expect(leads('im 17 years old')).toBeUndefined()
    expect(leads('somebody of 17 years old')).toBe('relative.child')
  })

  test('in an advert they are nothing', () => {
    expect(leads(advert.replace('Apply now', 'Pregnant women may apply'))).toBeUndefined()
  })
})

describe('a long telling in the first person', () => {
  test('is asked about once', () => {
    expect(leads(`I came in May and he beats me. My boss laughs. ${long}`)).toBe('story.now')
  })

  test('of no trouble needs to speak of the writer again and again', () => {
    expect(leads(`I came in May. My boss laughs. ${long}`)).toBeUndefined()
    expect(leads(`I came in May. My boss laughs. I work a lot. ${long}`)).toBe('story.now')
  })

  test('is none where an advert speaks', () => {
    expect(leads(`I came by this: ${advert} ${long}`)).toBeUndefined()
  })

  test('is none where it was passed on', () => {
    expect(leads(`I came in May and he laughs. My boss. I work. ${long}`, true)).toBeUndefined()
  })
})
