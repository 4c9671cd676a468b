import { useEffect, useState } from 'react'
import { setDarkForced } from '../../../ui/color-scheme.ts'
import { leaveFullScreen } from '../full-screen.ts'

/** Long enough to read a slide from across a room. */
const SLIDE_MILLIS = 15_000

interface Tv {
  /** Which slide is shown, from 0. */
  readonly slide: number
  readonly isPaused: boolean
}

/**
 * What a page on a wall does: dark, one slide after the other; Space pauses, the arrows step, Esc leaves, and
 * so does whoever ends the full screen.
 */
export function useTv(slides: number, onLeave: () => void): Tv {
  const [slide, setSlide] = useState(0)
  const [isPaused, setPaused] = useState(false)
  useEffect(() => {
    setDarkForced(true)
    return () => {
      setDarkForced(false)
      leaveFullScreen()
    }
  }, [])
  useEffect(() => {
    if (isPaused || slides < 2) return
    const timer = setInterval(() => setSlide((shown) => shown + 1), SLIDE_MILLIS)
    return () => clearInterval(timer)
    // Stepping by hand begins the time of the slide anew.
  }, [isPaused, slides, slide])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onLeave()
      else if (event.key === ' ') setPaused((was) => !was)
      else if (event.key === 'ArrowRight') setSlide((shown) => shown + 1)
      else if (event.key === 'ArrowLeft') setSlide((shown) => shown - 1)
      else return
      event.preventDefault()
    }
    // The browser takes the Esc that ends its full screen for itself.
    const onFullScreen = () => {
      if (document.fullscreenElement === null) onLeave()
    }
    document.addEventListener('keydown', onKey)
    document.addEventListener('fullscreenchange', onFullScreen)
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('fullscreenchange', onFullScreen)
    }
  }, [onLeave])
  return { slide: slides === 0 ? 0 : ((slide % slides) + slides) % slides, isPaused }
}
