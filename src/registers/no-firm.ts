/** What the Norwegian registers have in common. */

/** Forms of one person who trades alone: the firm bears their name, its address may be their home. */
export function isPrivateForm(code: string | undefined): boolean {
  return !code || code === 'ENK' || code === 'PERS'
}

interface Address {
  streets?: (string | null)[] | null | undefined
  postcode?: string | null | undefined
  town?: string | null | undefined
}

/** `Forusbeen 50, 4035 STAVANGER`; a line for somebody's attention names a person and is left out. */
export function addressLine({ streets, postcode, town }: Address): string {
  const lines = (streets ?? []).filter((line) => line && !/^c\/o\b/i.test(line.trim()))
  return [...lines, [postcode, town].filter(Boolean).join(' ')].filter(Boolean).join(', ')
}
