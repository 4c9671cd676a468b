import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import type { ImportTableView } from './use-import.ts'

/** Why a table without rows for a plan stays outside, and what helps. */
export function NotTaken({ kind }: Pick<ImportTableView, 'kind'>) {
  const { t } = useTranslation('import')
  return (
    <p>
      {t(kind === 'metrics' || kind === 'journeys' ? `notTaken.${kind}` : 'notTaken.unknown')}{' '}
      {kind === 'metrics' && <Link to={paths.data}>{t('shell:nav.data')}</Link>}
    </p>
  )
}
