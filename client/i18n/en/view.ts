export const view = {
  title: 'Saved views',
  save: 'Save as a view',
  all: 'Show everything',
  show: 'View: {{name}}',
  remove: 'Remove the view {{name}}',
  name: 'Name of the view',
  nameHint: 'Name, Enter saves',
  nothingToSave: 'There is no filter to be saved',
} as const;
