import { Drawer, type DrawerProps, Modal, type ModalProps } from 'antd'
import { useFocusBack } from './use-focus-back.ts'

/** A dialog that is open as long as it is mounted; the keyboard goes back to what opened it. */
export function Dialog(props: Omit<ModalProps, 'open'>) {
  useFocusBack()
  return <Modal open {...props} />
}

/** The same, as a panel from the side. */
export function SidePanel(props: Omit<DrawerProps, 'open'>) {
  useFocusBack()
  return <Drawer open {...props} />
}
