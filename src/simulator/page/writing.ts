import { button, hooked, make } from './dom.ts'

type Send = (text: string) => Promise<boolean>

/** A box to write in: Enter sends, Shift+Enter begins a new line. */
export interface Writing {
  element: HTMLElement
  input: HTMLTextAreaElement
  /** Puts words in that stand elsewhere, to be saved there; what was begun comes back afterwards. */
  change(words: string, save: Send): void
}

export function newWriting(label: string, send: Send): Writing {
  const input = make('textarea', { rows: 1, placeholder: 'Message', ariaLabel: label })
  input.enterKeyHint = 'send'
  let changing: { save: Send; draft: string } | undefined
  const key = hooked(
    button('Send', () => void submit(), 'primary'),
    { testid: 'composer-send' },
  )
  const away = button('Cancel', () => end(), 'quiet')
  const banner = make('div', { className: 'changing' }, [make('span', {}, ['Edit message']), away])

  const show = () => {
    banner.hidden = !changing
    key.textContent = changing ? 'Save' : 'Send'
  }
  const end = () => {
    setText(input, changing?.draft ?? '')
    changing = undefined
    show()
    input.focus()
  }
  const submit = async () => {
    const mine = changing
    if (!mine) return sendText(input, send)
    // While it was saved somebody may have left it, and begun something else.
    if ((await mine.save(input.value)) && changing === mine) end()
  }
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && changing) end()
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    void submit()
  })
  show()
  const line = make('div', { className: 'writing' }, [
    hooked(input, { testid: 'composer-input' }),
    key,
  ])
  return {
    element: make('div', {}, [banner, line]),
    input,
    change(words, save) {
      changing = { save, draft: changing?.draft ?? input.value }
      setText(input, words)
      show()
      input.focus()
    },
  }
}

/** As if it were typed, so that whoever listens hears of it. */
export function setText(input: HTMLTextAreaElement, text: string): void {
  input.value = text
  input.dispatchEvent(new Event('input'))
}

/** What could not be sent comes back, unless something else was begun meanwhile. */
async function sendText(input: HTMLTextAreaElement, send: Send): Promise<void> {
  const text = input.value
  if (text.trim() === '') return
  input.value = ''
  input.focus()
  const isSent = await send(text)
  if (!isSent && input.value === '') input.value = text
}
