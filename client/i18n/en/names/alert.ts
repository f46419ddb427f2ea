export const alertOrders = {
  alert: {
    draft: 'Draft an alert',
    approve: 'Approve an alert',
    return: 'Return an alert',
    issue: 'Issue an alert',
    update: 'Update an alert',
    cancel: 'Cancel an alert',
    expire: 'Alert expired',
    archive: 'Archive an alert',
    measure: 'Carry out a measure',
    answer: 'Answer an alert',
    attempt: 'Call about an alert',
    read: 'Open an alert',
    climb: 'Unanswered alert climbs',
  },
} as const;

export const alertRefusals = {
  alert: {
    answered: 'This organisation has answered already.',
    'approval-expired': 'The approval ran out after 15 minutes: approve it again.',
    'approval-void': 'Whoever approved it is no longer a leader here: approve it again.',
    changed: 'It was changed meanwhile: look at the latest text.',
    'confirm-first': 'Say your password once more before you approve an orange or red alert.',
    incomplete: 'An element that law asks for is missing.',
    'not-approved': 'It has not been approved as it is now.',
    'not-asked': 'This organisation was not sent this alert.',
    'out-of-area': 'The area is outside the region that the issuer speaks for.',
    'same-person': 'An orange or red alert is approved by a leader who did not write it.',
    state: 'The alert is not in a state for that.',
    unknown: 'There is no such alert here.',
  },
} as const;
