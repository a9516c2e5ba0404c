/** What happened to a case, said in its topic. Each has its words in `desk.json`. */
export const caseLines = [
  'left',
  'withdrawn',
  'gone-on',
  'given-up',
  'referral-yes',
  'referral-no',
  'cried',
  'took-back',
  'moved',
  'moved-waiting',
  'reopened',
  'blocked',
  'unreachable',
  'helped-yes',
  'helped-partly',
  'helped-no',
] as const
export type CaseLine = (typeof caseLines)[number]
