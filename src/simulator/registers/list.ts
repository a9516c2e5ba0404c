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
import type { StandIn } from './stand-ins.ts'

/** Every register that the simulator can play. A new one is one file and one line here. */
export const standIns: StandIn[] = [
  czAgencies,
  czAres,
  euVies,
  frEntreprises,
  gbCompanies,
  noEnheter,
  noStaffing,
  plCeidg,
  plKraz,
  plKrs,
  plWl,
]
