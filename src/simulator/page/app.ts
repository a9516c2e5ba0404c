import { newClock } from './clock.ts'
import { askFor } from './dialogs.ts'
import { button, hooked, make } from './dom.ts'
import { keepPage } from './drop.ts'
import { LANGUAGES } from './languages.ts'
import { follow } from './live.ts'
import { newLook } from './look.ts'
import { addDesk } from './new-desk.ts'
import { newProblems } from './problems.ts'
import { quietly, tell } from './server.ts'
import { goToNew, hear, newStage, refresh, type Stage } from './stage.ts'

/** The page of the simulator. Everything it shows comes from the simulator, by reading it and by its events. */
function openPage(): void {
  const stage = newStage()
  const clock = newClock()
  const lost = make('p', { className: 'banner', role: 'status', hidden: true })
  const more = hooked(
    adding('New ', 'phone', () => quietly(addPhone(stage))),
    { testid: 'new-phone' },
  )
  const desk = hooked(
    adding('Add a ', 'desk', () => quietly(addDesk(stage))),
    { testid: 'new-desk' },
  )
  const toolbar = make('header', { className: 'toolbar' }, [
    make('h1', {}, ['Before You Go ', make('span', {}, ['simulator'])]),
    make('nav', { className: 'places', ariaLabel: 'Phones and desk' }, [
      ...[stage.switcher.element, more, desk],
    ]),
    make('div', { className: 'settings' }, [clock.element, newLook()]),
  ])
  keepPage()
  document.body.append(toolbar, lost, newProblems(), stage.element)
  follow({
    connected() {
      lost.hidden = true
      quietly(Promise.all([refresh(stage), clock.refresh()]))
    },
    lost() {
      lost.hidden = false
      lost.textContent = 'Connection lost, trying again…'
    },
    event(event) {
      if (event.type === 'clock') clock.set(event.now)
      else hear(stage, event)
    },
  })
}

/** On a narrow screen a plus stands for the verb. */
function adding(verb: string, what: string, run: () => void): HTMLElement {
  const item = button('', run, 'adding')
  item.append(make('span', { className: 'verb' }, [verb]), what)
  return item
}

async function addPhone(stage: Stage): Promise<void> {
  const answers = await askFor({
    title: 'New phone',
    fields: [
      { kind: 'line', name: 'name', label: 'Name', isRequired: true },
      { kind: 'choice', name: 'language', label: 'Language of the phone', choices: LANGUAGES },
    ],
    submit: 'Add phone',
  })
  if (!answers) return
  const { id } = await tell<{ id: number }>('/people', Object.fromEntries(answers))
  await goToNew(stage, id)
}

openPage()
