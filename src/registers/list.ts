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

/** Every register that the bot asks by itself. A new one is one file and one line here. */
export function createRegisters(settings: (id: string) => Setting): Register[] {
  return [
    plWl(settings('PL_WL')),
    plKrs(settings('PL_KRS')),
    plKraz(settings('PL_KRAZ')),
    plCeidg(settings('PL_CEIDG')),
    euVies(settings('EU_VIES')),
    czAgencies(settings('CZ_AGENCIES')),
    czAres(settings('CZ_ARES')),
    noStaffing(settings('NO_STAFFING')),
    noEnheter(settings('NO_ENHETER')),
    frEntreprises(settings('FR_ENTREPRISES')),
    gbCompanies(settings('GB_COMPANIES')),
  ]
}
