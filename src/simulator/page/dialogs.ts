import { button, make } from './dom.ts'

export type Field =
  | { kind: 'line'; name: string; label: string; isRequired: boolean; value?: string }
  | Text
  | { kind: 'own'; element: HTMLElement }
  | { kind: 'choice'; name: string; label: string; choices: [value: string, label: string][] }

interface Text {
  kind: 'text'
  name: string
  label: string
  isRequired: boolean
  lines?: number
  longest?: number
}

interface Question {
  title: string
  explanation?: string
  fields: Field[]
  submit: string
}

/** A form in a dialog: what was filled in, or undefined if it was called off. */
export function askFor(question: Question): Promise<Map<string, string> | undefined> {
  const { title, explanation, fields, submit } = question
  const form = make('form', { method: 'dialog' }, [
    make('h2', {}, [title]),
    ...(explanation ? [make('p', {}, [explanation])] : []),
    ...fields.map(labelled),
    make('div', { className: 'actions' }, [
      button('Cancel', () => dialog.close('')),
      make('button', { type: 'submit', value: 'done', className: 'primary' }, [submit]),
    ]),
  ])
  const dialog = open(form, title)
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove()
      resolve(dialog.returnValue === 'done' ? filledIn(form) : undefined)
    })
  })
}

/** Something to read that waits for OK. */
export function showAlert(title: string, text: string): void {
  const form = make('form', { method: 'dialog' }, [
    make('h2', {}, [title]),
    make('p', { className: 'text' }, [text]),
    make('div', { className: 'actions' }, [make('button', { className: 'primary' }, ['OK'])]),
  ])
  const dialog = open(form, title)
  dialog.addEventListener('close', () => dialog.remove())
}

function open(form: HTMLFormElement, title: string): HTMLDialogElement {
  const dialog = make('dialog', { ariaLabel: title }, [form])
  document.body.append(dialog)
  dialog.showModal()
  form.querySelector<HTMLElement>('input:not(.is-filled), textarea, .primary')?.focus()
  return dialog
}

function labelled(field: Field): HTMLElement {
  if (field.kind === 'own') return field.element
  return make('label', { className: 'field' }, [make('span', {}, [field.label]), inputFor(field)])
}

function inputFor(field: Exclude<Field, { kind: 'own' }>): HTMLElement {
  const { name } = field
  if (field.kind === 'choice') {
    const options = field.choices.map(([value, label]) => make('option', { value }, [label]))
    return make('select', { name }, options)
  }
  const { isRequired: required } = field
  if (field.kind === 'text') {
    const { lines: rows = 6, longest } = field
    return make('textarea', { name, required, rows, ...(longest && { maxLength: longest }) })
  }
  const { value = '' } = field
  return make('input', {
    ...{ name, required, value, type: 'text', maxLength: 64, autocomplete: 'off' },
  })
}

function filledIn(form: HTMLFormElement): Map<string, string> {
  const answers = new Map<string, string>()
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string') answers.set(name, value)
  }
  return answers
}
