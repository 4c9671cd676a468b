import type { ProblemIssue } from '@yingce/contracts/error'
import type { z } from 'zod'
import { Refusal } from './refusal.ts'

/** More would help nobody: a bulk of 10,000 wrong rows names the first places. */
const MAX_ISSUES = 100

type Place = 'params' | 'query' | 'body'

/**
 * Checks one part of the request against the contract.
 *
 * @throws Refusal `invalid_request`, each wrong place with its path (`body.values.budget`)
 */
export function parsePart<S extends z.ZodType>(
  schema: S | undefined,
  value: unknown,
  place: Place,
): z.infer<S> {
  if (schema === undefined) {
    if (place === 'query' && Object.keys((value as object | undefined) ?? {}).length > 0)
      throw unknownKeys(value as object, place)
    return undefined as z.infer<S>
  }
  const result = schema.safeParse(value ?? (place === 'body' ? undefined : {}))
  if (result.success) return result.data
  throw new Refusal('invalid_request', {
    issues: result.error.issues.slice(0, MAX_ISSUES).flatMap((issue) => issuesOf(issue, place)),
  })
}

function issuesOf(issue: z.core.$ZodIssue, place: Place): ProblemIssue[] {
  const at = (keys: readonly PropertyKey[]) => [place, ...keys].map(String).join('.')
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: at([...issue.path, key]),
      code: 'unknown_field',
      message: 'Unknown field',
    }))
  }
  return [{ path: at(issue.path), code: issue.code, message: issue.message, params: boundsOf(issue) }]
}

/** What the page says in its own words: the bound or form that was missed, and of what. */
function boundsOf(issue: z.core.$ZodIssue): Record<string, unknown> {
  const { origin, minimum, maximum, divisor, format } = issue as unknown as Record<string, unknown>
  return Object.fromEntries(
    Object.entries({ origin, minimum, maximum, divisor, format }).filter(([, value]) => value !== undefined),
  )
}

function unknownKeys(value: object, place: Place): Refusal {
  return new Refusal('invalid_request', {
    issues: Object.keys(value).map((key) => ({
      path: `${place}.${key}`,
      code: 'unknown_field',
      message: 'Unknown field',
    })),
  })
}
