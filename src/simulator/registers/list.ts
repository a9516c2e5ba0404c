import { euVies } from './eu-vies.ts'
import { plCeidg } from './pl-ceidg.ts'
import { plKraz } from './pl-kraz.ts'
import { plKrs } from './pl-krs.ts'
import { plWl } from './pl-wl.ts'
import type { StandIn } from './stand-ins.ts'

/** Every register that we can play; a new one is its file and a line here. */
export const standIns: StandIn[] = [plWl, plKrs, plKraz, plCeidg, euVies]
