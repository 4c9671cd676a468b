import type { FormInstance } from 'antd'
import { ApiProblem } from '../../api/errors.ts'
import { issueText } from '../../ui/issue-text.ts'

/**
 * Puts the server's issues at the fields they name (`body.email` → field `email`).
 *
 * @returns true when every issue found its field, so that no further note is needed
 */
export function showIssues(form: FormInstance, error: unknown): boolean {
  if (!(error instanceof ApiProblem) || error.problem.issues.length === 0) return false
  const known = new Set(Object.keys(form.getFieldsValue(true) as object))
  let placed = 0
  for (const issue of error.problem.issues) {
    const name = issue.path.split('.').at(-1) ?? ''
    if (!known.has(name)) continue
    form.setFields([{ name, errors: [issueText(issue)] }])
    placed += 1
  }
  return placed === error.problem.issues.length
}
