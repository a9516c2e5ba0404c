/** Files that are dropped on this element, or pasted into it. An empty list: what was dropped is no file. */
export function takeFiles(element: HTMLElement, take: (files: File[]) => void): void {
  const setTarget = (isTarget: boolean) => element.classList.toggle('is-target', isTarget)
  element.addEventListener('dragover', (event) => {
    if (!isForPhone(event)) return
    event.preventDefault()
    event.stopPropagation()
    setTarget(true)
  })
  element.addEventListener('dragleave', ({ relatedTarget }) => {
    setTarget(relatedTarget instanceof Node && element.contains(relatedTarget))
  })
  element.addEventListener('drop', (event) => {
    setTarget(false)
    if (!isForPhone(event)) return
    event.preventDefault()
    take([...(event.dataTransfer?.files ?? [])])
  })
  element.addEventListener('paste', (event) => {
    const { files, types = [] } = event.clipboardData ?? {}
    // Offices copy a picture of the text beside it; the text is meant.
    if (!files?.length || types.includes('text/plain')) return
    event.preventDefault()
    take([...files])
  })
}

/** A file that misses a phone would be opened in place of the page. */
export function keepPage(): void {
  window.addEventListener('dragover', (event) => {
    if (!isForPhone(event)) return
    event.preventDefault()
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'none'
  })
  window.addEventListener('drop', (event) => {
    if (isForPhone(event)) event.preventDefault()
  })
}

/** Text goes into the box where somebody writes, as everywhere. */
function isForPhone({ dataTransfer }: DragEvent): boolean {
  const types = dataTransfer?.types ?? []
  return types.includes('Files') || types.includes('text/uri-list')
}
