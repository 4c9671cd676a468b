import type { GridLabels } from './labels.ts'

export const LABELS_ZH_CN: GridLabels = {
  rowNumber: '行号', newRow: '新任务…', untitled: '未命名', items: '{n} 项', noGroup: '未分阶段',
  empty: '还没有内容。在最后一行直接输入，或从 Excel 粘贴。', noMatch: '没有符合筛选条件的行。', clearFilters: '清除筛选',
  yes: '是', no: '否', missing: '—', cellInput: '单元格输入', toolbar: '表格工具',
  groupBy: '按阶段分组', filter: '筛选', addFilter: '筛选', columns: '列 {n}', density: '行高', densityNormal: '标准', densityCompact: '紧凑',
  undo: '撤销', redo: '重做', undone: '已撤销：{label}', redone: '已重做：{label}', nothingToUndo: '没有可撤销的操作', nothingToRedo: '没有可重做的操作',
  undoConflict: '{n} 格在此之后被改过，没有动它们。', undoForce: '仍然改回', hintUndo: '撤销', hintPaste: '粘贴自 Excel', hintFill: '向下填充',
  stepEdit: '修改{column}', stepPaste: '粘贴 {n} 格', stepFill: '填充 {n} 格', stepCut: '剪切 {n} 格', stepClear: '清空 {n} 格', stepInsert: '新增 {n} 行', stepDelete: '删除 {n} 行',
  copied: '已复制 {rows} 行 {columns} 列', cut: '已剪切 {n} 格', pasted: '已粘贴 {n} 格', filled: '已填充 {n} 格', cleared: '已清空 {n} 格', added: '新增 {n} 行', deleted: '已删除 {n} 行，可撤销',
  skippedLocked: '{n} 格只读，已跳过（{titles}）', droppedColumns: '剪贴板多出 {n} 列，超出表格右边，没有粘贴', droppedRows: '多出 {n} 行，这里不能新增行，没有粘贴',
  derived: '自动计算的列，不能修改', lockedCell: '不能修改：{reason}', oneRange: '多个区域不能一起复制，请选一个连续区域', nothingToPaste: '剪贴板里没有文字', pasteDenied: '浏览器没有允许读取剪贴板，请用 Ctrl+V',
  pasteTitle: '有 {n} 格读不出来', pasteSummary: '其余 {good} 格可以粘贴，新增 {rows} 行。', pasteColumnCell: '位置', pasteColumnText: '剪贴板内容', pasteColumnWhy: '原因', pasteNewRow: '新行',
  pasteMore: '还有 {n} 格', pasteSkip: '只粘贴能读的 {n} 格', pasteKeepText: '读不出的保留原文', pasteCancel: '取消', pasteKeepTextHint: '保留原文的格子会带 ▲ 标记，之后再填。',
  sortAsc: '升序', sortDesc: '降序', sortClear: '取消排序', columnMenu: '{column}：列菜单', hideColumn: '隐藏此列', showColumn: '显示 {column}', freezeTo: '冻结到此列', unfreeze: '取消冻结',
  autoWidth: '自动列宽', moveLeft: '左移', moveRight: '右移', resetColumns: '恢复默认列', resize: '调整{column}列宽',
  contains: '包含', from: '从', to: '到', isEmpty: '为空', notEmpty: '不为空', isUnread: '未能识别', isMarked: '有标记', anyValue: '（空）', apply: '应用', clear: '清除', close: '关闭', searchChoices: '搜索',
  insertAbove: '在上方插入行', insertBelow: '在下方插入行', deleteRows: '删除 {n} 行', copy: '复制', cutAction: '剪切', paste: '粘贴', fillDown: '向下填充',
  selected: '已选 {n} 格', sum: '求和 {value}', average: '平均 {value}', total: '{column} {value}', shownOf: '{shown} / {all} 项', unread: '未能识别：{text}',
  find: '查找', findNone: '没有找到', findCount: '{at} / {n}', findNext: '下一个', findPrevious: '上一个',
  today: '今天', previousMonth: '上个月', nextMonth: '下个月', weekdays: ['一', '二', '三', '四', '五', '六', '日'], monthTitle: '{year} 年 {month} 月', dayOff: '休', pickerHint: 'Alt+↑↓ 换一天，Enter 确定',
  noSuggestion: '没有匹配项，按 Enter 使用输入的文字', readAs: '读作 {text}', keptAsText: '读不出数值，将按文字保存', partUnread: '未读出：{text}', expand: '展开 {title}', collapse: '收起 {title}', editing: '正在编辑', menu: '菜单', openMark: '查看标记', joiner: '；', comma: '、', named: '{name}：{value}', withUnit: '{title}（{unit}）',
  errors: {
    date: '不是日期，可输入 6.1、6/1、2025-6-1 或 今天', dateRange: '这是一段时间，请分开填写开始和结束', dateTime: '请写明日期和时间，如 6.5 18:00', money: '不是金额，可输入 ¥35,000 或 3.5万',
    ratio: '不是百分比，可输入 50 或 50%', count: '不是整数', number: '不是数字', choice: '不在可选项里', flag: '请填 是 或 否', required: '不能为空',
  },
}
