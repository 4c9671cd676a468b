import type { GridLabels } from './labels.ts'

export const LABELS_EN: GridLabels = {
  rowNumber: 'Row', newRow: 'New task…', untitled: 'Untitled', items: '{n} items', noGroup: 'No phase',
  empty: 'Nothing here yet. Type in the last row, or paste from Excel.', noMatch: 'No row passes the filter.', clearFilters: 'Clear filters',
  yes: 'Yes', no: 'No', missing: '—', cellInput: 'Cell input', toolbar: 'Table tools',
  groupBy: 'Group by phase', filter: 'Filter', addFilter: 'Filter', columns: 'Columns {n}', density: 'Rows', densityNormal: 'Normal', densityCompact: 'Compact',
  undo: 'Undo', redo: 'Redo', undone: 'Undone: {label}', redone: 'Redone: {label}', nothingToUndo: 'Nothing to undo', nothingToRedo: 'Nothing to redo',
  undoConflict: '{n} cells have been changed since and were left alone.', undoForce: 'Change them back anyway', hintUndo: 'Undo', hintPaste: 'Paste from Excel', hintFill: 'Fill down',
  stepEdit: 'change {column}', stepPaste: 'paste {n} cells', stepFill: 'fill {n} cells', stepCut: 'cut {n} cells', stepClear: 'clear {n} cells', stepInsert: 'add {n} rows', stepDelete: 'delete {n} rows',
  copied: 'Copied {rows} rows × {columns} columns', cut: 'Cut {n} cells', pasted: 'Pasted {n} cells', filled: 'Filled {n} cells', cleared: 'Cleared {n} cells', added: '{n} rows added', deleted: '{n} rows deleted; undo brings them back',
  skippedLocked: '{n} read-only cells skipped ({titles})', droppedColumns: '{n} columns of the clipboard lie past the last column and were not pasted', droppedRows: '{n} rows were not pasted: rows cannot be added here',
  derived: 'Computed column, cannot be changed', lockedCell: 'Cannot be changed: {reason}', oneRange: 'Several ranges cannot be copied together; choose one block', nothingToPaste: 'The clipboard holds no text', pasteDenied: 'The browser did not allow reading the clipboard; use Ctrl+V',
  pasteTitle: '{n} cells cannot be read', pasteSummary: 'The other {good} cells can be pasted, adding {rows} rows.', pasteColumnCell: 'Cell', pasteColumnText: 'Clipboard', pasteColumnWhy: 'Why', pasteNewRow: 'new row',
  pasteMore: '{n} more cells', pasteSkip: 'Paste the {n} readable cells', pasteKeepText: 'Keep the rest as text', pasteCancel: 'Cancel', pasteKeepTextHint: 'Cells kept as text carry a ▲ until a value is entered.',
  sortAsc: 'Sort ascending', sortDesc: 'Sort descending', sortClear: 'Remove sort', columnMenu: '{column}: column menu', hideColumn: 'Hide column', showColumn: 'Show {column}', freezeTo: 'Freeze up to here', unfreeze: 'Unfreeze',
  autoWidth: 'Fit width', moveLeft: 'Move left', moveRight: 'Move right', resetColumns: 'Reset columns', resize: 'Resize {column}',
  contains: 'Contains', from: 'From', to: 'To', isEmpty: 'Empty', notEmpty: 'Not empty', isUnread: 'Not understood', isMarked: 'Marked', anyValue: '(empty)', apply: 'Apply', clear: 'Clear', close: 'Close', searchChoices: 'Search',
  insertAbove: 'Insert row above', insertBelow: 'Insert row below', deleteRows: 'Delete {n} rows', copy: 'Copy', cutAction: 'Cut', paste: 'Paste', fillDown: 'Fill down',
  selected: '{n} cells selected', sum: 'Sum {value}', average: 'Average {value}', total: '{column} {value}', shownOf: '{shown} of {all} items', unread: 'Not understood: {text}',
  find: 'Find', findNone: 'Not found', findCount: '{at} of {n}', findNext: 'Next', findPrevious: 'Previous',
  today: 'Today', previousMonth: 'Previous month', nextMonth: 'Next month', weekdays: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'], monthTitle: '{year}-{month}', dayOff: 'off', pickerHint: 'Alt+↑↓ moves a day, Enter accepts',
  noSuggestion: 'No match; Enter takes the text as typed', readAs: 'Read as {text}', keptAsText: 'No value can be read; kept as text', partUnread: 'not read: {text}', expand: 'Expand {title}', collapse: 'Collapse {title}', editing: 'Editing', menu: 'Menu', openMark: 'Show the mark', joiner: '; ', comma: ', ', named: '{name}: {value}', withUnit: '{title} ({unit})',
  errors: {
    date: 'Not a date; try 6/1, 2025-6-1 or today', dateRange: 'A range; enter start and end separately', dateTime: 'Enter day and time, such as 6/5 18:00', money: 'Not an amount; try ¥35,000 or 3.5万',
    ratio: 'Not a percentage; try 50 or 50%', count: 'Not a whole number', number: 'Not a number', choice: 'Not one of the choices', flag: 'Enter yes or no', required: 'Must not be empty',
  },
}
