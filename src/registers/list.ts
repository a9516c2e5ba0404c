import type { Register } from '../app/ports/firms.ts'
import { czAgencies } from './cz-agencies.ts'
import { czAres } from './cz-ares.ts'
import { euVies } from './eu-vies.ts'
import { frEntreprises } from './fr-entreprises.ts'
import { gbCompanies } from './gb-companies.ts'
import { noEnheter } from './no-enheter.ts'
import { noStaffing } from './no-staffing.ts'
import { plCeidg } from './pl-ceidg.ts'
import { plKraz } from './pl-kraz.ts'
import { plKrs } from './pl-krs.ts'
import { plWl } from './pl-wl.ts'
import type { Setting } from './site.ts'

/** Every register that the bot asks by itself, by its id. A new one is one file and one line here. */
const registers: Record<string, (setting: Setting) => Register> = {
  PL_WL: plWl,
  PL_KRS: plKrs,
  PL_KRAZ: plKraz,
  PL_CEIDG: plCeidg,
  EU_VIES: euVies,
  CZ_AGENCIES: czAgencies,
  CZ_ARES: czAres,
  NO_STAFFING: noStaffing,
  NO_ENHETER: noEnheter,
  FR_ENTREPRISES: frEntreprises,
  GB_COMPANIES: gbCompanies,
}

export const registerIds = Object.keys(registers)

export function createRegisters(settings: (id: string) => Setting): Register[] {
  return Object.entries(registers).map(([id, create]) => create(settings(id)))
}
