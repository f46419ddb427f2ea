/** Names of orders and refusals of plans and responses, which `common` takes in. */
export const planOrders = {
  plan: {
    draft: 'Draft a plan',
    edit: 'Change a draft',
    comment: 'Comment on a draft',
    resolve: 'Answer a comment',
    submit: 'Submit a plan',
    review: 'Review a plan',
    approve: 'Decide on a plan',
    issue: 'Issue a plan',
    'take-effect': 'Plan takes effect',
    file: 'File a plan',
    revise: 'Open a revision',
    withdraw: 'Give a draft up',
    evaluate: 'Evaluate a plan',
    retire: 'Abolish a plan',
    found: 'Bring a model plan',
    schedule: 'Set a cycle',
    postpone: 'Postpone a date',
    complete: 'Enter a completion',
    unschedule: 'End a cycle',
    remind: 'Reminder of a date',
    miss: 'Enter a missed date',
  },
  response: {
    launch: 'Launch a response',
    adjust: 'Adjust a response',
    terminate: 'End a response',
    record: 'Enter the record of the Standing Committee',
    lapse: 'A response’s time has passed',
  },
  task: { assign: 'Assign a task', done: 'Task done', skip: 'Leave a task out', lapse: 'A task is late' },
} as const;

export const planRefusals = {
  plan: {
    'comments-open': 'Comments have no answer yet: it can’t go to review.',
    conflict: 'Somebody else has changed the clause meanwhile. Compare, and send yours again.',
    'not-in-force': 'No version of this plan is in force.',
    'same-person': 'Nobody reviews or approves a plan of their own.',
    state: 'The plan is not at this point. Look at where it stands.',
    unknown: 'There is no such plan, or this seat may not see it.',
  },
  response: {
    ended: 'The response was ended: launch another before teams are sent.',
    incomplete: 'A launch states matters, level, expected end and measures.',
    'no-level': 'The plan has no response of this level.',
    running: 'A response by this plan is running: adjust it.',
    state: 'The response has changed. Look at where it stands.',
    unknown: 'There is no such response, or this seat may not see it.',
  },
  schedule: { ended: 'This cycle has come to its end.', unknown: 'There is no such cycle, or this seat may not see it.' },
  task: {
    'evidence-needed': 'Say what was done.',
    state: 'The task is closed. Look at where it stands.',
    unknown: 'There is no such task, or this seat may not see it.',
    waits: 'What it waits for comes first.',
  },
} as const;

/** What the timeline calls what a response says. */
export const planFields = {
  plan: 'Plan',
  planDocNo: 'Number of the plan',
  responseLevel: 'Response level',
  expectedUntil: 'Expected end',
  docNo: 'Paper',
  lapsed: 'Time passed',
  task: 'Task',
} as const;
