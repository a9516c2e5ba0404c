import { make, unseen } from './dom.ts'

const KEY = 'look'
const LOOKS = [
  ['', 'Auto'],
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const

/** Light or dark; unless chosen, as the browser has it. */
export function newLook(): HTMLElement {
  const options = LOOKS.map(([value, label]) => make('option', { value }, [label]))
  const select = make('select', { title: 'Light or dark' }, options)
  select.value = localStorage.getItem(KEY) ?? ''
  const apply = () => {
    if (select.value) document.documentElement.dataset.look = select.value
    else delete document.documentElement.dataset.look
  }
  select.addEventListener('change', () => {
    localStorage.setItem(KEY, select.value)
    apply()
  })
  apply()
  return make('label', { className: 'look' }, [unseen('Look '), select])
}
