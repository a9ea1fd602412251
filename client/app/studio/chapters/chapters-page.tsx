import { effect, useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { Awaited } from '#client/ui/awaited.tsx';
import { Icon } from '#client/ui/app-icon.tsx';
import { useResource } from '#client/ui/resource.ts';
import { Tabs } from '#client/ui/tabs.tsx';
import { useShell } from '../../shell/shell.ts';
import type { Video } from '../details/video-edit.ts';
import type { Version } from '../saving/autosave.ts';
import { ConflictNotice } from '../saving/conflict-notice.tsx';
import { SaveLine } from '../saving/save-line.tsx';
import { useLook } from '../saving/use-look.ts';
import { StudioPlayer } from '../studio-player.tsx';
import { VideoFrame } from '../video-frame.tsx';
import { shownChapters, type DraftChapter } from './chapter.ts';
import { createChapterDesk, type ChapterDesk } from './chapter-desk.ts';
import { ChapterExport } from './chapter-export.tsx';
import { ChapterList } from './chapter-list.tsx';
import { lacksStart } from './chapter-rules.ts';
import { ChapterTextEditor } from './chapter-text-editor.tsx';
import { writeChapterText } from './chapter-text.ts';
import { editChapters, loadChapters, type ChapterFields } from './edit-chapters.ts';
import { MarksBar } from './marks-bar.tsx';
import { Suggestions } from './suggestions.tsx';
import './chapters.css';

export const ChaptersPage = () => (
  <VideoFrame section="Chapters">
    {({ video }) =>
      video.durationSeconds === null ? (
        <p class="notice">
          Chapters need a film to stand in: its file is not here yet.{' '}
          <a href={`/studio/upload?for=${video.shortId}`}>Upload it, or go on with its upload.</a>
        </p>
      ) : (
        <Chapters key={video.id} video={video} />
      )
    }
  </VideoFrame>
);

function Chapters({ video }: { video: Video }) {
  const loaded = useResource((signal) => loadChapters(video.id, signal), video.id);
  return <Awaited of={loaded}>{(first) => <Editor video={video} first={first} />}</Awaited>;
}

function Editor({ video, first }: { video: Video; first: Version<ChapterFields> }) {
  const shell = useShell();
  const desk = useMemo(() => {
    const { userId } = shell.member.peek();
    const chapters = { id: video.id, durationSeconds: video.durationSeconds ?? 0 };
    return createChapterDesk(shell, video, editChapters(chapters, userId, first));
  }, []);
  const { edit } = desk;
  const look = useMemo(() => () => edit.look(), [edit]);
  useLook(look);
  useEffect(() => () => edit.stop(), [edit]);
  useEffect(() => showInPlayer(desk), [desk]);
  useEffect(() => listenForAdd(desk), [desk]);
  const tab = useSignal('list');
  return (
    <div class="studio-columns">
      <div class="stack chapter-stage">
        <StudioPlayer video={video} onPlayer={(player) => (desk.player.value = player)} />
        <MarksBar desk={desk} />
      </div>
      <div class="stack">
        <div class="row spread">
          <SaveLine of={edit} />
          <button type="button" class="button primary" aria-keyshortcuts="a" onClick={desk.addAtPlayhead}>
            <Icon name="plus" />
            Add at playhead
          </button>
        </div>
        <ConflictNotice of={edit} labels={LABELS} show={showChapters} />
        <StartOffer desk={desk} />
        <Suggestions desk={desk} />
        <Tabs
          label="Chapters as"
          chosen={tab.value}
          onChoose={(key) => (tab.value = key)}
          tabs={[
            { key: 'list', label: 'List', content: <ChapterList desk={desk} /> },
            { key: 'text', label: 'Text', content: <ChapterTextEditor desk={desk} /> },
          ]}
        />
        <ChapterExport desk={desk} />
      </div>
    </div>
  );
}

const LABELS = { chapters: 'Chapters' };
const showChapters = (_: string, value: unknown): string =>
  // The only field there is: a list of chapters.
  writeChapterText(value as DraftChapter[]);

function StartOffer({ desk }: { desk: ChapterDesk }) {
  if (!lacksStart(desk.edit.draft.value.chapters)) return null;
  return (
    <p class="notice row">
      <span>The first chapter starts late: what is before it belongs to none.</span>
      <button type="button" class="button" onClick={() => desk.add(0, 'Intro')}>
        Add one at 0:00
      </button>
    </p>
  );
}

/** What is written is on the player's bar at once. */
function showInPlayer({ player, edit, durationSeconds }: ChapterDesk): () => void {
  return effect(() => {
    const chapters = shownChapters(edit.draft.value.chapters, durationSeconds);
    if (player.value)
      player.value.chapters = chapters.filter(({ startSeconds, endSeconds }) => endSeconds > startSeconds);
  });
}

/** `a` anywhere on the page, except where somebody types. */
function listenForAdd(desk: ChapterDesk): () => void {
  const add = (event: KeyboardEvent) => {
    if (event.key !== 'a' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
    event.preventDefault();
    desk.addAtPlayhead();
  };
  addEventListener('keydown', add);
  return () => removeEventListener('keydown', add);
}

const isTyping = ({ target, isComposing }: KeyboardEvent): boolean =>
  isComposing ||
  (target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]'));
