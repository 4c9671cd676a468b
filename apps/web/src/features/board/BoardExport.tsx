import type { BoardPeriod } from '@yingce/contracts/board/channel-board'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { useDownload } from '../../ui/use-download.ts'
import { boardFile } from './board-file.ts'
import { savePicture } from './save-picture.ts'

/** The board as a workbook or as a picture. */
export function BoardExport({ planId, period }: { planId: string; period: BoardPeriod }) {
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
            onClick: () => take(t('export.xlsx'), boardFile(planId, 'xlsx', period)),
          },
          {
            key: 'png',
            label: t('export.png'),
            onClick: () => take(t('export.png'), boardFile(planId, 'svg', period), savePicture),
          },
        ],
      }}
    >
      <Button loading={isBusy}>{t('export.open')}</Button>
    </Dropdown>
  )
}
