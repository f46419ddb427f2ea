export type StoreErrorCode = 'directory-in-use' | 'disk-low' | 'engine-crash-loop' | 'glibc-unobtainable' | 'master-key' | 'mongodb-unreachable';

/** Why the store cannot serve, in words for the person who has to mend it. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreError';
    this.code = code;
  }
}
