import { hooked, make } from './dom.ts'
import { drawn, opened } from './ready.ts'

const MOST = 10
const LARGEST = 21 * 1024 * 1024
const PREVIEW_SIDE = 144

/** Chooses pictures and shows them small. */
export function newPictureField(given: File[]): { element: HTMLElement; chosen(): File[] } {
  const input = make('input', { type: 'file', accept: 'image/*', multiple: true, required: true })
  const previews = make('div', { className: 'previews' })
  const chosen = () => [...(input.files ?? [])]
  const show = async () => {
    const files = chosen()
    input.setCustomValidity(files.length > 0 ? (wrongWith(files) ?? '') : '')
    input.reportValidity()
    const shown = await Promise.all(files.slice(0, MOST).map(preview))
    // Others may have been chosen meanwhile.
    if (files.every((file, index) => file === input.files?.[index])) {
      previews.replaceChildren(...shown)
    }
  }
  input.addEventListener('change', () => void show())
  if (given.length > 0) {
    input.files = listOf(given)
    input.className = 'is-filled'
    void show()
  }
  const field = make('label', { className: 'field' }, [
    make('span', {}, ['Pictures, at most 10']),
    hooked(input, { testid: 'pictures' }),
  ])
  return { element: make('div', { className: 'pictures' }, [field, previews]), chosen }
}

/** Why these files cannot be sent, in words. */
export function wrongWith(files: File[]): string | undefined {
  const other = files.find((file) => !isPicture(file))
  if (other) return `Only pictures can be sent here, and ${other.name} is none.`
  const large = files.find(({ size }) => size > LARGEST)
  if (large) return `${large.name} is larger than 21 MB.`
  return files.length > MOST ? `An album has at most ${MOST} pictures.` : undefined
}

/** Some systems do not know the types of phones' pictures. */
function isPicture({ type, name }: File): boolean {
  return type ? type.startsWith('image/') : /\.(heic|heif|avif|jxl|webp)$/i.test(name)
}

async function preview(file: File): Promise<HTMLElement> {
  const bitmap = await opened(file)
  if (!bitmap) return make('p', { className: 'file' }, [file.name])
  const canvas = drawn(bitmap, PREVIEW_SIDE)
  canvas.role = 'img'
  canvas.ariaLabel = file.name
  return canvas
}

function listOf(files: File[]): FileList {
  const list = new DataTransfer()
  for (const file of files) list.items.add(file)
  return list.files
}
