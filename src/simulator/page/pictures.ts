import type { Act } from './act.ts'
import { askFor } from './dialogs.ts'
import { newPictureField, wrongWith } from './picture-field.ts'
import { asFile, asPhoto, type Ready } from './ready.ts'
import { tellFile } from './server.ts'

const WAYS: [value: string, label: string][] = [
  ['photo', 'Photo (made smaller)'],
  ['large', 'Large photo'],
  ['file', 'File, just as it is'],
]
const ORIGINS: [value: string, label: string][] = [
  ['', 'My own'],
  ['true', 'Forwarded from somebody'],
]
const CAPTION = {
  kind: 'text',
  name: 'caption',
  label: 'Caption (optional)',
  isRequired: false,
  lines: 2,
  longest: 1024,
} as const
/** The longer side in pixels that Telegram's apps make of a photo. */
const SIDES = new Map([
  ['photo', 1280],
  ['large', 2560],
])

type Say = (text: string, isFault: boolean) => void

/** Where pictures go, and what is said there beside them. */
export interface Way {
  path: string
  about?: object
}

/** Asks for pictures, a caption and the way to send them; some may be there already. */
export function newPictures(wayTo: () => Way, act: Act, say: Say) {
  return async (given: File[] = []): Promise<void> => {
    const wrong = given.length > 0 && wrongWith(given)
    if (wrong) {
      say(wrong, true)
      return
    }
    const field = newPictureField(given)
    const answers = await askFor({
      title: 'Send pictures',
      explanation: 'Several are sent as an album. They stay on this machine.',
      fields: [
        { kind: 'own', element: field.element },
        CAPTION,
        { kind: 'choice', name: 'way', label: 'Send as', choices: WAYS },
        { kind: 'choice', name: 'forwarded', label: 'Whose', choices: ORIGINS },
      ],
      submit: 'Send',
    })
    if (!answers) return
    const ready = await readyOnes(field.chosen(), SIDES.get(answers.get('way') ?? ''), say)
    if (ready) await act(() => send(wayTo(), ready, answers))
  }
}

async function readyOnes(files: File[], side: number | undefined, say: Say) {
  const ready: Ready[] = []
  for (const file of files) {
    const one = side === undefined ? await asFile(file) : await asPhoto(file, side)
    if (!one) {
      say(`${file.name} cannot be opened here as a photo. It can be sent as a file.`, true)
      return undefined
    }
    ready.push(one)
  }
  return ready
}

/** One after another, with the caption at the first, as Telegram's apps do. */
async function send(
  { path, about: place }: Way,
  pictures: Ready[],
  answers: Map<string, string>,
): Promise<void> {
  const caption = answers.get('caption')
  const all = {
    ...place,
    ...(answers.get('forwarded') && { forwarded: true }),
    ...(pictures.length > 1 && { album: newAlbum() }),
  }
  for (const [index, { blob, ...about }] of pictures.entries()) {
    await tellFile(path, { ...about, ...all, ...(index === 0 && caption && { caption }) }, blob)
  }
}

function newAlbum(): string {
  return String(crypto.getRandomValues(new BigUint64Array(1))[0])
}
