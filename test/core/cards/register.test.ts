import { describe, expect, test } from 'vitest'
import { guideText, type Named, registerText } from '../../../src/core/cards/register.ts'
import type { Sought } from '../../../src/core/cards/register-link.ts'
import { Register } from '../../../src/core/knowledge/knowledge.ts'
import { contentOf, textIn } from '../small.ts'

const pages = [{ url: 'https://a.example/', mark: 'seen', source: 'somewhere' }]
const finnish = { countries: ['FI'], takes: ['vat'], written: '#######-#', pages }
const known: Sought = { number: { kind: 'vat', value: 'FI01806110' }, name: 'Kanarek Oy' }

function register(proves: Register['proves']): Named {
  const one = Register.parse({ name: 'R', keeper: 'K', proves, ...finnish })
  return ['FI_TRIAL', one]
}

const copied = (one: Named, sought: Sought) => registerText(one, sought, contentOf({}))

describe('what is there to copy', () => {
  test('is the number as the register writes it', () => {
    expect(textIn(copied(register('firm'), known), 'firm:copy')?.vars?.bare).toBe('0180611-0')
  })

  test('is the name where no number is known, but not where only numbers are asked about', () => {
    const { name } = known
    expect(textIn(copied(register('firm'), { name }), 'firm:copy-name')?.vars).toEqual({ name })
    expect(textIn(copied(register('vat'), { name }), 'firm:copy-name')).toBeUndefined()
  })
})

describe('the first step', () => {
  test('types the number as the register writes it', () => {
    const text = guideText(register('firm'), known)
    expect(textIn(text, 'firm:guide.open.number')?.vars?.value).toBe('0180611-0')
  })

  test('asks for a VAT number where nothing else is asked about', () => {
    const text = guideText(register('vat'), { name: 'Kanarek Oy' })
    expect(textIn(text, 'firm:guide.open.vat')).toBeDefined()
  })
})
