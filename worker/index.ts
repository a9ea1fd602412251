import { app } from './app.ts';
import { scheduled } from './scheduled.ts';

export { VideoRoom } from '#rooms/video-room.ts';
export { WebhookSender } from '#worker/webhooks/webhook-sender.ts';

export default { fetch: app.fetch, scheduled };
