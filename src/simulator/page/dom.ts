type Tags = HTMLElementTagNameMap

/** An element with these properties and children. Strings become text, never HTML. */
export function make<K extends keyof Tags>(
  tag: K,
  properties: Partial<Tags[K]> = {},
  children: (Node | string)[] = [],
): Tags[K] {
  const element = document.createElement(tag)
  Object.assign(element, properties)
  element.append(...children)
  return element
}

/** The same element with data attributes, such as the hooks of the browser tests. */
export function hooked<T extends HTMLElement>(element: T, hooks: Record<string, string>): T {
  Object.assign(element.dataset, hooks)
  return element
}

export function button(text: string, run: () => void, className = ''): HTMLButtonElement {
  return make('button', { type: 'button', className, onclick: run }, [text])
}

/** Words for those who hear the page. */
export function unseen(text: string): HTMLElement {
  return make('span', { className: 'unseen' }, [text])
}

/** Puts exactly these children into an element and leaves alone those already in their place. */
export function arrange(parent: Element, children: Element[]): void {
  const wanted = new Set(children)
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove()
  for (const [index, child] of children.entries()) {
    const present = parent.children[index]
    if (present !== child) parent.insertBefore(child, present ?? null)
  }
}
