import type pg from 'pg'

/** Statements kept prepared per connection; beyond it they are planned each time. */
const MAX_PREPARED = 400
const names = new Map<string, string>()

/** The same text gets the same name, and so one plan per connection. */
function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined) return known
  if (names.size >= MAX_PREPARED) return undefined
  const name = `s${names.size + 1}`
  names.set(text, name)
  return name
}

/** A parameterised statement that is planned once per connection. */
export function prepared(text: string, values: readonly unknown[]): pg.QueryConfig {
  const name = nameOf(text)
  return { text, values: values as unknown[], ...(name === undefined ? {} : { name }) }
}
