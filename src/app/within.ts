/** Whatever holds an answer back, and whether or not it heeds the signal, a person does not wait longer. */
export async function within<Answer>(
  signal: AbortSignal,
  work: Promise<Answer>,
  late: Answer,
): Promise<Answer> {
  if (signal.aborted) return late
  const over = new Promise<Answer>((resolve) => {
    signal.addEventListener('abort', () => resolve(late), { once: true })
  })
  return Promise.race([work, over])
}
