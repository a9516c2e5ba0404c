import type { Diagnosis, Patient } from './patient.ts'

/** A stage that was made before there were desks has no key for them. */
export async function examineSecrets({ config }: Pick<Patient, 'config'>): Promise<Diagnosis[]> {
  const cure = 'npm run secrets -- --stage <stage>, then deploy, so that the functions read it.'
  const { BOT_TOKEN, WEBHOOK_SECRET, DESK_KEY } = config
  const isThere = { BOT_TOKEN, WEBHOOK_SECRET: WEBHOOK_SECRET[0], DESK_KEY }
  return Object.entries(isThere).map(([what, value]) =>
    value ? { what } : { what, fault: 'is missing', cure },
  )
}
