import { authRoutes } from '#worker/accounts/auth.routes.ts';
import { emailRoutes } from '#worker/accounts/email.routes.ts';
import { guestRoutes } from '#worker/accounts/guests.routes.ts';
import { keyRoutes } from '#worker/accounts/keys.routes.ts';
import { invitationRoutes } from '#worker/accounts/invitations.routes.ts';
import { invitedRoutes } from '#worker/accounts/invited.routes.ts';
import { auditRoutes } from '#worker/accounts/audit.routes.ts';
import { exportRoutes } from '#worker/accounts/export.routes.ts';
import { meRoutes } from '#worker/accounts/me.routes.ts';
import { memberRoleRoutes } from '#worker/accounts/member-roles.routes.ts';
import { memberRoutes } from '#worker/accounts/members.routes.ts';
import { organizationRoutes } from '#worker/accounts/organizations.routes.ts';
import { oauthRoutes } from '#worker/accounts/oauth.routes.ts';
import { passwordRoutes } from '#worker/accounts/password.routes.ts';
import { sessionRoutes } from '#worker/accounts/sessions.routes.ts';
import { signUpRoutes } from '#worker/accounts/sign-up.routes.ts';
import { healthRoutes } from '#worker/http/health.routes.ts';
import { channelMemberRoutes } from '#worker/library/channel-members.routes.ts';
import { channelRoutes } from '#worker/library/channels.routes.ts';
import { categoryRoutes } from '#worker/library/categories.routes.ts';
import { tagRoutes } from '#worker/library/tags.routes.ts';
import { videoTagRoutes } from '#worker/library/video-tags.routes.ts';
import { seriesEditRoutes } from '#worker/library/series-edit.routes.ts';
import { seriesRoutes } from '#worker/library/series.routes.ts';
import { videoListRoutes } from '#worker/library/video-list.routes.ts';
import { assetContentRoutes } from '#worker/library/assets/asset-content.routes.ts';
import { assetRoutes } from '#worker/library/assets/assets.routes.ts';
import { marketRoutes } from '#worker/library/assets/market.routes.ts';
import { ownAssetRoutes } from '#worker/library/assets/own-assets.routes.ts';
import { takingRoutes } from '#worker/library/assets/takings.routes.ts';
import { bulkRoutes } from '#worker/library/bulk.routes.ts';
import { placingRoutes } from '#worker/library/placing.routes.ts';
import { trashRoutes } from '#worker/library/trash.routes.ts';
import { versionRoutes } from '#worker/library/versions.routes.ts';
import { videoEditRoutes } from '#worker/library/video-edits.routes.ts';
import { videoRoutes } from '#worker/library/videos.routes.ts';
import { chapterRoutes } from '#worker/outline/chapters.routes.ts';
import { transcriptEditRoutes } from '#worker/outline/transcript-edit.routes.ts';
import { transcriptRoutes } from '#worker/outline/transcripts.routes.ts';
import { mediaRoutes } from '#worker/media/media.routes.ts';
import { posterRoutes } from '#worker/media/poster/poster.routes.ts';
import { storageRoutes } from '#worker/media/storage/storage.routes.ts';
import { storyboardRoutes } from '#worker/media/storyboard/storyboard.routes.ts';
import { uploadRoutes } from '#worker/media/tus.routes.ts';
import { accountPageRoutes } from '#worker/pages/account.routes.ts';
import { elementRoutes } from '#worker/pages/embed/element.routes.ts';
import { embedRoutes } from '#worker/pages/embed/embed.routes.ts';
import { oembedRoutes } from '#worker/pages/embed/oembed.routes.ts';
import { invitePageRoutes } from '#worker/pages/invite.routes.ts';
import { linkPageRoutes } from '#worker/pages/link.routes.ts';
import { outboxRoutes } from '#worker/pages/outbox.routes.ts';
import { pageRoutes } from '#worker/pages/page.routes.ts';
import { shellRoutes } from '#worker/pages/shell.routes.ts';
import { approvalRoutes } from '#worker/rooms/approvals.routes.ts';
import { asyncapiRoutes } from '#worker/rooms/asyncapi.ts';
import { clockRoutes } from '#worker/rooms/clock.routes.ts';
import { joinRoutes } from '#worker/rooms/join.routes.ts';
import { linkDoorRoutes } from '#worker/rooms/link-door.routes.ts';
import { linkEditRoutes } from '#worker/rooms/link-edit.routes.ts';
import { linkViewRoutes } from '#worker/rooms/link-views.routes.ts';
import { linkRoutes } from '#worker/rooms/links.routes.ts';
import { liveRoutes } from '#worker/rooms/live.routes.ts';
import { parkedRoutes } from '#worker/rooms/parked.routes.ts';
import { screeningRoutes } from '#worker/rooms/screenings.routes.ts';
import { socketRoutes } from '#worker/rooms/socket.ts';
import { commentRoutes } from '#worker/social/comments.routes.ts';
import { commentExportRoutes } from '#worker/social/export/export.routes.ts';
import { drawingRoutes } from '#worker/social/drawings.routes.ts';
import { likeRoutes } from '#worker/social/likes.routes.ts';
import { reactionRoutes } from '#worker/social/reactions.routes.ts';
import { resolutionRoutes } from '#worker/social/resolution.routes.ts';
import { deliveryRoutes } from '#worker/webhooks/deliveries.routes.ts';
import { webhookRoutes } from '#worker/webhooks/endpoints.routes.ts';
import { webhookSecretRoutes } from '#worker/webhooks/secrets.routes.ts';

/** Every feature's routes, each mounted once by `app.ts`. */
export const features = [
  healthRoutes,
  authRoutes,
  signUpRoutes,
  oauthRoutes,
  passwordRoutes,
  emailRoutes,
  sessionRoutes,
  guestRoutes,
  meRoutes,
  keyRoutes,
  organizationRoutes,
  memberRoutes,
  memberRoleRoutes,
  exportRoutes,
  auditRoutes,
  invitedRoutes,
  invitationRoutes,
  videoListRoutes,
  bulkRoutes,
  videoEditRoutes,
  videoRoutes,
  versionRoutes,
  trashRoutes,
  placingRoutes,
  channelRoutes,
  channelMemberRoutes,
  seriesRoutes,
  seriesEditRoutes,
  tagRoutes,
  videoTagRoutes,
  categoryRoutes,
  assetRoutes,
  ownAssetRoutes,
  assetContentRoutes,
  marketRoutes,
  takingRoutes,
  chapterRoutes,
  transcriptRoutes,
  transcriptEditRoutes,
  commentRoutes,
  commentExportRoutes,
  drawingRoutes,
  resolutionRoutes,
  likeRoutes,
  reactionRoutes,
  posterRoutes,
  storyboardRoutes,
  storageRoutes,
  uploadRoutes,
  mediaRoutes,
  joinRoutes,
  linkRoutes,
  linkEditRoutes,
  linkViewRoutes,
  linkDoorRoutes,
  approvalRoutes,
  socketRoutes,
  screeningRoutes,
  liveRoutes,
  parkedRoutes,
  clockRoutes,
  asyncapiRoutes,
  pageRoutes,
  shellRoutes,
  linkPageRoutes,
  invitePageRoutes,
  embedRoutes,
  elementRoutes,
  oembedRoutes,
  accountPageRoutes,
  outboxRoutes,
  webhookRoutes,
  webhookSecretRoutes,
  deliveryRoutes,
];
