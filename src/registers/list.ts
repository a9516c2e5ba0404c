import type { Register } from '../app/ports.ts'
import { euVies } from './eu-vies.ts'
import { plCeidg } from './pl-ceidg.ts'
import { plKraz } from './pl-kraz.ts'
import { plKrs } from './pl-krs.ts'
import { plWl } from './pl-wl.ts'
import type { Setting } from './site.ts'

/** Every register that we ask; a new one is its file and a line here. */
export function createRegisters(settings: (id: string) => Setting): Register[] {
  return [
    plWl(settings('PL_WL')),
    plKrs(settings('PL_KRS')),
    plKraz(settings('PL_KRAZ')),
    plCeidg(settings('PL_CEIDG')),
    euVies(settings('EU_VIES')),
  ]
}
