import { button, make, unseen } from './dom.ts'
import { quietly, read, tell } from './server.ts'

const HOUR = 3600
const STEPS: [label: string, seconds: number][] = [
  ['+1 h', HOUR],
  ['+1 day', 24 * HOUR],
  ['+48 h', 48 * HOUR],
]

interface Now {
  now: string
}

/** The simulator's time, and buttons that move it on. */
export interface Clock {
  element: HTMLElement
  refresh(): Promise<void>
  set(now: string): void
}

export function newClock(): Clock {
  const time = make('time')
  let ahead = 0
  const show = () => {
    const at = new Date(Date.now() + ahead)
    time.dateTime = at.toISOString()
    time.textContent = words(at)
  }
  const set = (now: string) => {
    ahead = Date.parse(now) - Date.now()
    show()
  }
  const forward = async (seconds: number) => {
    const { now } = await tell<Now>('/clock', { forward: seconds })
    set(now)
  }
  const steps = STEPS.map(([label, seconds]) => {
    const step = button(label, () => quietly(forward(seconds)))
    step.title = `Move the simulator's clock on by ${label.slice(1)}`
    return step
  })
  window.setInterval(show, 1000)
  const element = make('div', { className: 'clock', role: 'group', ariaLabel: 'Clock' }, [
    unseen('It is '),
    time,
    ...steps,
  ])
  return { element, set, refresh: async () => set((await read<Now>('/clock')).now) }
}

function words(at: Date): string {
  const day = at.toLocaleDateString('en-GB', { weekday: 'short', day: 'numeric', month: 'short' })
  const hour = at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  return `${day}, ${hour}`
}
