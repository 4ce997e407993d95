import { idOf, isObject, type JsonObject, hasType, listOf } from '../json.js';
import { textOfValue } from '../facts/text.js';

/** The type of the credential, as it is called now and as it was called before. */
export const RECOGNITION_TYPES = ['RecognizedEntityCredential', 'VerifiableRecognitionCredential'];

export interface RecognizedEntity {
  readonly id: string;
  readonly name: string | undefined;
  readonly url: string | undefined;
}

/**
 * Who is recognized to issue, among the subjects of a recognition credential: entities with an id whose actions, where any
 * are named, include `issue`.
 *
 * @see https://www.w3.org/TR/vc-recognized-entities-1.0/ Recognized Entity, Recognized Action
 */
export function recognizedIssuersIn(credential: JsonObject): RecognizedEntity[] {
  return listOf(credential.credentialSubject).flatMap((subject) => {
    const id = idOf(subject);
    if (!isObject(subject) || id === undefined || !hasType(subject, 'RecognizedEntity') || !mayIssue(subject))
      return [];
    return [{ id, name: textOfValue(subject.name) ?? textOfValue(subject.legalName), url: textOfValue(subject.url) }];
  });
}

function mayIssue({ recognizedTo }: JsonObject): boolean {
  const actions = listOf(recognizedTo);
  return actions.length === 0 || actions.some((action) => isObject(action) && action.action === 'issue');
}
