const TOKEN =
  /\s*(?:([[\]{},:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y

type Expected = 'value' | 'value-or-end' | 'name' | 'name-or-end' | 'colon' | 'comma-or-end' | 'nothing'

/**
 * Offset at which a text stops being JSON; null when it is JSON. `JSON.parse` names the place only in
 * some of its messages.
 */
export function findJsonError(text: string): number | null {
  const open: ('{' | '[')[] = []
  let expected: Expected = 'value'
  let at = 0
  for (;;) {
    TOKEN.lastIndex = at
    const token = TOKEN.exec(text)
    if (token === null) {
      const rest = at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0)
      return rest === text.length && expected === 'nothing' ? null : rest
    }
    const next = after(expected, token[1] ?? (token[2] === undefined ? 'scalar' : 'text'), open)
    if (next === null) return at + (/^\s*/.exec(token[0])?.[0].length ?? 0)
    expected = next
    at = TOKEN.lastIndex
  }
}

/** What may follow a token; null when the token itself may not stand here. Keeps `open`. */
function after(expected: Expected, token: string, open: ('{' | '[')[]): Expected | null {
  const takesValue = expected === 'value' || expected === 'value-or-end'
  const takesEnd =
    expected === 'comma-or-end' || expected === (token === ']' ? 'value-or-end' : 'name-or-end')
  switch (token) {
    case '{':
    case '[':
      if (!takesValue) return null
      open.push(token)
      return token === '{' ? 'name-or-end' : 'value-or-end'
    case '}':
    case ']':
      if (!takesEnd || open.pop() !== (token === '}' ? '{' : '[')) return null
      return open.length === 0 ? 'nothing' : 'comma-or-end'
    case ',':
      if (expected !== 'comma-or-end') return null
      return open.at(-1) === '{' ? 'name' : 'value'
    case ':':
      return expected === 'colon' ? 'value' : null
    case 'text':
      if (expected === 'name' || expected === 'name-or-end') return 'colon'
      break
  }
  if (!takesValue) return null
  return open.length === 0 ? 'nothing' : 'comma-or-end'
}
