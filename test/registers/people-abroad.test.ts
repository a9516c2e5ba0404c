import { describe, expect, test } from 'vitest'
import type { AskedRegister, CopiedRegister } from '../../src/app/ports/firms.ts'
import { numberId } from '../../src/core/firm/firm.ts'
import { czAgencies } from '../../src/registers/cz-agencies.ts'
import { czAres } from '../../src/registers/cz-ares.ts'
import { frEntreprises } from '../../src/registers/fr-entreprises.ts'
import { gbCompanies } from '../../src/registers/gb-companies.ts'
import { noEnheter } from '../../src/registers/no-enheter.ts'
import { noStaffing } from '../../src/registers/no-staffing.ts'
import type { Setting } from '../../src/registers/site.ts'
import { standIns } from '../../src/simulator/registers/list.ts'
import { play, within } from './play.ts'

/** Given names, numbers and telephones of the people whom the stand-ins and samples hold. */
const people = /josef|jana|kari|marie|mary|7001010008|51 99 00 00|000 000 000/i

const copied = { CZ_AGENCIES: czAgencies, NO_STAFFING: noStaffing }

const asked: [create: (setting: Setting) => AskedRegister, numbers: string[], names: string[]][] = [
  [czAres, ['64608212', '99900009', '99900017', '99900025'], ['ukázka', 'josef']],
  [
    noEnheter,
    ['923609016', '100000008', '100000016', '100000040', '100000059', '100000067', '100000083'],
    ['prøve', 'kari'],
  ],
  [
    frEntreprises,
    ['356000000', '999000003', '999000011', '999000029', '999000037'],
    ['exemple', 'marie'],
  ],
  [
    gbCompanies,
    ['00445790', '99900001', '99900002', 'SC990003', '99900004', '99900005'],
    ['example', 'tesco'],
  ],
]

describe('nothing about a person leaves', () => {
  test.each(asked.map((one) => [one[0].name, ...one] as const))(
    '%s',
    async (_name, create, numbers, names) => {
      const register = await playIt(create)
      const found = numbers.map((value) => register.lookup({ ...register.known, value }, within()))
      const hits = names.map((name) => register.search?.(name, within()))
      tellsNobody(await Promise.all([...found, ...hits]))
    },
  )

  test.each(Object.entries(copied))('%s', async (_id, create) => {
    const { outcomes } = await (await playIt(create)).download(within())
    tellsNobody([...outcomes])
  })
})

describe('the known number is known by', () => {
  test.each(asked.map(([create]) => [create.name, create] as const))(
    '%s',
    async (_name, create) => {
      const register = await playIt(create)
      expect(await register.lookup(register.known, within())).toMatchObject({ outcome: 'active' })
    },
  )

  test.each(Object.entries(copied))('%s', async (_id, create) => {
    const register: CopiedRegister = await playIt(create)
    const { outcomes } = await register.download(within())
    expect(outcomes.get(numberId(register.known))).toMatchObject({ outcome: 'active' })
  })
})

async function playIt<Register extends { id: string }>(create: (setting: Setting) => Register) {
  const { id } = create({ isLocal: true })
  const standIn = standIns.find((one) => one.id === id)
  if (!standIn) throw new Error(`${id} has no stand-in`)
  return (await play(create, standIn)).register
}

/** Something must have been told, or the silence about people would prove nothing. */
function tellsNobody(told: unknown[]) {
  const text = JSON.stringify(told)
  expect(text.length).toBeGreaterThan(500)
  expect(text).not.toMatch(people)
}
