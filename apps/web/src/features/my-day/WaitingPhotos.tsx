import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeptPhoto } from './kept-photos.ts'

/** Photos that wait on the phone for the server, and those that it refused with the reason. */
export function WaitingPhotos({
  photos,
  onDrop,
}: {
  photos: readonly KeptPhoto[]
  onDrop: (id: string) => void
}) {
  const { t } = useTranslation('day')
  if (photos.length === 0) return null
  return (
    <ul className="day-photos" aria-label={t('photo.title')}>
      {photos.map((photo) => (
        <li key={photo.id}>
          <Thumb content={photo.content} />
          <span className="day-photo-name">{photo.fileName}</span>
          {photo.state === 'waiting' ? (
            <span className="tag tag-warn">{t('waits')}</span>
          ) : (
            <span className="day-wrong" role="alert">
              {photo.reason}
            </span>
          )}
          <Button size="small" onClick={() => onDrop(photo.id)}>
            {t('photo.drop')}
          </Button>
        </li>
      ))}
    </ul>
  )
}

function Thumb({ content }: { content: Blob }) {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (!content.type.startsWith('image/')) return
    const made = URL.createObjectURL(content)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [content])
  return address === null ? (
    <span aria-hidden="true">PDF</span>
  ) : (
    <img className="day-photo" src={address} alt="" />
  )
}
