import { cpSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createWords } from '../../src/content/words.ts'
import { said, whole } from '../../src/core/front/said.ts'
import { newWalk } from '../core/small.ts'
import { newCopy } from './copy.ts'

/** Plural classes as in English, so that its words can stand for a translation. */
const newLanguage = 'nl'

function withLanguage() {
  const copy = newCopy()
  cpSync('locales/en', copy.path(`locales/${newLanguage}`), { recursive: true })
  copy.writes(`flows/phrases/${newLanguage}.yaml`, 'emergency: [ik ben in gevaar]')
  return copy
}

describe('a language is a folder and a file of phrases', () => {
  test('and review is silent', () => {
    expect(withLanguage().review()).toEqual([])
  })

  test('and it can be chosen', () => {
    const walk = newWalk(withLanguage().load().content, {})
    walk.opens('start')
    walk.taps(newLanguage)
    expect(walk.person.language).toBe(newLanguage)
  })

  test('and it is spoken', () => {
    const copy = withLanguage()
    copy.says(`locales/${newLanguage}/common.json`, 'back', 'Terug')
    const { content, locales } = copy.load()
    const voice = { language: newLanguage, ambient: {} }
    const words = createWords(locales, content.languages)
    expect(words.plain({ key: 'common:back' }, voice)).toBe('Terug')
  })

  test('and its emergency words are known', () => {
    const { content } = withLanguage().load()
    expect(whole(said({ text: 'Ik ben in gevaar!' }, content))).toBe('danger')
  })
})

describe('a country is one file of contacts', () => {
  const record = `- id: mx-trial
  name: Trial
  kinds: [worker_advice]
  languages: []
  phones: []
  email: null
  website: { url: https://example.org, mark: seen }
  hours: null
  free: null
  source: { url: https://example.org/source, seenAs: official, date: null }
  checkedOn: null
`
  function withCountry() {
    const copy = newCopy()
    copy.writes('flows/contacts/mx.yaml', record)
    return copy
  }

  test('and review is silent', () => {
    expect(withCountry().review()).toEqual([])
  })

  test('and who names the country sees who helps there', () => {
    const walk = newWalk(withCountry().load().content)
    walk.opens('contacts')
    walk.says('Meksyk')
    walk.taps('record-1') // it has no number, so those who answer from anywhere come first
    expect(walk.contact()).toBe('mx-trial')
  })
})

describe('a flow is one file and its words in each language', () => {
  function withFlow() {
    const copy = newCopy()
    copy.writes('flows/trial.yaml', 'id: trial\nstart: hello\nsteps:\n  hello: { kind: say }\n')
    for (const language of copy.languages())
      copy.writes(
        `locales/${language}/trial.json`,
        '{"title": "Trial", "hello": {"text": "Hello."}}',
      )
    return copy
  }

  test('and review is silent', () => {
    expect(withFlow().review()).toEqual([])
  })

  test('and it opens by its name', () => {
    const walk = newWalk(withFlow().load().content)
    walk.opens('trial')
    expect(walk.at()).toBe('trial.hello')
  })
})
