import { listApprovals } from '#worker/rooms/approvals.queries.ts';
import { listEndedRights, listLinksMadeBy } from '#worker/rooms/ended-rights.queries.ts';
import { findLinkByHash } from '#worker/rooms/link-door.queries.ts';
import { listLinksAgainstPolicy, listLinksEndedByPolicy } from '#worker/rooms/link-policy.queries.ts';
import { forgetLinkViews, listLinkViews } from '#worker/rooms/link-views.queries.ts';
import { findManagedLink, listLinks } from '#worker/rooms/links.queries.ts';
import { findRecapPlace, findScreeningPlace } from '#worker/rooms/screenings.queries.ts';
import { listEndedSeats } from '#worker/rooms/seats.queries.ts';
import { CommentListQuery } from '#worker/social/comment-input.ts';
import { findCommentVersion } from '#worker/social/comment-version.queries.ts';
import { listComments } from '#worker/social/comments.queries.ts';
import { findDrawing } from '#worker/social/drawings.queries.ts';
import { countReactions } from '#worker/social/reactions.queries.ts';
import { DeliveryListQuery } from '#worker/webhooks/delivery.ts';
import { findDelivery, listDeliveries } from '#worker/webhooks/deliveries.queries.ts';
import { findEndpoint, listEndpoints } from '#worker/webhooks/endpoints.queries.ts';
import { claimDeliveries, listWaiting } from '#worker/webhooks/sender.queries.ts';
import { listOverdue, purgeMessages } from '#worker/webhooks/tend.queries.ts';
import { HASH, list, one, RARE, type Asking, type Listed, type Terms } from './listed.ts';

const BY_TYPE: Terms = {
  touched: 10_000,
  scans: ['webhook_messages'],
  why: 'the type is the message’s: deliveries of one endpoint are gone through, 30 days of them',
};
const DAY_MS = 86_400_000;

function webhookLists({ cast, db, viewer }: Asking): Listed[] {
  const { endpoint, organization } = cast;
  const now = new Date();
  const deliveries = (what: string, query: object, terms: Terms = {}): Listed =>
    list(listDeliveries, `deliveries${what}`, terms, (asked) =>
      listDeliveries(db, viewer, endpoint, { ...DeliveryListQuery.parse(query), ...asked }),
    );
  return [
    one(listEndpoints, 'webhooks', () => listEndpoints(db, viewer, organization)),
    one(findEndpoint, 'a webhook', () => findEndpoint(db, viewer, endpoint)),
    deliveries(' and their attempts', {}),
    deliveries(' that failed', { status: 'failed' }),
    deliveries(' of a type', { type: 'video.deleted' }, BY_TYPE),
    one(findDelivery, 'a delivery', () =>
      findDelivery(db, viewer, { webhookId: endpoint, deliveryId: cast.delivery }),
    ),
    one(listWaiting, 'deliveries that wait', () => listWaiting(db, organization)),
    one(claimDeliveries, 'deliveries that are due', () =>
      claimDeliveries(db, { endpointId: endpoint, now, leaseMs: 1000, limit: 10 }),
    ),
    one(listOverdue, 'hourly: deliveries overdue', () => listOverdue(db, now, 100)),
    one(purgeMessages, 'hourly: messages', () => purgeMessages(db, now, 100)),
  ];
}

export function roomLists(asking: Asking): Listed[] {
  const { cast, db, viewer } = asking;
  const { video: ref, organization, link: linkId, owner: userId } = cast;
  const now = new Date();
  const comments = (what: string, query: object): Listed =>
    list(listComments, `comments, ${what}`, {}, (asked) =>
      listComments(db, viewer, ref, { ...CommentListQuery.parse(query), ...asked }),
    );
  const lastDay = { since: new Date(now.getTime() - DAY_MS), until: now };
  const one1 = { videoId: ref, commentId: cast.comment };
  return [
    one(listEndedSeats, 'seats of somebody that have ended', () => listEndedSeats(db, userId, 50)),
    one(listEndedSeats, 'hourly: seats that have ended', () => listEndedSeats(db, null, 50)),
    comments('by media time', {}),
    comments('newest', { order: 'newest' }),
    comments('replies', { parentId: cast.comment }),
    one(findDrawing, 'a drawing', () => findDrawing(db, viewer, one1)),
    one(findCommentVersion, 'a comment’s version', () => findCommentVersion(db, viewer, one1)),
    one(
      countReactions,
      'reactions along a video',
      () => countReactions(db, viewer, { videoId: ref, durationSeconds: null, buckets: 100 }),
      { touched: 3000, why: 'all of a video are counted' },
    ),
    list(listLinks, 'links', {}, async (asked) => (await listLinks(db, viewer, ref, asked)).page),
    one(findManagedLink, 'a link', () => findManagedLink(db, viewer, { ref, linkId })),
    one(findLinkByHash, 'a link at the door', () => findLinkByHash(db, HASH)),
    list(
      listLinkViews,
      'who has opened a link',
      {},
      async (asked) => (await listLinkViews(db, viewer, { ref, linkId }, asked)).page ?? undefined,
    ),
    list(listApprovals, 'approvals', {}, async (asked) => (await listApprovals(db, viewer, ref, asked)).page),
    one(findScreeningPlace, 'a screening', () => findScreeningPlace(db, viewer, cast.screening)),
    one(findRecapPlace, 'a recap', () => findRecapPlace(db, viewer, cast.screening)),
    one(listEndedRights, 'hourly: rights that have ended', () => listEndedRights(db, lastDay, 100), {
      touched: 8000,
      why: 'rooms of each organization that somebody has left',
    }),
    one(
      listLinksMadeBy,
      'links somebody has made',
      () => listLinksMadeBy(db, { organizationId: organization, userId }, 100),
      RARE,
    ),
    one(listLinksAgainstPolicy, 'links an organization wants otherwise', () =>
      listLinksAgainstPolicy(db, { organizationId: organization }, 2000),
    ),
    one(listLinksEndedByPolicy, 'hourly: links that end by their organization', () =>
      listLinksEndedByPolicy(db, lastDay, 100),
    ),
    one(forgetLinkViews, 'hourly: openings of links', () =>
      forgetLinkViews(db, new Date(now.getTime() - 400 * DAY_MS)),
    ),
    ...webhookLists(asking),
  ];
}
