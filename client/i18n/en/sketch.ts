export const sketch = {
  entry: { drawn: 'Drawn on the map', changed: 'Drawing changed', removed: 'Drawing removed' },
  sign: {
    danger: 'Danger',
    warning: 'Cordon',
    closed: 'Closed',
    passable: 'Passable',
    staging: 'Staging area',
    shelter: 'Shelter',
    command: 'Command post',
    water: 'Water intake',
    medical: 'Medical post',
    other: 'Other',
  },
  shape: { area: 'Area', cordon: 'Cordon', route: 'Route', point: 'Point', circle: 'Circle' },
} as const;
