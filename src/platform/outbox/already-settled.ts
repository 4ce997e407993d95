/** Another delivery of the same message was first; its effect stands. */
export class AlreadySettled extends Error {}
