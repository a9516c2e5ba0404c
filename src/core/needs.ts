/** What somebody who writes to a desk may need, as its members see it. Each has its word in `desk.json`. */
export const needs = [
  'safety',
  'shelter',
  'doctor',
  'papers',
  'law',
  'money',
  'home',
  'work',
] as const
export type Need = (typeof needs)[number]
