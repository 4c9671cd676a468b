/** A block while it is being arranged; the key stays with it wherever it goes. */
export interface DraftBlock<B> {
  readonly key: number
  readonly block: B
}

export function draftOf<B>(blocks: readonly B[]): DraftBlock<B>[] {
  return blocks.map((block, key) => ({ key, block }))
}

export function withBlock<B>(draft: readonly DraftBlock<B>[], block: B): DraftBlock<B>[] {
  return [...draft, { key: 1 + Math.max(-1, ...draft.map(({ key }) => key)), block }]
}

/** One place up or down; at the end it stays. */
export function movedBlock<B>(draft: readonly DraftBlock<B>[], key: number, step: -1 | 1): DraftBlock<B>[] {
  const from = draft.findIndex((one) => one.key === key)
  const to = from + step
  const [one, other] = [draft[from], draft[to]]
  if (one === undefined || other === undefined) return [...draft]
  return draft.map((each, index) => (index === from ? other : index === to ? one : each))
}

export function areSameBlocks<B extends object>(a: readonly B[], b: readonly B[]): boolean {
  const keyOf = (block: B) =>
    Object.entries(block)
      .toSorted(([one], [other]) => one.localeCompare(other))
      .join(' ')
  return a.map(keyOf).join('|') === b.map(keyOf).join('|')
}
