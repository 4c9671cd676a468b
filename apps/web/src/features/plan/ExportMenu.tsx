import { exportDocument, exportWorkbook, PLAN_DOCUMENTS } from '@yingce/contracts/export/export'
import { Button, Dropdown, type MenuProps } from 'antd'
import { useTranslation } from 'react-i18next'
import { urlOf } from '../../api/call.ts'
import { currentLocale } from '../../i18n.ts'
import { FORMAT_NAMES, formatItems } from '../../ui/document-formats.ts'
import { useDownload } from '../../ui/use-download.ts'

/** The plan's workbook, and every document of it in every format. */
export function ExportMenu({ planId }: { planId: string }) {
  const { t } = useTranslation('plan')
  const { isBusy, take } = useDownload()
  const items: MenuProps['items'] = [
    {
      key: 'workbook',
      label: t('export.workbook'),
      onClick: () => {
        const query = { locale: currentLocale() }
        take(t('export.workbook'), urlOf(exportWorkbook, { params: { planId }, query }))
      },
    },
    { type: 'divider' },
    ...PLAN_DOCUMENTS.map((document) => ({
      key: document,
      label: t(`export.document.${document}`),
      children: formatItems(document, (format) => {
        const query = { locale: currentLocale(), format }
        const name = `${t(`export.document.${document}`)} · ${FORMAT_NAMES[format]}`
        take(name, urlOf(exportDocument, { params: { planId, document }, query }))
      }),
    })),
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button loading={isBusy}>{t('export.label')}</Button>
    </Dropdown>
  )
}
