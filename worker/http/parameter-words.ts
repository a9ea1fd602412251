/** What parameters of a name are, wherever they stand; a route value that knows better says so itself. */
const WORDS: Record<string, string> = {
  assetId: 'The asset’s id.',
  chapterId: 'The chapter’s id.',
  commentId: 'The comment’s id.',
  deliveryId: 'The delivery’s id: one event, told to one webhook.',
  invitationId: 'The invitation’s id.',
  invitationToken: 'What the invitation’s address ends with.',
  keyId: 'The API key’s id, not the key.',
  linkId: 'The watch link’s id, not its token.',
  marketAssetId: 'The offer’s id.',
  providerId: 'The site one signs in by.',
  seriesId: 'The series’ id.',
  sessionId: 'The session’s id.',
  shortId: 'What the address of a screening ends with.',
  tagId: 'The tag’s id.',
  token: 'What the watch link’s address ends with.',
  webhookId: 'The webhook’s id.',
  channel: 'A channel’s id.',
  code: 'What the other site hands over, to be exchanged.',
  columns: 'How many pictures stand beside each other.',
  createdBefore: 'Made before this moment.',
  createdFrom: 'Made at this moment or later.',
  error: 'Why the other site let nobody in.',
  error_description: 'The same in words.',
  featured: 'Only what is featured, or only what is not.',
  intervalSeconds: 'How far apart the pictures are.',
  iss: 'Which site it was.',
  limit: 'At most so many at once.',
  maxSeconds: 'Of this length at most.',
  maxheight: 'The frame is at most so many pixels high.',
  maxwidth: 'The frame is at most so many pixels wide.',
  minSeconds: 'Of this length at least.',
  organization: 'An organization’s id.',
  publishedBefore: 'Published before this moment.',
  publishedFrom: 'Published at this moment or later.',
  rows: 'How many pictures stand below each other.',
  series: 'A series’ id.',
  since: 'Of this moment or later.',
  sort: 'What comes first.',
  state: 'What was given along on the way there.',
  status: 'Only those this far.',
  tag: 'Only what carries this tag.',
  type: 'Only those of this kind.',
  until: 'From before this moment.',
  url: 'The address of what is to be embedded.',
  visibility: 'Only what these may see.',
};

/** Describes the parameters of an operation that say nothing of themselves. */
export function describeParameters(parameters: readonly object[]): object[] {
  return parameters.map((parameter) => {
    if (!('name' in parameter) || 'description' in parameter) return parameter;
    const description = WORDS[String(parameter.name)];
    return description === undefined ? parameter : { ...parameter, description };
  });
}
