import refusal from './samples/fr-recherche-entreprises-400.json' with { type: 'json' }
import sample from './samples/fr-recherche-entreprises-356000000-openapi-examples.json' with {
  type: 'json',
}
import type { StandIn } from './stand-ins.ts'

const [poste] = sample.results
const seat = {
  ...poste?.siege,
  adresse: 'CHEZ MARIE EXEMPLE 1 RUE DE L EXEMPLE 59000 LILLE',
  complement_adresse: 'CHEZ MARIE EXEMPLE',
  numero_voie: '1',
  libelle_voie: 'DE L EXEMPLE',
  code_postal: '59000',
  libelle_commune: 'LILLE',
}
const like = { ...poste, siege: seat, nature_juridique: '5710', date_creation: '2022-04-01' }

/** One company from the official examples; the others are invented after it, with numbers that nobody bears. */
const units = [
  { ...like, ...poste },
  {
    ...like,
    siren: '999000003',
    nom_complet: 'exemple interim',
    nom_raison_sociale: 'EXEMPLE INTERIM',
    siege: { ...seat, siret: '99900000300007' },
  },
  {
    ...like,
    siren: '999000011',
    nom_complet: 'exemple ferme',
    nom_raison_sociale: 'EXEMPLE FERME',
    siege: { ...seat, siret: null },
    etat_administratif: 'C',
    date_fermeture: '2025-09-30',
  },
  {
    ...like,
    siren: '999000029',
    nom_complet: 'marie exemple (exemple menage)',
    nom_raison_sociale: null,
    nature_juridique: '1000',
  },
  {
    ...like,
    siren: '999000037',
    nom_complet: 'exemple discret',
    nom_raison_sociale: 'EXEMPLE DISCRET',
    statut_diffusion: 'P',
  },
].map((unit) => ({ ...unit, dirigeants: [{ nom: 'EXEMPLE', prenoms: 'MARIE' }] }))

export const frEntreprises: StandIn = {
  id: 'FR_ENTREPRISES',
  path: /^\/search$/,
  answer: ({ url }) => {
    const wanted = url.searchParams.get('q')?.toLowerCase() ?? ''
    if (wanted.length < 3) return { status: 400, body: refusal }
    const results = units.filter(({ siren = '', nom_complet = '', siege }) =>
      [siren, siege.siret, nom_complet].some((text) => text?.includes(wanted)),
    )
    const page = { page: 1, per_page: 10, total_pages: results.length > 0 ? 1 : 0 }
    return { status: 200, body: { results, total_results: results.length, ...page } }
  },
}
