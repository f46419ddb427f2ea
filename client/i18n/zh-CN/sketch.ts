export const sketch = {
  entry: { drawn: '标绘', changed: '修改标绘', removed: '撤除标绘' },
  sign: {
    danger: '危险区',
    warning: '警戒区',
    closed: '封控禁行',
    passable: '可通行',
    staging: '集结点',
    shelter: '安置点',
    command: '现场指挥部',
    water: '取水点',
    medical: '医疗点',
    other: '其他',
  },
  shape: { area: '区域', cordon: '警戒圈', route: '线路', point: '点位', circle: '圆形范围' },
} as const;
