/** Names of orders and refusals of the register of teams, which `common` takes in. */
export const teamOrders = {
  claim: {
    submit: 'Submit a claim',
    return: 'Return a claim',
    review: 'Check a claim',
    post: 'Post the result',
    object: 'Object',
    approve: 'Approve a claim',
    reject: 'Reject a claim',
    pay: 'Record a payment',
    archive: 'Archive a claim',
  },
  member: { warn: 'Warn of an expiry', save: 'Save a team member', leave: 'A member leaves', reveal: 'Show team members' },
  team: {
    reveal: 'Show the leader',
    honour: 'Enter an honour',
    apply: 'Apply for registration',
    update: 'Change a team',
    verify: 'Register a team',
    return: 'Return an application',
    suspend: 'Suspend a team',
    reinstate: 'Reinstate a team',
    revoke: 'Revoke a registration',
    certify: 'Enter a certified level',
    availability: 'Set availability',
    expire: 'Registration expires',
    warn: 'Warn of an expiry',
  },
} as const;

export const teamRefusals = {
  claim: {
    exists: 'There is a claim for this mission already.',
    posting: 'The result is still posted: it can’t be approved yet.',
    'same-person': 'Who has checked a claim does not decide on it.',
    state: 'This claim’s state does not allow that. For a drill nothing is claimed.',
    unknown: 'There is no such claim, or this seat may not see it.',
  },
  member: {
    exists: 'This person is a member of the team already.',
    'not-for-fire': 'Minors, and members who are marked so, are not sent to a forest fire (Forest Fire Regulations, art. 35).',
    'reason-needed': 'A member is shown to the authority for a reason.',
    unknown: 'There is no such member, or the member has left.',
  },
  team: {
    exists: 'The team has applied already, or another team has this credit code.',
    expired: 'The certificate or agreement has expired: enter a valid one first.',
    'not-certified': 'A level counts with a certificate. Without one it is the team’s own opinion.',
    state: 'The team’s standing does not allow that.',
    unknown: 'There is no such team, or this seat may not see it.',
  },
} as const;
