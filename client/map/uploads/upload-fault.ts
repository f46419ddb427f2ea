export type FaultCode =
  | 'too-large'
  | 'too-many'
  | 'unknown-kind'
  | 'zipped'
  | 'not-json'
  | 'not-geojson'
  | 'bad-feature'
  | 'out-of-range'
  | 'not-xml'
  | 'entities'
  | 'not-kml'
  | 'nothing'
  | 'unkept';

/** Why a file can't be shown, with what names the place in it. */
export class UploadFault extends Error {
  readonly code: FaultCode;
  readonly details: Readonly<Record<string, string | number>>;

  constructor(code: FaultCode, details: Readonly<Record<string, string | number>> = {}) {
    super(`${code} ${JSON.stringify(details)}`);
    this.name = 'UploadFault';
    this.code = code;
    this.details = details;
  }
}
