import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { downloadFile } from './download-file.ts'
import { problemLine } from './problem-text.ts'

/** Fetches a file that the server takes seconds to make, and says meanwhile which one. */
export function useDownload(): {
  readonly isBusy: boolean
  /** `save`: how the file is fetched and kept, where not as it comes. */
  readonly take: (name: string, url: string, save?: (url: string) => Promise<void>) => void
} {
  const { t } = useTranslation('shell')
  const [isBusy, setBusy] = useState(false)
  const { message } = App.useApp()
  const download = async (name: string, url: string, save: (url: string) => Promise<void>) => {
    const key = `download ${url}`
    setBusy(true)
    void message.open({ key, type: 'loading', content: t('download.making', { name }), duration: 0 })
    try {
      await save(url)
      void message.open({ key, type: 'success', content: t('download.made', { name }) })
    } catch (error) {
      void message.open({ key, type: 'error', content: problemLine(error), duration: 6 })
    } finally {
      setBusy(false)
    }
  }
  return { isBusy, take: (name, url, save = downloadFile) => void download(name, url, save) }
}
