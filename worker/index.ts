import { app } from './app.ts';

export { VideoRoom } from '#rooms/video-room.ts';

export default { fetch: app.fetch };
