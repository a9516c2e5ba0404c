/** The members of a union by their kind: what a table with one line for each of them is made of. */
export type ByKind<Union extends { kind: string }> = {
  [Kind in Union['kind']]: Extract<Union, { kind: Kind }>
}
