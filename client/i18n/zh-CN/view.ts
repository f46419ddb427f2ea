export const view = {
  title: '常用视图',
  save: '保存为视图',
  all: '显示全部',
  show: '视图：{{name}}',
  remove: '删除视图 {{name}}',
  name: '视图名称',
  nameHint: '名称，回车保存',
  nothingToSave: '当前没有可保存的筛选条件',
} as const;
