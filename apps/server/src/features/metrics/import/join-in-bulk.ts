import type { Scope } from '../../../db/scope.ts'

/**
 * For the rest of the transaction the database joins and groups by hashing. It has
 * no statistics of what was staged or written a moment ago, takes a hundred thousand
 * rows for ten, and would look each of them up in all the others, or sort them.
 */
export async function joinInBulk(scope: Scope): Promise<void> {
  await scope.run('set local enable_nestloop = off')
  await scope.run('set local enable_sort = off')
  await scope.run(`set local work_mem = '64MB'`)
}
