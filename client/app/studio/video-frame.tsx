import { useRoute } from 'preact-iso/router';
import type { ComponentChildren } from 'preact';
import { can } from '#protocol/capability.ts';
import { Awaited } from '#client/ui/awaited.tsx';
import { useResource } from '#client/ui/resource.ts';
import { RequestFailed } from '../request.ts';
import { NothingHere } from '../shell/nothing-here.tsx';
import { Page } from '../shell/page.tsx';
import { SectionLinks } from '../shell/section-links.tsx';
import { loadVideo, type LoadedVideo } from './details/video-edit.ts';
import './studio.css';

export interface FramedVideo extends LoadedVideo {
  reload: () => Promise<void>;
}

/** What stands around every page about one video: its title, its pages, and whether one may be here. */
export function VideoFrame({
  section,
  children,
}: {
  /** "Details", "Chapters": which page it is. */
  section: string;
  children: (video: FramedVideo) => ComponentChildren;
}) {
  const { id = '' } = useRoute().params;
  const loaded = useResource((signal) => loadVideo(id, signal), id);
  const state = loaded.state.value;
  if (state.stage === 'failed' && isAbsent(state.error)) return <NothingHere />;
  const video = state.stage === 'loaded' ? state.data.video : null;
  const root = `/studio/v/${id}`;
  return (
    <Page
      title={video ? `${section}: ${video.title}` : section}
      heading={<span class="long-words">{video?.title ?? section}</span>}
      actions={
        video && (
          <a class="button" href={`/v/${video.shortId}`}>
            Watch
          </a>
        )
      }
    >
      <SectionLinks
        label="About this video"
        links={[
          { href: root, label: 'Details' },
          { href: `${root}/chapters`, label: 'Chapters' },
          { href: `${root}/captions`, label: 'Captions' },
          { href: `${root}/sharing`, label: 'Sharing' },
        ]}
      />
      <Awaited of={loaded}>
        {(data) =>
          can(data.video.role, 'video.edit') ? (
            children({ ...data, reload: loaded.reload })
          ) : (
            <p class="notice">
              You may watch this video, but only its author and administrators change it. Ask one of them.
            </p>
          )
        }
      </Awaited>
    </Page>
  );
}

const isAbsent = (error: unknown): boolean => error instanceof RequestFailed && error.code === 'NOT_FOUND';
