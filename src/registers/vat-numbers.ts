import { validate as at } from 'stdnum/lib/cjs/at/uid.js'
import { validate as be } from 'stdnum/lib/cjs/be/vat.js'
import { validate as bg } from 'stdnum/lib/cjs/bg/vat.js'
import { validate as cy } from 'stdnum/lib/cjs/cy/vat.js'
import { validate as cz } from 'stdnum/lib/cjs/cz/dic.js'
import { validate as de } from 'stdnum/lib/cjs/de/vat.js'
import { validate as dk } from 'stdnum/lib/cjs/dk/cvr.js'
import { validate as ee } from 'stdnum/lib/cjs/ee/kmkr.js'
import { validate as es } from 'stdnum/lib/cjs/es/nif.js'
import { validate as fi } from 'stdnum/lib/cjs/fi/alv.js'
import { validate as fr } from 'stdnum/lib/cjs/fr/tva.js'
import { validate as xi } from 'stdnum/lib/cjs/gb/vat.js'
import { validate as el } from 'stdnum/lib/cjs/gr/vat.js'
import { validate as hr } from 'stdnum/lib/cjs/hr/oib.js'
import { validate as hu } from 'stdnum/lib/cjs/hu/anum.js'
import { validate as ie } from 'stdnum/lib/cjs/ie/vat.js'
import { validate as it } from 'stdnum/lib/cjs/it/iva.js'
import { validate as lt } from 'stdnum/lib/cjs/lt/pvm.js'
import { validate as lu } from 'stdnum/lib/cjs/lu/tva.js'
import { validate as lv } from 'stdnum/lib/cjs/lv/pvn.js'
import { validate as mt } from 'stdnum/lib/cjs/mt/vat.js'
import { validate as nl } from 'stdnum/lib/cjs/nl/btw.js'
import { validate as pl } from 'stdnum/lib/cjs/pl/nip.js'
import { validate as pt } from 'stdnum/lib/cjs/pt/nif.js'
import { validate as ro } from 'stdnum/lib/cjs/ro/cui.js'
import { validate as se } from 'stdnum/lib/cjs/se/vat.js'
import { validate as si } from 'stdnum/lib/cjs/si/ddv.js'
import { validate as sk } from 'stdnum/lib/cjs/sk/dph.js'

/** The prefixes that VIES knows: the EU with Greece as EL, and Northern Ireland as XI. */
const checks = new Map(
  Object.entries({
    ...{ AT: at, BE: be, BG: bg, CY: cy, CZ: cz, DE: de, DK: dk, EE: ee, EL: el, ES: es },
    ...{ FI: fi, FR: fr, HR: hr, HU: hu, IE: ie, IT: it, LT: lt, LU: lu, LV: lv, MT: mt },
    ...{ NL: nl, PL: pl, PT: pt, RO: ro, SE: se, SI: si, SK: sk, XI: xi },
  }),
)

export function isVatPrefix(text: string): boolean {
  return checks.has(text) || text === 'GR'
}

/** The VAT prefix of a country of ours, if VIES knows it. */
export function vatPrefixOf(country: string): string | undefined {
  const prefix = { GR: 'EL', GB: 'XI' }[country] ?? country
  return checks.has(prefix) ? prefix : undefined
}

/**
 * Whether the capitals and digits after a prefix can be a VAT number; undefined where they have not its form.
 * A number that is a person's identity number (a Czech birth number, a Spanish DNI) is none for us: it would
 * end in keys and counters.
 */
export function checkVat(prefix: string, body: string): 'valid' | 'check-digit' | undefined {
  const check = checks.get(prefix)
  if (!check || !/^[A-Z0-9]{2,12}$/.test(body)) return undefined
  const result = check(body)
  if (!result.isValid) return result.error.name === 'InvalidChecksum' ? 'check-digit' : undefined
  // Croatia gives firms and people the same kind of number.
  return result.isCompany || prefix === 'HR' ? 'valid' : undefined
}
