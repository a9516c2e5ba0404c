/** What the operator may say about a stage: `-c name=value` of the deployment. */
export interface Wishes {
  /** Its own table, secrets and bot; people talk only with `prod`. */
  stage: string
  region: string
  /** Where alarms are sent. */
  alarms?: string
  /** At most so many updates at once, as a cap on what a flood may cost; unset where the account's quota is too small. */
  reserved?: number
  /** Dollars a month at which a mail comes. */
  budget: number
  /** Changes whenever the functions must start anew, e.g. after a secret was exchanged. */
  started?: string
  /** Another table than the stack's own: one that was restored from a backup. */
  table?: string
  /** Where the bundles lie, each in a folder of its own. */
  code?: string
}

export function readWishes(read: (name: string) => unknown): Wishes {
  const said = (name: string) => {
    const value = read(name)
    return value === undefined || value === '' ? undefined : String(value)
  }
  const stage = said('stage') ?? 'dev'
  if (!/^[a-z][a-z0-9]{1,11}$/.test(stage)) throw new Error(`stage: ${stage} is no name like prod`)
  const [alarms, started, code] = [said('alarms'), said('started'), said('code')]
  const table = said('table')
  const reserved = whole('reserved', said('reserved'))
  return {
    stage,
    region: said('region') ?? 'eu-central-1',
    budget: whole('budget', said('budget')) ?? 20,
    ...(alarms && { alarms }),
    ...(reserved !== undefined && { reserved }),
    ...(started && { started }),
    ...(table && { table }),
    ...(code && { code }),
  }
}

function whole(name: string, text: string | undefined) {
  if (text === undefined) return undefined
  if (!/^\d+$/.test(text)) throw new Error(`${name}: ${text} is no whole number`)
  return Number(text)
}
