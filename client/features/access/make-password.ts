/** 32 characters that nobody confuses on paper, so five random bits choose one without a bias. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789A';
const GROUPS = 4;
const GROUP_LENGTH = 4;

/** A password to hand over once, such as `k7mw-2rgt-hx9d-4pnc`: 80 bits. */
export function makePassword(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(GROUPS * GROUP_LENGTH));
  const letters = [...bytes].map((byte) => LETTERS[byte & 31]).join('');
  return (letters.match(new RegExp(`.{${GROUP_LENGTH}}`, 'g')) ?? []).join('-');
}
