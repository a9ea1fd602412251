import type { Furnished, Owner } from './all.ts';

/** What is said in the video, in one language. */
export async function furnishTranscript(owner: Owner, { id }: Furnished): Promise<Furnished> {
  const language = 'en';
  const cues = [{ startSeconds: 1, endSeconds: 2, text: 'Once upon a time.' }];
  const answer = await owner.put(`/api/videos/${id}/transcripts/${language}`, { cues });
  if (answer.status !== 200) throw new Error(`transcript: ${answer.status} ${await answer.text()}`);
  return { language };
}
