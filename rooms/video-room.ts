import { Server } from 'partyserver';

/** The live side of one video; addressed by the video's id. */
export class VideoRoom extends Server {
  static override options = { hibernate: true };
}
