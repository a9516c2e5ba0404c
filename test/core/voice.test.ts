import { describe, expect, test } from 'vitest'
import { voiceFor } from '../../src/core/voice.ts'
import { content } from '../person.ts'
import { contact, contentOf, phone } from './small.ts'

describe('the emergency number', () => {
  test('names the number of the United Kingdom beside that of Europe', () => {
    expect(voiceFor(content, { country: 'GB' }).ambient.emergency).toBe('112 / 999')
  })

  test.each(['PL', 'DE', 'NL', 'NO', 'JP', undefined])('is 112 in %s', (country) => {
    expect(voiceFor(content, { country }).ambient.emergency).toBe('112')
  })

  test('is the European one while the number of the country may not be shown', () => {
    const emergency = (id: string, ...phones: unknown[]) =>
      contact(id, { kinds: ['emergency'], phones })
    const contacts = {
      EU: [emergency('eu', phone('112'))],
      IS: [emergency('is', phone('113', { show: false }))],
    }
    const voice = voiceFor(contentOf({}, { contacts }), { country: 'IS' })
    expect(voice.ambient.emergency).toBe('112')
  })
})

describe('the voice', () => {
  test('speaks the first language to somebody who has chosen none', () => {
    expect(voiceFor(contentOf({}), {}).language).toBe('pl')
  })

  test('speaks the chosen language', () => {
    expect(voiceFor(contentOf({}), { language: 'en' }).language).toBe('en')
  })

  test('knows the language, the country and the day of deletion by name', () => {
    const until = new Date('2026-12-06T23:30:00Z')
    const { ambient } = voiceFor(contentOf({}), { language: 'en', country: 'NL', until })
    expect(ambient).toMatchObject({
      language: { key: 'name:language', vars: { code: 'en' } },
      country: { key: 'name:country', vars: { code: 'NL' } },
      until: { key: 'name:date', vars: { date: '2026-12-06' } },
    })
  })

  test('says that there is none where there is no country and no day', () => {
    const { ambient } = voiceFor(contentOf({}), {})
    expect(ambient).toMatchObject({ country: { key: 'name:none' }, until: { key: 'name:none' } })
  })

  test('counts the answers that are held, also those of ways that wait behind another', () => {
    const path = [{ step: 'a', answer: 'yes' }, { step: 'b', answer: 'no' }, { step: 'c' }]
    const resume = { flow: 'offer', path, resume: { flow: 'trip', path } }
    const state = { flow: 'sos', path: [{ step: 'now' }], resume }
    expect(voiceFor(contentOf({}), { state }).ambient.answers).toBe(4)
  })
})
