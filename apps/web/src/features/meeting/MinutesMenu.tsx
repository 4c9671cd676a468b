import { exportMinutes } from '@yingce/contracts/export/export'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { urlOf } from '../../api/call.ts'
import { currentLocale } from '../../i18n.ts'
import { FORMAT_NAMES, formatItems } from '../../ui/document-formats.ts'
import { useDownload } from '../../ui/use-download.ts'

/** The minutes of a meeting in every format. */
export function MinutesMenu({ planId, meetingId }: { planId: string; meetingId: string }) {
  const { t } = useTranslation('meeting')
  const { isBusy, take } = useDownload()
  const items = formatItems('minutes', (format) => {
    const query = { locale: currentLocale(), format }
    const name = `${t('export')} · ${FORMAT_NAMES[format]}`
    take(name, urlOf(exportMinutes, { params: { planId, meetingId }, query }))
  })
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button loading={isBusy}>{t('export')}</Button>
    </Dropdown>
  )
}
