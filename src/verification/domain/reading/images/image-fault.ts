/** What makes an image unreadable as a carrier of a credential; thrown inside this folder and caught at its edge. */
export class ImageFault extends Error {
  constructor(
    readonly code: string,
    readonly detail: string,
  ) {
    super(detail);
  }
}
