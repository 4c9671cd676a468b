import type { BoardFormat } from '@yingce/contracts/board/channel-board'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { useDownload } from '../../ui/use-download.ts'
import { savePicture } from './save-picture.ts'

/** A board as a workbook or as a picture; `fileOf` gives the address of either. */
export function BoardExport({ fileOf }: { fileOf: (format: BoardFormat) => string }) {
  const { t } = useTranslation('boards')
  const { isBusy, take } = useDownload()
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          {
            key: 'xlsx',
            label: t('export.xlsx'),
            onClick: () => take(t('export.xlsx'), fileOf('xlsx')),
          },
          {
            key: 'png',
            label: t('export.png'),
            onClick: () => take(t('export.png'), fileOf('svg'), savePicture),
          },
        ],
      }}
    >
      <Button loading={isBusy}>{t('export.open')}</Button>
    </Dropdown>
  )
}
