/** Browsers refuse larger canvases, some silently: keep below the smallest limit in use (WebKit's area). */
const MAX_SIDE = 16_000
const MAX_AREA = 64_000_000

/** Factor at which a picture is rasterised: 2 where it fits, less for a large one, null when it would be unreadable (< 0.5). */
export function rasterScale(width: number, height: number): number | null {
  const scale = Math.min(2, MAX_SIDE / width, MAX_SIDE / height, Math.sqrt(MAX_AREA / (width * height)))
  return scale < 0.5 ? null : scale
}

/** Rasterises an SVG document of known size; null when it is too large. */
export async function svgToPng(svg: string): Promise<Blob | null> {
  const size = /<svg[^>]* width="(\d+)" height="(\d+)"/.exec(svg)
  if (!size) throw new Error('the SVG states no size')
  const width = Number(size[1])
  const height = Number(size[2])
  const scale = rasterScale(width, height)
  if (scale === null) return null
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(width * scale)
    canvas.height = Math.round(height * scale)
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
  } finally {
    URL.revokeObjectURL(address)
  }
}
