import { Icon } from '#client/ui/icon.tsx';
import { LoopNotice } from './comments/loop-notice.tsx';
import { deskParts } from './drawing/desk-parts.ts';
import { mayPoint } from './drawing/pointing.ts';
import { lazyPart } from './lazy-part.tsx';
import { ResumeNotice } from './progress/resume-notice.tsx';
import { usePick, useWatch } from './watch.ts';

const ReactionBar = lazyPart(async () => (await import('./on-stage.ts')).ReactionBar);

/** What is done to the picture, right under it: react, point, or the tools to draw with. */
export function UnderStage() {
  const watch = useWatch();
  const { desk, isPointing } = watch.picture;
  const isPointer = usePick(mayPoint).value;
  const Tools = deskParts.value?.DrawingTools;
  if (!watch.boot.video.hlsUrl) return null;
  if (desk.isOpen.value && Tools)
    return (
      <div class="under-stage">
        <Tools />
      </div>
    );
  return (
    <div class="under-stage">
      <LoopNotice />
      <ResumeNotice />
      <ReactionBar />
      {isPointer && (
        <button
          type="button"
          class="button plain"
          aria-pressed={isPointing.value}
          aria-keyshortcuts="X"
          title="Show the others where you point (x)"
          onClick={() => (isPointing.value = !isPointing.value)}
        >
          <Icon name="pointer" />
          Point
        </button>
      )}
    </div>
  );
}
