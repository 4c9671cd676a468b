import { useTranslation } from 'react-i18next'
import { isRefusal } from '../../../api/errors.ts'
import { issueText } from '../../../ui/issue-text.ts'
import { ProblemNote } from '../../../ui/ProblemNote.tsx'

/** Which comparison cannot be made, and why; anything else as it is everywhere. */
export function CalibrationProblem({ error }: { error: Error }) {
  const { t } = useTranslation('calibration')
  const issues = isRefusal(error, 'rule_violated') ? error.problem.issues : []
  if (issues.length === 0) return <ProblemNote error={error} />
  return (
    <div className="problem-note" role="alert">
      {issues.map((issue) => (
        <p key={issue.path}>
          {t('pairOf', { number: Number(issue.path.split('.')[2]) + 1 })}
          {t('colon')}
          {t(`fault.${issue.code}`, { defaultValue: issueText(issue) })}
        </p>
      ))}
    </div>
  )
}
