import sample from './samples/cz-mpsv-agentury-prace-sample-200.json' with { type: 'json' }
import type { StandIn } from './stand-ins.ts'

const permit = {
  druhyPraci: { cs: 'Bez omezení' },
  platnostOd: '2022-01-01',
  platnostDo: '2024-12-31',
  poradenskaCinnost: false,
  predmetProCizinceMimoEu: false,
  predmetProObcanyCr: false,
  predmetProObcanyEu: false,
  vyhledavaniZamestnani: true,
  zamestnavaniOsob: true,
  uzemniPlatnost: { id: 'UzemniPlatnostAgentury/neomez' },
}

const persons = {
  odpovednyZastupce: { jmeno: 'Josef', prijmeni: 'Ukázka' },
  kontaktniOsoby: [{ jmeno: 'Jana', prijmeni: 'Ukázková', telefon: '+420 000 000 000' }],
}

/** The recorded agencies; the others are invented after their shape, with numbers that nobody bears. */
const polozky = [
  ...sample.polozky.map((agency) => ({ ...agency, ...persons })),
  {
    ico: '99900033',
    nazev: 'Ukázka Minulá s.r.o.',
    povoleni: [permit],
    ...persons,
  },
  {
    ico: '99900041',
    nazev: 'Ukázka Budoucí s.r.o.',
    povoleni: [permit, { ...permit, platnostOd: '2099-01-01', platnostDo: null }],
    ...persons,
  },
  {
    ico: '99900050',
    nazev: 'Josef Ukázka',
    povoleni: [{ ...permit, platnostDo: null, zamestnavaniOsob: false }],
    ...persons,
  },
  { ico: null, nazev: 'Ukázka z ciziny GmbH', povoleni: [permit], ...persons },
]

export const czAgencies: StandIn = {
  id: 'CZ_AGENCIES',
  path: /^\/od\/soubory\/agentury-prace\/agentury-prace\.json$/,
  answer: () => ({ status: 200, body: { polozky } }),
}
