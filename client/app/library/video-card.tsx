import { can } from '#protocol/capability.ts';
import { dayOf } from '#client/ui/dates.ts';
import { Icon } from '#client/ui/app-icon.tsx';
import { formatTime, spokenTime } from '#client/ui/timecode.ts';
import { useBrowse } from './browse.ts';
import { CardMenu } from './card-menu.tsx';
import { ChoiceBox } from './choice-box.tsx';
import { commentWords } from './comment-words.ts';
import { HighlightedText } from './highlighted-text.tsx';
import { withFilter, addressOf } from './library-query.ts';
import type { Entry, Found, Video } from './pages.ts';
import { useScrub } from './use-scrub.ts';
import { cardId } from './use-video-list.ts';
import { VideoPicture } from './video-picture.tsx';
import { VideoSharing, VideoStatus } from './video-status.tsx';

/** One video of the list: its picture and title lead to it, the box chooses it, the menu does the rest. */
export function VideoCard({ entry: { video, found } }: { entry: Entry }) {
  const { selection, entries } = useBrowse();
  const isManaged = can(video.role, 'video.edit');
  const { scrubbed, handlers } = useScrub(video);
  const isChosen = selection.ids.value.has(video.id);
  const choose = (isOn: boolean, isRange: boolean) => {
    const order = entries.peek().map((entry) => entry.video.id);
    selection.choose(video.id, isOn, { order, isRange });
  };
  return (
    <li class="video-card" id={cardId(video.id)} data-video={video.id} data-chosen={isChosen} {...handlers}>
      <VideoPicture video={video} scrubbed={scrubbed} />
      <div class="video-words">
        <h2 class="video-title">
          <a class="video-link" href={addressOfVideo(video, isManaged)}>
            {found ? <HighlightedText pieces={found.title} /> : video.title}
          </a>
        </h2>
        {found && <FoundIn video={video} found={found} />}
        <Facts video={video} />
      </div>
      {isManaged && (
        <ChoiceBox title={video.title} look="card-choice" isChosen={isChosen} onChoose={choose} />
      )}
      <CardMenu video={video} isManaged={isManaged} />
    </li>
  );
}

/** What has no file yet is looked after in the studio, by who may. */
const addressOfVideo = ({ shortId, processingStatus }: Video, isManaged: boolean): string =>
  isManaged && processingStatus !== 'complete' ? `/studio/v/${shortId}` : `/v/${shortId}`;

/** Where else it was found: in its description, and the moment it is said. */
function FoundIn({ video, found: { description, spoken } }: { video: Video; found: Found }) {
  return (
    <>
      {description && (
        <p class="small muted found-in">
          <HighlightedText pieces={description} />
        </p>
      )}
      {spoken && (
        <p class="small found-in">
          <a class="timecode over-card" href={`/v/${video.shortId}?t=${Math.floor(spoken.startSeconds)}`}>
            <bdi>{formatTime(spoken.startSeconds)}</bdi>
            <span class="visually-hidden">, watch from {spokenTime(spoken.startSeconds)}</span>
          </a>{' '}
          “<HighlightedText pieces={spoken.text} />”
        </p>
      )}
    </>
  );
}

function Facts({ video }: { video: Video }) {
  const { organization } = useBrowse();
  const { version, createdAt, author, archivedAt } = video;
  return (
    <div class="video-facts small muted">
      <VideoStatus video={video} />
      <VideoSharing visibility={video.visibility} />
      {archivedAt && (
        <span class="with-icon">
          <Icon name="archive" />
          Archived
        </span>
      )}
      {version.count > 1 && (
        <span class="with-icon">
          <Icon name="versions" />
          {version.count} versions
        </span>
      )}
      {video.commentCount > 0 && (
        <span class="with-icon">
          <Icon name="comment" />
          {commentWords(video)}
        </span>
      )}
      <span>
        {organization.kind === 'team' && author && <>{author.name} · </>}
        <time dateTime={createdAt}>{dayOf(createdAt)}</time>
      </span>
      <VideoTags video={video} />
    </div>
  );
}

const MOST_TAGS = 4;

/** The first few; each shows what else has it. */
function VideoTags({ video: { tags } }: { video: Video }) {
  const { path, query } = useBrowse();
  if (tags.length === 0) return null;
  return (
    <span class="video-tags">
      {tags.slice(0, MOST_TAGS).map((tag) => (
        <a
          key={tag}
          class="tag over-card"
          href={addressOf(path, withFilter(query, 'freeTag', tag))}
          aria-label={`${tag}, show videos with this tag`}
        >
          {tag}
        </a>
      ))}
      {tags.length > MOST_TAGS && <span>and {tags.length - MOST_TAGS} more</span>}
    </span>
  );
}
