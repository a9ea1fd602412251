import { Icon } from '#client/ui/icon.tsx';
import { deskParts } from './drawing/desk-parts.ts';
import { mayPoint } from './drawing/may-point.ts';
import { lazyPart } from '#client/ui/lazy-part.tsx';
import { usePick, useWatch } from './watch.ts';

const stage = () => import('./on-stage.ts');
const LoopNotice = lazyPart(async () => (await stage()).LoopNotice);
const NamingNotice = lazyPart(async () => (await stage()).NamingNotice);
const ResumeNotice = lazyPart(async () => (await stage()).ResumeNotice);
const ReactionBar = lazyPart(async () => (await stage()).ReactionBar);

/** What is done to the picture, right under it: react, point, or the tools to draw with. */
export function UnderStage() {
  const watch = useWatch();
  const picture = watch.picture.value;
  const isPointer = usePick(mayPoint).value;
  const Tools = deskParts.value?.DrawingTools;
  if (!watch.boot.video.hlsUrl) return null;
  if (picture?.desk.isOpen.value && Tools)
    return (
      <div class="under-stage">
        <Tools />
      </div>
    );
  return (
    <div class="under-stage">
      <LoopNotice />
      <NamingNotice />
      <ResumeNotice />
      <ReactionBar />
      {isPointer && picture && (
        <button
          type="button"
          class="button plain"
          aria-pressed={picture.isPointing.value}
          aria-keyshortcuts="X"
          title="Show the others where you point (x)"
          onClick={() => (picture.isPointing.value = !picture.isPointing.value)}
        >
          <Icon name="pointer" />
          Point
        </button>
      )}
    </div>
  );
}
