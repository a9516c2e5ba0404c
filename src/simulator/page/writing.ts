import { button, hooked, make } from './dom.ts'

/** A box to write in: Enter sends, Shift+Enter begins a new line. */
export function newWriting(
  label: string,
  send: (text: string) => Promise<boolean>,
): { element: HTMLElement; input: HTMLTextAreaElement } {
  const input = make('textarea', { rows: 1, placeholder: 'Message', ariaLabel: label })
  input.enterKeyHint = 'send'
  const submit = () => void sendText(input, send)
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    submit()
  })
  const element = make('div', { className: 'writing' }, [
    hooked(input, { testid: 'composer-input' }),
    hooked(button('Send', submit, 'primary'), { testid: 'composer-send' }),
  ])
  return { element, input }
}

/** What could not be sent comes back, unless something else was begun meanwhile. */
async function sendText(input: HTMLTextAreaElement, send: (text: string) => Promise<boolean>) {
  const text = input.value
  if (text.trim() === '') return
  input.value = ''
  input.focus()
  const isSent = await send(text)
  if (!isSent && input.value === '') input.value = text
}
