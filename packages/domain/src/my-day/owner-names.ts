/** What parts several names in one cell: 张三、李四/王五 and 赵六. */
const BETWEEN = /[、,，;；/／&＆+＋|\n]|\s+(?:and|和|与)\s+/
/** "张三(审批)", "设计专员*": what a name is followed by and is no part of it. */
const BEHIND = /[（(【[].*$|[*＊]+$/

/**
 * The people that an owner cell names, in its order: the first is responsible, the others take part (C2).
 * Brackets and the placeholder's star are left out.
 */
export function ownerNames(owner: string | null): string[] {
  if (owner === null) return []
  return owner
    .split(BETWEEN)
    .map((name) => fold(name.trim().replace(BEHIND, '')))
    .filter((name) => name !== '')
}

/** Does an owner cell name this person? Width, case and spaces do not matter; a role is nobody's name. */
export function isOwnedBy(owner: string | null, name: string): boolean {
  const wanted = fold(name)
  return wanted !== '' && ownerNames(owner).includes(wanted)
}

function fold(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase()
}
