import { describe, expect, test } from 'vitest'
import { meaning } from '../../../src/core/front/meaning.ts'
import { said } from '../../../src/core/front/said.ts'
import { urgent } from '../../../src/core/front/urgent.ts'
import { advert, doors, knowledge, says } from './words.ts'

function means(text: string) {
  return meaning(says(text), doors)
}

describe('an advert', () => {
  test.each([
    ['pasted', advert],
    ['with a question before it', `What do you think? ${advert}`],
    ['in a few words', 'hiring, 15 euro'],
  ])('%s', (_how, text) => {
    expect(means(text)).toEqual({ kind: 'advert' })
  })

  test('that was passed on may say less', () => {
    const text = 'good people, come to us in the morning, 40 hours'
    expect(meaning(says(text, true), doors)).toEqual({ kind: 'advert' })
    expect(means(text)).toBeUndefined()
  })

  test('is not what somebody asks about money', () => {
    expect(means('which agency may take 300 euro and not 40 hours of pay?')).toEqual({
      kind: 'rooms',
      places: ['topics.agency'],
    })
  })
})

describe('a number', () => {
  const number = (kind: 'kraz' | 'nip', fault?: 'length') => ({
    text: 'is this one there',
    numbers: [{ kind, value: '7740001454', ...(fault && { fault }) }],
  })

  test.each([
    ['of a firm', number('nip'), { kind: 'number', of: 'firm' }],
    ['of an agency', number('kraz'), { kind: 'number', of: 'agency' }],
    ['with a slip in it, in a few words', number('nip', 'length'), { kind: 'number', of: 'firm' }],
    [
      'with a slip in it, in a sentence',
      { ...number('nip', 'length'), text: 'is this one really there now' },
      undefined,
    ],
    ['that is too short', { ...number('nip'), text: '1234' }, undefined],
    ['within a long text', { ...number('nip'), text: 'word '.repeat(13) }, undefined],
  ])('%s', (_what, spoke, is) => {
    expect(meaning(said(spoke, knowledge), doors)).toEqual(is)
  })
})

describe('a country', () => {
  test.each([
    ['by its name', 'Germany', 'DE'],
    ['as people call it', 'Holland', 'NL'],
    ['inflected', 'in germania', 'DE'],
    ['by a town', 'Venlo', 'NL'],
    ['beside the own one', 'from Poland to Germany', 'DE'],
    ['the own one alone', 'Poland', 'PL'],
    ['with a question that its screen answers', 'who helps in Germany', 'DE'],
  ])('%s', (_how, text, code) => {
    expect(means(text)).toEqual({ kind: 'country', code })
  })

  test('within a long text is not what is meant', () => {
    expect(means(`germany ${'word '.repeat(12)}`)).toBeUndefined()
  })

  test.each([
    ['mail', 'write to work@germany.example'],
    ['a page', 'look at work-germany.com/jobs'],
  ])('in an address of %s is not what is meant', (_what, text) => {
    expect(means(text)).toBeUndefined()
  })

  test('beside an address is', () => {
    expect(means('germany, work@holland.example')).toEqual({ kind: 'country', code: 'DE' })
  })

  test('beside another question is not what is meant', () => {
    expect(means('may take money in Germany')).toEqual({ kind: 'rooms', places: ['topics.fees'] })
  })
})

describe('a topic', () => {
  test.each([
    ['by a word', 'fees?', ['topics.fees']],
    ['by the phrase that asks for most words', 'agency, money', ['topics.fees']],
    ['two that are as near as each other', 'fees agency', ['topics.fees', 'topics.agency']],
  ])('%s', (_how, text, places) => {
    expect(means(text)).toEqual({ kind: 'rooms', places })
  })
})

describe('small talk', () => {
  test.each([
    ['a greeting', 'Hello!', 'hello'],
    ['with politeness', 'thanks, please', 'thanks'],
    ['an answer', "don't know", 'unknown'],
    ['a language', 'in Polish please', { language: 'pl' }],
  ])('%s', (_what, text, says) => {
    expect(means(text)).toEqual({ kind: 'whole', says })
  })

  test('counts only where the message is nothing else', () => {
    expect(means('thanks to him there are fees')).toEqual({
      kind: 'rooms',
      places: ['topics.fees'],
    })
  })
})

describe('trouble', () => {
  test.each([
    ['of the writer', 'punished me', 'mine'],
    ['twice', 'a passport, punished', 'mine'],
    ['beside a worry', 'punished every night', 'mine'],
    ['of somebody else', 'sister punished', 'theirs'],
    ['of both', 'punished me and my sister', 'mine'],
  ])('%s opens help where nothing else is meant', (_whose, text, of) => {
    expect(means(text)).toEqual({ kind: 'danger', of })
  })

  test.each([
    ['once and of nobody', 'punished', undefined],
    ['in a greeting', 'hello', { kind: 'whole', says: 'hello' }],
    ['beside a topic', 'my passport, which agency', { kind: 'rooms', places: ['topics.agency'] }],
    ['beside a country', 'my passport, Germany', { kind: 'country', code: 'DE' }],
  ])('%s opens nothing', (_where, text, is) => {
    expect(means(text)).toEqual(is)
  })

  test('that was passed on opens nothing', () => {
    expect(meaning(says('punished me', true), doors)).toBeUndefined()
  })

  test('goes before nothing', () => {
    expect(urgent(says('my passport, punished me'), doors)).toBeUndefined()
  })
})

test('anything else means nothing', () => {
  for (const text of ['', '😀', 'the weather', 'http://example.org'])
    expect(means(text)).toBeUndefined()
})
