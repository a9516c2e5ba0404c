/** What a bot may do about it: wait, or go on in another chat. */
export interface Cure {
  retry_after?: number
  migrate_to_chat_id?: number
}

/** The answer no, as the Bot API says it. */
export class Refusal extends Error {
  readonly code: number
  readonly parameters: Cure | undefined

  constructor(code: number, description: string, parameters?: Cure) {
    super(description)
    this.name = 'Refusal'
    this.code = code
    this.parameters = parameters
  }
}

export function badRequest(what: string): Refusal {
  return new Refusal(400, `Bad Request: ${what}`)
}

export function forbidden(what: string): Refusal {
  return new Refusal(403, `Forbidden: ${what}`)
}
