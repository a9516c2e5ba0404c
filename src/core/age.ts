/** 18 or older, or younger: nothing more exact is ever asked. */
export const ages = ['adult', 'minor'] as const
export type Age = (typeof ages)[number]

export const adultFrom = 18

export function ageOf(minor: boolean): Age {
  return minor ? 'minor' : 'adult'
}
