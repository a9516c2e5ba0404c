import { expect, onTestFinished, test } from 'vitest'
import { type FirmNumber, numberFrom } from '../../src/core/firm/firm.ts'
import { createRegisters } from '../../src/registers/list.ts'
import { standIns } from '../../src/simulator/registers/list.ts'
import { type Question, startStandIns } from '../../src/simulator/registers/stand-ins.ts'
import { reasonOf, within } from './trial.ts'

/** A register, the number that it is asked for, and the one that it answers about. */
type Mixup = [register: string, asked: string, answered: string]
const mixups: Mixup[] = [
  ['PL_WL', 'nip-5260251049', '7740001454'],
  ['PL_WL', 'regon-010001345', '610188201'],
  ['PL_KRS', 'krs-0001268296', '0000028860'],
  ['PL_KRS', 'krs-0001268296', '0000106150'],
  ['PL_KRAZ', 'kraz-4', '99001'],
  ['PL_KRAZ', 'nip-7740001454', '9990000014'],
  ['PL_CEIDG', 'nip-7740001454', '9990000043'],
  ['EU_VIES', 'nip-5260251049', '7740001454'],
  ['EU_VIES', 'vat-DE811907980', '136695976'],
  ['EU_VIES', 'nip-7740001454', '9999999982'],
  ['CZ_ARES', 'ico-27082440', '64608212'],
  ['NO_ENHETER', 'orgnr-988077917', '923609016'],
  ['NO_ENHETER', 'orgnr-988077917', '100000075'],
  ['NO_ENHETER', 'orgnr-988077917', '100000083'],
  ['FR_ENTREPRISES', 'siren-480470152', '356000000'],
  ['FR_ENTREPRISES', 'siret-48047015200015', '35600000000048'],
  ['GB_COMPANIES', 'crn-00102498', '00445790'],
]

test.each(mixups)('%s asked about %s says nothing when it answers about %s', async (...mixup) => {
  const [, asked] = mixup
  const number = numberFrom(asked)
  if (!number) throw new Error(`${asked} is no number`)
  const register = await misled(mixup, number)
  expect(await reasonOf(register.lookup(number, within()))).toBe('changed')
})

test('every register that is asked firm by firm has its story', () => {
  const asked = createRegisters(() => ({ isLocal: true })).filter(({ kind }) => kind === 'asked')
  expect(new Set(mixups.map(([id]) => id))).toEqual(new Set(asked.map(({ id }) => id)))
})

/** The register, whose stand-in takes one number for the other. */
async function misled([id, , answered]: Mixup, { kind, value }: FirmNumber) {
  const asked = kind === 'vat' ? value.slice(2) : value
  const standIn = standIns.find((one) => one.id === id)
  if (!standIn) throw new Error(`nobody plays ${id}`)
  const answer = (question: Question) =>
    standIn.answer({ ...question, url: new URL(question.url.href.replace(asked, answered)) })
  const played = await startStandIns([{ ...standIn, answer }])
  onTestFinished(played.stop)
  const setting = { url: played.url, key: 'a-key', isLocal: true }
  const register = createRegisters(() => setting).find((one) => one.id === id)
  if (register?.kind !== 'asked') throw new Error(`nobody asks ${id}`)
  return register
}
