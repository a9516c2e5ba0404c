import * as z from 'zod'
import { sample } from './sample.ts'
import type { StandIn } from './stand-ins.ts'

const Answer = z.looseObject({ vatNumber: z.string() })

const answers = [
  { countryCode: 'PL', answer: Answer.parse(sample('eu-vies-ms-PL-7740001454-200')) },
  ...z
    .array(z.object({ countryCode: z.string(), answer: Answer }))
    .parse(sample('eu-vies-answers-written')),
]

/** VIES. Malta is always too busy: so a failure looks that comes with status 200. */
export const euVies: StandIn = {
  id: 'EU_VIES',
  path: /^\/taxation_customs\/vies\/rest-api\//,
  answer: ({ url }) => {
    const [, country, number] = url.pathname.match(/\/ms\/([A-Z]{2})\/vat\/([A-Z0-9]+)$/) ?? []
    if (!country || !number) return { status: 200, body: failure('INVALID_INPUT') }
    if (country === 'MT') return { status: 200, body: sample('eu-vies-error-wrapper-200') }
    const found = answers.find(
      ({ countryCode, answer }) => countryCode === country && answer.vatNumber === number,
    )
    return { status: 200, body: found?.answer ?? invalid(number) }
  },
}

function failure(error: string) {
  return { actionSucceed: false, errorWrappers: [{ error }] }
}

function invalid(number: string) {
  const silence = { name: '---', address: '---', requestIdentifier: '' }
  return { isValid: false, userError: 'INVALID', vatNumber: number, ...silence }
}
