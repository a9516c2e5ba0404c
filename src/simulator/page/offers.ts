import type { Offer, Result } from '../rooms/offers.ts'
import type { Act } from './act.ts'
import { button, hooked, make } from './dom.ts'
import { Refused, tell, Unreachable } from './server.ts'
import { setText } from './writing.ts'

/** Telegram's apps ask when nothing was typed for about so long. */
const QUIET_MS = 300

/** Where somebody types after the bot's name. */
export interface Asking {
  /** The person's address at the simulator. */
  path: string
  username: string
  act: Act
  /** In the chat with a friend; otherwise it is the bot's own. */
  where?: 'friend'
  /** Goes into the bot's chat, as its button does. */
  start: (parameter: string) => void
}

/** What the bot offers for `@bot words`, above the box where they are typed. */
export interface Offers {
  element: HTMLElement
  /** Begins such words. */
  begin: HTMLElement
  /** Keeps an eye on the box. */
  watch(input: HTMLTextAreaElement): void
  /** Sends the first result instead of such words; undefined: these are other words. */
  take(text: string): Promise<boolean> | undefined
}

export function newOffers(asking: Asking): Offers {
  const { path, username, act, where, start } = asking
  const status = make('p', { className: 'status', role: 'status' })
  const list = make('div', { className: 'results' })
  const element = make(
    'div',
    { className: 'offers', role: 'group', ariaLabel: `From @${username}`, hidden: true },
    [status, list],
  )
  let input: HTMLTextAreaElement | undefined
  let results: Result[] = []
  let timer = 0
  let last = 0

  const hide = () => {
    clearTimeout(timer)
    last++
    results = []
    list.replaceChildren()
    element.hidden = true
  }
  const clear = () => {
    if (input) setText(input, '')
    input?.focus()
  }
  const choose = async ({ id }: Result) => {
    const isSent = await act(() => tell(`${path}/choose`, { id }))
    if (isSent) clear()
    return isSent
  }
  const show = (offer: Offer | undefined) => {
    results = offer?.results ?? []
    const top = offer?.button
    const enter = (parameter: string) => {
      clear()
      start(parameter)
    }
    const first = top ? [button(top.text, () => enter(top.start_parameter), 'top')] : []
    list.replaceChildren(...first, ...results.map((one) => lineOf(one, () => void choose(one))))
    status.textContent = wordsOf(offer)
  }
  const ask = async (words: string) => {
    const now = ++last
    const body = { words, ...(where && { where }) }
    const offer = await tell<Offer | undefined>(`${path}/types`, body).catch(reasonOf)
    if (now !== last) return
    if (typeof offer === 'string') status.textContent = offer
    else show(offer)
  }
  const look = () => {
    const words = wordsAfter(username, input?.value ?? '')
    if (words === undefined) return hide()
    clearTimeout(timer)
    if (element.hidden) status.textContent = 'Asking the bot…'
    element.hidden = false
    timer = window.setTimeout(() => void ask(words), QUIET_MS)
  }
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') input?.focus()
    move(event, list, input)
  })
  return {
    element,
    begin: hooked(
      button(`@${username}`, () => {
        if (!input) return
        if (wordsAfter(username, input.value) === undefined) {
          setText(input, `@${username} ${input.value}`)
        }
        input.focus()
      }),
      { testid: 'inline' },
    ),
    watch(box) {
      input = box
      box.addEventListener('input', look)
      box.addEventListener('keydown', (event) => {
        if (element.hidden || event.isComposing) return
        if (event.key === 'Escape') hide()
        move(event, list, box)
      })
    },
    take(text) {
      if (wordsAfter(username, text) === undefined) return undefined
      const [first] = results
      return first ? choose(first) : Promise.resolve(false)
    },
  }
}

/** What stands after the bot's name and a space. */
function wordsAfter(username: string, text: string): string | undefined {
  const [name = '', words] = text.split(/\s(.*)/s)
  return name.toLowerCase() === `@${username}`.toLowerCase() ? words : undefined
}

function lineOf({ title, description }: Result, choose: () => void): HTMLElement {
  const line = button('', choose, 'result')
  line.append(make('b', {}, [title]), ...(description ? [make('span', {}, [description])] : []))
  return hooked(line, { testid: 'result' })
}

function wordsOf(offer: Offer | undefined): string {
  if (!offer) return 'The bot does not answer.'
  const { length } = offer.results
  if (length === 0) return offer.button ? '' : 'The bot offers nothing for this.'
  return length === 1 ? 'One result' : `${length} results`
}

function reasonOf(error: unknown): string {
  if (error instanceof Refused || error instanceof Unreachable) return error.message
  throw error
}

/** Up and down between the lines, and from the first or the last back into the box. */
function move(event: KeyboardEvent, list: HTMLElement, box: HTMLElement | undefined): void {
  const step = STEPS.get(event.key)
  if (step === undefined) return
  event.preventDefault()
  const lines = [...list.querySelectorAll('button')]
  const places = [box, ...lines]
  const at = places.findIndex((place) => place?.matches(':focus'))
  places.at((Math.max(at, 0) + step) % places.length)?.focus()
}

const STEPS = new Map([
  ['ArrowDown', 1],
  ['ArrowUp', -1],
])
