/** Somebody who can be told. */
export interface NamedMember {
  readonly id: string
  readonly name: string
}

/** Between two names in one cell; a space is no separator, since names have spaces in them. */
const SEPARATORS = /[、，,;；/／\n]/

/**
 * Members whom the text of an owner cell names: the whole text, or a part of it
 * between separators, equals a member's name but for spaces around it and the case of letters. Two
 * members of one name are both meant, because nothing in the cell tells them apart.
 */
export function ownerMembers<M extends NamedMember>(owner: string | null, members: readonly M[]): M[] {
  if (owner === null) return []
  const names = new Set([owner, ...owner.split(SEPARATORS)].map(plain))
  return members.filter(({ name }) => names.has(plain(name)))
}

function plain(name: string): string {
  return name.trim().toLowerCase()
}
