const MAX_CHARACTERS = 31

/**
 * Names that spreadsheet programs accept, in the same order: forbidden characters become "-", too
 * long ones are cut, double ones (case does not count) numbered, empty ones called "Sheet".
 */
export function safeSheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const clean = name
      .replaceAll(/[[\]:*?/\\\u0000-\u001f]/g, '-')
      .replaceAll(/^'+|'+$/g, '')
      .trim()
    const base = clean === '' ? 'Sheet' : clean
    let candidate = cut(base, '')
    for (let number = 2; taken.has(candidate.toLowerCase()); number++) candidate = cut(base, ` (${number})`)
    taken.add(candidate.toLowerCase())
    return candidate
  })
}

function cut(name: string, suffix: string): string {
  return `${name
    .slice(0, MAX_CHARACTERS - suffix.length)
    .toWellFormed()
    .trimEnd()}${suffix}`
}

/** Name as it stands before "!" in a formula: always quoted, so digits, spaces and brackets are safe. */
export function quotedSheetName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`
}
